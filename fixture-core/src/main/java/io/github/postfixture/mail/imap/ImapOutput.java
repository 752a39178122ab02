package io.github.postfixture.mail.imap;

import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.octets.Octets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the server says: it is kept until the server waits for the client, or until there is a lot of it. One character
 * is one byte. Safe for use by several threads, each of which says whole lines.
 */
final class ImapOutput {

    private static final int A_LOT = 1 << 18;

    private final Connection connection;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final StringBuilder unfinished = new StringBuilder();

    ImapOutput(Connection connection) {
        this.connection = connection;
    }

    /** Say a line. */
    void line(String line) throws IOException {
        text(line + "\r\n");
    }

    /** Say lines. */
    synchronized void lines(List<String> lines) throws IOException {
        for (String line : lines) {
            line(line);
        }
    }

    /** Say a part of a line. */
    synchronized void text(String text) throws IOException {
        said.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        record(text);
        flushIfALot();
    }

    /** Say the content of a literal. */
    synchronized void octets(Octets octets) throws IOException {
        record("(" + octets.length() + " bytes)");
        if (octets.length() < A_LOT) {
            octets.writeTo(said);
            flushIfALot();
        } else {
            flush();
            octets.writeTo(connection.output());
        }
    }

    /** Send what was said. */
    synchronized void flush() throws IOException {
        if (said.size() > 0) {
            said.writeTo(connection.output());
            said.reset();
        }
    }

    /** Write down the lines that are whole by now. */
    private void record(String text) {
        if (connection.transcript().isFull()) {
            return;
        }
        unfinished.append(text);
        for (int end = unfinished.indexOf("\r\n"); end >= 0; end = unfinished.indexOf("\r\n")) {
            connection.transcript().server(unfinished.substring(0, end));
            unfinished.delete(0, end + 2);
        }
    }

    private void flushIfALot() throws IOException {
        if (said.size() >= A_LOT) {
            flush();
        }
    }
}
