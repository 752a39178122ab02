package io.github.postfixture.mail.inbound;

import jakarta.activation.DataSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;

/** A file that goes with a mail. */
final class Enclosure implements DataSource {

    private final String name;
    private final String type;
    private final Supplier<InputStream> content;

    private Enclosure(String name, String type, Supplier<InputStream> content) {
        this.name = name;
        this.type = type;
        this.content = content;
    }

    static Enclosure of(String name, String type, byte[] content) {
        byte[] copy = content.clone();
        return new Enclosure(name, type, () -> new ByteArrayInputStream(copy));
    }

    static Enclosure generated(String name, String type, long size) {
        return new Enclosure(name, type, () -> new GeneratedBytes(size));
    }

    @Override
    public InputStream getInputStream() {
        return content.get();
    }

    @Override
    public OutputStream getOutputStream() {
        throw new IllegalStateException("A file of a mail cannot be written to");
    }

    @Override
    public String getContentType() {
        return type;
    }

    @Override
    public String getName() {
        return name;
    }
}
