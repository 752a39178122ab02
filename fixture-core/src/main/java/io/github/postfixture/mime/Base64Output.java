package io.github.postfixture.mime;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Encodes as base64 (RFC 2045 section 6.8), many lines of 76 characters at once. */
final class Base64Output extends FilterOutputStream {

    private static final int LINES = 128;
    private static final int OCTETS_OF_A_LINE = 57;
    private static final int CHARACTERS_OF_A_LINE = 76;
    private static final byte[] BREAK = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Base64.Encoder encoder = Base64.getMimeEncoder();
    private final byte[] lines = new byte[LINES * OCTETS_OF_A_LINE];
    private final byte[] encoded = new byte[LINES * (CHARACTERS_OF_A_LINE + BREAK.length)];
    private int count;
    private boolean begun;

    Base64Output(OutputStream output) {
        super(output);
    }

    @Override
    public void write(int octet) throws IOException {
        if (count == lines.length) {
            writeLines();
        }
        lines[count++] = (byte) octet;
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            if (count == lines.length) {
                writeLines();
            }
            int fit = Math.min(length - done, lines.length - count);
            System.arraycopy(octets, offset + done, lines, count, fit);
            count += fit;
            done += fit;
        }
    }

    @Override
    public void close() throws IOException {
        writeLines();
        super.close();
    }

    private void writeLines() throws IOException {
        if (begun && count > 0) {
            out.write(BREAK);
        }
        out.write(encoded, 0, encoder.encode(count == lines.length ? lines : Arrays.copyOf(lines, count), encoded));
        begun = true;
        count = 0;
    }
}
