package io.github.postfixture.mail.corpus;

import io.github.postfixture.Endpoint;
import io.github.postfixture.octets.Octets;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client of any protocol that says exactly what a test tells it to; one character is one byte. */
public final class WireClient implements AutoCloseable {

    private final Socket socket;
    private final InputStream input;

    /** Connect, and read the greeting. */
    public WireClient(Endpoint endpoint) throws IOException {
        socket = new Socket(endpoint.host(), endpoint.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        input = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        line();
    }

    /** Connect by IMAP, log in, and select the inbox. */
    public static WireClient imap(Endpoint endpoint, String login) throws IOException {
        WireClient client = new WireClient(endpoint);
        client.imap("LOGIN " + login + " secret");
        client.imap("SELECT INBOX");
        return client;
    }

    /** Connect by POP3 and log in. */
    public static WireClient pop3(Endpoint endpoint, String login) throws IOException {
        WireClient client = new WireClient(endpoint);
        client.say("USER " + login);
        client.say("PASS secret");
        return client;
    }

    /** Send text as it is. */
    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Send octets as they are. */
    public void send(Octets octets) throws IOException {
        socket.getOutputStream().write(octets.toByteArray());
    }

    /** Send a line, and return the next line. */
    public String say(String line) throws IOException {
        send(line + "\r\n");
        return line();
    }

    /** Send a command of IMAP, and return the responses up to the tagged one, literals inline, without the tag. */
    public String imap(String command) throws IOException {
        send("t " + command + "\r\n");
        return untilTagged();
    }

    /** Return the responses of IMAP up to the tagged one. */
    public String untilTagged() throws IOException {
        StringBuilder responses = new StringBuilder();
        String line = line();
        while (!line.startsWith("t ")) {
            responses.append(line).append("\r\n");
            if (line.endsWith("}")) {
                int length = Integer.parseInt(line.substring(line.lastIndexOf('{') + 1, line.length() - 1));
                responses.append(bytes(length));
            }
            line = line();
        }
        return responses + line.substring(2);
    }

    /**
     * Return what a reply of POP3 holds, up to its final dot, without the dots that were put before others; a line feed
     * ends a line here, as it does for most clients.
     */
    public String untilDot() throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = upToLineFeed(); !line.equals(".\r\n"); line = upToLineFeed()) {
            content.append(line.startsWith(".") ? line.substring(1) : line);
        }
        return content.toString();
    }

    /** Return the next line without the CRLF that ends it. */
    public String line() throws IOException {
        StringBuilder line = new StringBuilder();
        do {
            line.append(upToLineFeed());
        } while (line.length() < 2 || line.charAt(line.length() - 2) != '\r');
        return line.substring(0, line.length() - 2);
    }

    private String upToLineFeed() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = -1;
        while (octet != '\n') {
            octet = input.read();
            if (octet < 0) {
                throw new EOFException("The server has hung up after " + line.toString(StandardCharsets.ISO_8859_1));
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Return the next bytes. */
    public String bytes(int count) throws IOException {
        return new String(input.readNBytes(count), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
