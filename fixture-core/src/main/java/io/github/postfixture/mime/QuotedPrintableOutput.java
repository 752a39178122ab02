package io.github.postfixture.mime;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Encodes lines that end by CRLF as quoted-printable (RFC 2045 section 6.7). */
final class QuotedPrintableOutput extends FilterOutputStream {

    private static final int LONGEST_LINE = 76;
    private static final byte[] SOFT_BREAK = "=\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BREAK = "\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private int column;
    private int held = -1;

    QuotedPrintableOutput(OutputStream output) {
        super(output);
    }

    /** Return whether an octet stands for itself, unless it is white space at the end of a line. */
    static boolean isPlain(int octet) {
        return (octet >= ' ' && octet < 0x7f && octet != '=') || octet == '\t';
    }

    /** Hold each octet back until it is known what follows. */
    @Override
    public void write(int octet) throws IOException {
        int c = octet & 0xff;
        if (c == '\n' && held == '\r') {
            held = -1;
            lineBreak();
        } else {
            writeHeld(c == '\r');
            held = c;
        }
    }

    @Override
    public void write(byte[] octets, int offset, int count) throws IOException {
        for (int i = offset; i < offset + count; i++) {
            write(octets[i]);
        }
    }

    @Override
    public void close() throws IOException {
        writeHeld(true);
        held = -1;
        super.close();
    }

    private void writeHeld(boolean atEnd) throws IOException {
        boolean space = held == ' ' || held == '\t';
        if (held >= 0 && isPlain(held) && !(space && atEnd)) {
            room(1);
            out.write(held);
        } else if (held >= 0) {
            room(3);
            out.write('=');
            out.write(HEX.toHighHexDigit(held));
            out.write(HEX.toLowHexDigit(held));
        }
    }

    private void room(int count) throws IOException {
        if (column + count >= LONGEST_LINE) {
            out.write(SOFT_BREAK);
            column = 0;
        }
        column += count;
    }

    private void lineBreak() throws IOException {
        out.write(BREAK);
        column = 0;
    }
}
