package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import io.github.postfixture.octets.Octets;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A connection to a POP3 server, logged in (RFC 1939). Not safe for several threads. */
final class Pop3Connection implements AutoCloseable {

    private static final int LONGEST_STATUS = 1 << 16;
    private static final long LONGEST_LISTING = 16L << 20;
    private static final long LONGEST_MESSAGE = 128L << 20;

    private final BoundedSocket base;
    private final byte[] one = new byte[1];
    private InputStream in;
    private OutputStream out;

    private Pop3Connection(BoundedSocket base, Socket socket) throws IOException {
        this.base = base;
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    static Pop3Connection open(MailAccount account, Endpoint pop3) throws IOException {
        BoundedSocket base = account.connect(pop3);
        try {
            Pop3Connection connection = new Pop3Connection(base, account.encryptedFromTheStart(base, pop3));
            connection.begin(account, pop3);
            return connection;
        } catch (IOException | RuntimeException e) {
            base.close();
            throw e;
        }
    }

    private void begin(MailAccount account, Endpoint pop3) throws IOException {
        status("the greeting");
        if (account.needsStartTls(pop3)) {
            command("STLS");
            Socket encrypted = account.encrypted(base, pop3);
            in = new BufferedInputStream(encrypted.getInputStream());
            out = encrypted.getOutputStream();
        }
        command("USER " + account.user());
        command("PASS " + account.password());
    }

    /** Say a command of which the answer is one line, and return what follows {@code +OK}. */
    String command(String line) throws IOException {
        say(line);
        return status(name(line));
    }

    /** Say a command of which the answer has several lines, and return them as they are, without the dot at their end. */
    byte[] read(String line) throws IOException {
        return read(line, LONGEST_MESSAGE);
    }

    private byte[] read(String line, long most) throws IOException {
        command(line);
        try {
            return unstuffed(most);
        } catch (IOException e) {
            throw named(name(line), e);
        }
    }

    List<String> lines(String line) throws IOException {
        return new String(read(line, LONGEST_LISTING), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
    }

    @Override
    public void close() throws IOException {
        base.close();
    }

    private void say(String line) throws IOException {
        if (line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0) {
            throw new CommandRefusedException(name(line) + ": a line break cannot be sent");
        }
        try {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw named(name(line), e);
        }
    }

    private String status(String command) throws IOException {
        String line = statusLine(command);
        if (line.startsWith("-ERR")) {
            throw new CommandRefusedException(command + ": " + line);
        }
        if (!line.startsWith("+OK")) {
            throw new IOException(command + ": an answer that is neither +OK nor -ERR");
        }
        return line.substring("+OK".length()).strip();
    }

    private String statusLine(String command) throws IOException {
        try {
            StringBuilder line = new StringBuilder();
            for (int c = octet(); c != '\n'; c = octet()) {
                line.append((char) c);
                if (line.length() > LONGEST_STATUS) {
                    throw new IOException("a line without end");
                }
            }
            return line.toString().strip();
        } catch (IOException e) {
            throw named(command, e);
        }
    }

    /** Read up to the line that is a dot, and take away the first dot of lines that begin with one. */
    private byte[] unstuffed(long most) throws IOException {
        Octets.Collector lines = new Octets.Collector();
        while (lines.length() <= most) {
            int c = octet();
            if (c == '.') {
                c = octet();
                if (c == '\r' || c == '\n') {
                    if (c == '\r') {
                        octet();
                    }
                    return lines.collected().toByteArray();
                }
            }
            for (; c != '\n' && lines.length() <= most; c = octet()) {
                add(lines, c);
            }
            add(lines, c);
        }
        throw new IOException("an answer without end");
    }

    private void add(Octets.Collector lines, int octet) {
        one[0] = (byte) octet;
        lines.add(one, 0, 1);
    }

    private int octet() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException("the connection was closed");
        }
        return octet;
    }

    private static IOException named(String command, IOException failure) {
        String message = command + ": " + failure.getMessage();
        IOException named = failure instanceof SocketTimeoutException
                ? new SocketTimeoutException(message)
                : new IOException(message);
        named.initCause(failure);
        return named;
    }

    /** Return the command as failures show it: of a login nothing but the name. */
    private static String name(String line) {
        return line.startsWith("USER ") || line.startsWith("PASS ") ? line.substring(0, 4) : line;
    }
}
