package io.github.postfixture.mail.pop3;

import io.github.postfixture.octets.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Writes a message with a dot before each dot that begins a line, and with a line ending after the last (RFC 1939
 * section 3), piece by piece. Many clients take a bare line feed for a line ending, so that a dot after one must not
 * stand alone either.
 */
final class StuffedMessage {

    private final Octets octets;
    private int bodyLinesLeft;
    private boolean inBody;
    private boolean lineIsEmpty = true;
    private boolean lineBegins = true;
    private int last = '\n';
    private int lastButOne = '\r';

    /** Prepare to write the header and no more than so many lines of the body. */
    StuffedMessage(Octets octets, int bodyLines) {
        this.octets = octets;
        bodyLinesLeft = bodyLines;
    }

    void writeTo(OutputStream output) throws IOException {
        InputStream input = octets.stream();
        byte[] buffer = new byte[8192];
        boolean more = true;
        for (int count = input.read(buffer); count > 0 && more; count = input.read(buffer)) {
            more = write(buffer, count, output);
        }
        if (last != '\n' || lastButOne != '\r') {
            output.write('\r');
            output.write('\n');
        }
    }

    /** Write bytes; return whether more are wanted. */
    private boolean write(byte[] bytes, int count, OutputStream output) throws IOException {
        int pending = 0;
        for (int i = 0; i < count; i++) {
            byte octet = bytes[i];
            if (lineBegins && octet == '.') {
                output.write(bytes, pending, i - pending);
                output.write('.');
                pending = i;
            }
            if (endsAfter(octet)) {
                output.write(bytes, pending, i + 1 - pending);
                return false;
            }
        }
        output.write(bytes, pending, count - pending);
        return true;
    }

    private boolean endsAfter(byte octet) {
        lastButOne = last;
        last = octet;
        lineBegins = octet == '\n';
        if (octet != '\n') {
            lineIsEmpty &= octet == '\r' && lastButOne == '\n';
            return false;
        }
        bodyLinesLeft -= inBody ? 1 : 0;
        inBody |= lineIsEmpty;
        lineIsEmpty = true;
        return inBody && bodyLinesLeft <= 0;
    }
}
