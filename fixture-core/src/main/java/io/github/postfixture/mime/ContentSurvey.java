package io.github.postfixture.mime;

import java.io.OutputStream;

/** Finds out which transfer encoding some bytes need (RFC 2045 sections 2.7 to 2.9), while they are written to it. */
final class ContentSurvey extends OutputStream {

    private static final int LONGEST_LINE = 998;

    private long bytes;
    private long beyondAscii;
    private long escapes;
    private int column;
    private boolean longLine;
    private boolean notText;
    private int last;

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int count) {
        int previous = last;
        for (int i = offset; i < offset + count; i++) {
            int c = octets[i];
            if (c < ' ' || c == '=' || c == 0x7f) {
                special(c);
            }
            notText |= (previous == '\r') != (c == '\n');
            column = c == '\n' ? 0 : column + 1;
            longLine |= column > LONGEST_LINE && c != '\r';
            previous = c;
        }
        last = previous;
        bytes += count;
    }

    private void special(int c) {
        beyondAscii += c < 0 ? 1 : 0;
        escapes += c == '\r' || c == '\n' || c == '\t' ? 0 : 1;
        notText |= c == 0;
    }

    /** Return whether every line ends by CRLF, and there is no NUL. */
    boolean isText() {
        return !notText && last != '\r';
    }

    boolean hasLongLine() {
        return longLine;
    }

    boolean isAscii() {
        return beyondAscii == 0;
    }

    /** Return whether quoted-printable would leave most of it legible. */
    boolean isMostlyPlain() {
        return 4 * escapes <= bytes;
    }
}
