package io.github.postfixture.mail.greenmail;

import io.github.postfixture.net.Connection;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The two directions of a dialogue in which client and server take turns: what the server says leaves in one piece
 * when it waits for the client, and at once while it waits.
 */
final class Turns {

    static final int LONGEST_LINE = 1 << 16;

    private final Connection connection;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[8192];
    private byte[] pushedBack = new byte[0];
    private int pushedBackStart;
    private int start;
    private int end;
    private boolean clientsTurn;

    Turns(Connection connection) {
        this.connection = connection;
    }

    /** Return what the client says. */
    InputStream input() {
        return new ClientSide();
    }

    /** Return where to answer; may be used by any thread. */
    OutputStream output() {
        return new ServerSide();
    }

    /** Say a line. */
    void say(String line) throws IOException {
        output().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Read a line, without its line ending.
     *
     * @return the line, or nothing at the end of the stream
     * @throws LongLineException if it does not end in time
     */
    Optional<String> readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = read(); octet != '\n'; octet = read()) {
            if (octet < 0) {
                return Optional.empty();
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
        byte[] bytes = input().readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("The client closed the connection within a literal");
        }
        return bytes;
    }

    /** Let a line be read again. */
    void pushBack(String line) {
        pushedBack = (line + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        pushedBackStart = 0;
    }

    /** Forget what is left of a line that was pushed back. */
    void dropPushedBack() {
        pushedBackStart = pushedBack.length;
    }

    /** Send what was said. */
    synchronized void flush() throws IOException {
        if (said.size() > 0) {
            said.writeTo(connection.output());
            said.reset();
        }
    }

    /** Forget what the client sent ahead in plain text; the next byte is read from the encrypted connection. */
    void restart() {
        dropPushedBack();
        start = end;
    }

    private int read() throws IOException {
        if (pushedBackStart < pushedBack.length) {
            return pushedBack[pushedBackStart++] & 0xff;
        }
        return start < end || fill() ? buffer[start++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        beginClientsTurn();
        try {
            start = 0;
            end = Math.max(0, connection.input().read(buffer));
            return end > 0;
        } finally {
            endClientsTurn();
        }
    }

    private synchronized void beginClientsTurn() throws IOException {
        flush();
        clientsTurn = true;
    }

    private synchronized void endClientsTurn() {
        clientsTurn = false;
    }

    private synchronized void write(byte[] bytes, int offset, int length) {
        said.write(bytes, offset, length);
    }

    private synchronized void flushInClientsTurn() throws IOException {
        if (clientsTurn) {
            flush();
        }
    }

    private final class ClientSide extends InputStream {

        @Override
        public int read() throws IOException {
            return Turns.this.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int first = read();
            if (first < 0) {
                return -1;
            }
            bytes[offset] = (byte) first;
            int more = pushedBackStart < pushedBack.length ? 0 : Math.min(length - 1, end - start);
            System.arraycopy(buffer, start, bytes, offset + 1, more);
            start += more;
            return more + 1;
        }
    }

    private final class ServerSide extends OutputStream {

        @Override
        public void write(int octet) {
            Turns.this.write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            Turns.this.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            flushInClientsTurn();
        }
    }
}
