package io.github.postfixture.mail.imap;

import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.octets.Octets;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a client sends, line by line; what the server has said leaves when it waits for more. */
final class ImapInput {

    static final int LONGEST_LINE = 1 << 16;

    private final Connection connection;
    private final ImapOutput output;
    private final byte[] buffer = new byte[8192];
    private int start;
    private int end;

    ImapInput(Connection connection, ImapOutput output) {
        this.connection = connection;
        this.output = output;
    }

    /** Read a line, as {@link #readUnrecorded()} does, for all to see in the transcript. */
    Optional<String> readLine() throws IOException {
        Optional<String> line = readUnrecorded();
        line.ifPresent(this::record);
        return line;
    }

    /** Read a line, as {@link #readUnrecorded()} does, that nobody is to see in the transcript. */
    Optional<String> readSecret() throws IOException {
        record("****");
        return readUnrecorded();
    }

    /** Write down what the client has said, line endings within it aside. */
    void record(String said) {
        connection.transcript().client(said.replace("\r\n", " "));
    }

    /**
     * Read a line, without the CRLF that ends it, one character for each byte; leave the transcript to the caller. What
     * was sent along behind a bare line feed belongs to the same line, and nothing but the end of what was sent makes
     * that line feed, which stays, its end.
     *
     * @return the line, or nothing at the end of the stream
     * @throws EndlessInputException if it does not end in time
     * @throws EOFException if the stream ends within a line
     */
    Optional<String> readUnrecorded() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int last = 0;
        for (int octet = read(); octet != '\n' || (last != '\r' && hasMore()); octet = read()) {
            if (octet < 0) {
                return endWithin(line);
            }
            if (line.size() == LONGEST_LINE) {
                throw new EndlessInputException("Line too long");
            }
            line.write(octet);
            last = octet;
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return Optional.of(last == '\r' ? text.substring(0, text.length() - 1) : text + '\n');
    }

    /** Read exactly so many bytes; nothing if the memory does not hold them. */
    Optional<Octets> readOctets(long count) throws IOException {
        Octets.Collector octets = new Octets.Collector();
        boolean held = true;
        for (long left = count; left > 0; ) {
            int piece = available(left);
            held = octets.addIfMemoryHolds(buffer, start, piece);
            start += piece;
            left -= piece;
        }
        return held ? Optional.of(octets.collected()) : Optional.empty();
    }

    /** Read exactly so many bytes, and forget them. */
    void skip(long count) throws IOException {
        for (long left = count; left > 0; ) {
            int piece = available(left);
            start += piece;
            left -= piece;
        }
    }

    /** Forget what the client sent ahead in plain text; the next byte is read from the encrypted connection. */
    void restart() {
        start = end;
    }

    private int available(long wanted) throws IOException {
        if (start == end && !fill()) {
            throw new EOFException("The client closed the connection within a literal");
        }
        return (int) Math.min(wanted, end - start);
    }

    private boolean hasMore() throws IOException {
        return start < end || connection.input().available() > 0;
    }

    private int read() throws IOException {
        return start < end || fill() ? buffer[start++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        output.flush();
        start = 0;
        end = Math.max(0, connection.input().read(buffer));
        return end > 0;
    }

    private static Optional<String> endWithin(ByteArrayOutputStream line) throws EOFException {
        if (line.size() > 0) {
            throw new EOFException("The client closed the connection within a line");
        }
        return Optional.empty();
    }
}
