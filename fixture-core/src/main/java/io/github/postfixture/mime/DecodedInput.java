package io.github.postfixture.mime;

import io.github.postfixture.net.Octets;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Function;

/** Decodes octets line by line, while they are read. */
final class DecodedInput extends InputStream {

    private final Lines lines;
    private final Function<Lines, byte[]> decoding;
    private ByteArrayInputStream line = new ByteArrayInputStream(new byte[0]);

    DecodedInput(Octets encoded, Function<Lines, byte[]> decoding) {
        lines = new Lines(encoded);
        this.decoding = decoding;
    }

    @Override
    public int read() {
        decodeNext();
        return line.read();
    }

    @Override
    public int read(byte[] target, int offset, int count) {
        decodeNext();
        return line.read(target, offset, count);
    }

    private void decodeNext() {
        while (line.available() == 0 && !lines.atEnd()) {
            line = new ByteArrayInputStream(decoding.apply(lines));
            lines.advance();
        }
    }
}
