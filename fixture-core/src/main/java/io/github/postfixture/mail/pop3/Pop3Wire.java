package io.github.postfixture.mail.pop3;

import io.github.postfixture.explanation.ShownCommands;
import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.octets.Octets;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** What goes to and from one client: what the server says leaves when it waits for the client, or there is much of it. */
final class Pop3Wire {

    /** The longest line: what RFC 5034 section 4 asks of an authentication exchange. */
    static final int LONGEST_LINE = 12_288;

    /** How much of an over-long line is read before the client is given up. */
    private static final int LONGEST_DISCARD = 1 << 20;

    private static final String NO_LINE = "A line ends with CRLF, and holds no CR, LF or NUL";
    private static final Pattern UNFIT = Pattern.compile("[\\r\\n\\x00]");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int BUFFER = 1 << 14;

    private final Connection connection;
    private final byte[] buffer = new byte[8192];
    private BufferedOutputStream output;
    private final ShownCommands commands = new ShownCommands();
    private int start;
    private int end;

    Pop3Wire(Connection connection) {
        this.connection = connection;
        output = new BufferedOutputStream(connection.output(), BUFFER);
    }

    boolean isEncrypted() {
        return connection.tls().isPresent();
    }

    /** Say a message, up to so many lines of its body. */
    void message(Octets octets, int lines) throws IOException {
        connection.transcript().server("(a message of " + octets.length() + " bytes)");
        new StuffedMessage(octets, lines).writeTo(output);
    }

    /** Return the text without what no line can hold. */
    static String printable(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    /** Say a line; what it cannot hold is replaced. */
    void say(String line) throws IOException {
        connection.transcript().server(printable(line));
        output.write(printable(line).getBytes(StandardCharsets.UTF_8));
        output.write('\r');
        output.write('\n');
    }

    void flush() throws IOException {
        output.flush();
    }

    /** Encrypt the connection, and forget what was sent ahead in plain text (RFC 2595 section 2.1). */
    void startTls(SSLContext tls) throws IOException {
        flush();
        connection.startTls(tls);
        output = new BufferedOutputStream(connection.output(), BUFFER);
        start = end;
    }

    /** Read a line, and write it down without a password. */
    Optional<Pop3Line> readLine() throws IOException, Pop3Refusal {
        Optional<Pop3Line> command = readUnrecorded().map(line -> Pop3Line.parse(line, commands));
        command.ifPresent(line -> connection.transcript().client(line.shown()));
        return command;
    }

    /** Read a line that nobody is to see in the transcript. */
    Optional<String> readSecret() throws IOException, Pop3Refusal {
        connection.transcript().client("****");
        return readUnrecorded();
    }

    /**
     * Read a line, without its line ending. What was sent along behind a bare line feed belongs to the same line.
     *
     * @return the line, or nothing at the end of the stream
     * @throws Pop3Refusal if it is too long, or holds what no line can hold
     * @throws EndlessLineException if it does not end in time
     * @throws EOFException if the stream ends within a line
     */
    private Optional<String> readUnrecorded() throws IOException, Pop3Refusal {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        int discarded = 0;
        int last = 0;
        for (int octet = read(); octet != '\n' || (last != '\r' && hasMore()); octet = read()) {
            if (octet < 0) {
                return endWith(line);
            }
            if (line.size() < LONGEST_LINE) {
                line.write(octet);
            } else if (++discarded > LONGEST_DISCARD) {
                throw new EndlessLineException();
            }
            last = octet;
        }
        Pop3Refusal.unless(discarded == 0, "Line too long");
        Pop3Refusal.unless(last == '\r', NO_LINE);
        String text = line.toString(StandardCharsets.UTF_8);
        String content = text.substring(0, text.length() - 1);
        Pop3Refusal.unless(!UNFIT.matcher(content).find(), NO_LINE);
        return Optional.of(content);
    }

    private boolean hasMore() throws IOException {
        return start < end || connection.input().available() > 0;
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

    /** A line so long that the client is given up. */
    static final class EndlessLineException extends IOException {

        private static final long serialVersionUID = 1L;

        EndlessLineException() {
            super("A line without end");
        }
    }
}
