package io.github.postfixture.mime;

import io.github.postfixture.octets.Octets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Decodes octets piece by piece, while they are read. */
final class DecodedInput extends InputStream {

    private final InputStream encoded;
    private final TransferDecoder decoder;
    private final DecodedOctets decoded = new DecodedOctets();
    private final byte[] source = new byte[8192];
    private ByteArrayInputStream piece = new ByteArrayInputStream(new byte[0]);
    private boolean finished;

    DecodedInput(Octets encoded, TransferDecoder decoder) {
        this.encoded = encoded.stream();
        this.decoder = decoder;
    }

    @Override
    public int read() throws IOException {
        decodeNext();
        return piece.read();
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        decodeNext();
        return piece.read(target, offset, count);
    }

    private void decodeNext() throws IOException {
        while (piece.available() == 0 && !finished) {
            int length = encoded.read(source, 0, source.length);
            if (length < 0) {
                finished = true;
                decoder.finish(decoded);
            } else {
                decoder.decode(source, length, decoded);
            }
            piece = new ByteArrayInputStream(decoded.taken());
        }
    }
}
