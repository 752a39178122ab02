package io.github.postfixture.mail.greenmail;

import io.github.postfixture.net.Connection;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The two directions of a dialogue in which client and server take turns: what the server says leaves in one piece
 * when it waits for the client. One thread reads; any may speak.
 */
final class Turns {

    static final int LONGEST_LINE = 1 << 16;

    private final Connection connection;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[8192];
    private int start;
    private int end;

    Turns(Connection connection) {
        this.connection = connection;
    }

    /** Say a line. */
    void say(String line) {
        say((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Say whole lines. */
    synchronized void say(byte[] lines) {
        said.writeBytes(lines);
    }

    /** Send what was said. */
    synchronized void flush() throws IOException {
        if (said.size() > 0) {
            said.writeTo(connection.output());
            said.reset();
        }
    }

    /**
     * Read a line, without its line ending, one character for each byte.
     *
     * @return the line, or nothing at the end of the stream
     * @throws LongLineException if it does not end in time
     * @throws EOFException if the stream ends within a line
     */
    Optional<String> readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = read(); octet != '\n'; octet = read()) {
            if (octet < 0) {
                return endWith(line);
            }
            if (line.size() == LONGEST_LINE) {
                throw new LongLineException();
            }
            line.write(octet);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    /** Read exactly so many bytes. */
    byte[] readBytes(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.min(count, buffer.length));
        while (bytes.size() < count) {
            if (start == end && !fill()) {
                throw new EOFException("The client closed the connection within a literal");
            }
            int more = Math.min(count - bytes.size(), end - start);
            bytes.write(buffer, start, more);
            start += more;
        }
        return bytes.toByteArray();
    }

    /** Forget what the client sent ahead in plain text; the next byte is read from the encrypted connection. */
    void restart() {
        start = end;
    }

    private int read() throws IOException {
        return start < end || fill() ? buffer[start++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        flush();
        start = 0;
        end = Math.max(0, connection.input().read(buffer));
        return end > 0;
    }

    private static Optional<String> endWith(ByteArrayOutputStream line) throws EOFException {
        if (line.size() > 0) {
            throw new EOFException("The client closed the connection within a line");
        }
        return Optional.empty();
    }
}
