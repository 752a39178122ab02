package io.github.postfixture.mime;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a part and those within it, once it is known how each is encoded. */
final class PartWriter {

    private final BodyPart part;
    private final List<PartWriter> inner = new ArrayList<>();
    private final ContentEncoder encoder;

    PartWriter(BodyPart part) throws IOException {
        this.part = part;
        ContentEncoder needed = ContentEncoder.SEVEN_BIT;
        for (BodyPart child : part.parts()) {
            PartWriter writer = new PartWriter(child);
            inner.add(writer);
            needed = needed.orMore(writer.encoder);
        }
        encoder = part.content().isPresent()
                ? ContentEncoder.suiting(part.type(), part.content().get())
                : needed;
    }

    /** Write what a boundary must not be in: the bytes that are not encoded. */
    void writeUnencoded(OutputStream output) throws IOException {
        if (encoder.isIdentity() && part.content().isPresent()) {
            part.content().get().writeTo(output);
        }
        for (PartWriter child : inner) {
            child.writeUnencoded(output);
        }
    }

    /** Write the fields of the part, the blank line and its content. */
    void write(OutputStream output, Boundaries boundaries, boolean utf8) throws IOException {
        String boundary = part.content().isPresent() ? "" : boundaries.next();
        ContentType type = boundary.isEmpty() ? part.type() : part.type().with("boundary", boundary);
        write(output, type.written("Content-Type", utf8));
        if (boundary.isEmpty() || encoder != ContentEncoder.SEVEN_BIT) {
            write(output, "Content-Transfer-Encoding: " + encoder.label() + "\r\n");
        }
        write(output, part.header(utf8) + "\r\n");
        if (part.content().isPresent()) {
            encoder.write(part.content().get(), output);
        } else {
            writeParts(output, boundary, boundaries, utf8);
        }
    }

    private void writeParts(OutputStream output, String boundary, Boundaries boundaries, boolean utf8)
            throws IOException {
        String before = "--";
        for (PartWriter child : inner) {
            write(output, before + boundary + "\r\n");
            child.write(output, boundaries, utf8);
            before = "\r\n--";
        }
        write(output, before + boundary + "--\r\n");
    }

    private static void write(OutputStream output, String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
