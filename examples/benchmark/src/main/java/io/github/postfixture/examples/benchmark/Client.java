package io.github.postfixture.examples.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client without a library: the same few bytes for every contender. */
final class Client implements AutoCloseable {

    private static final String MESSAGE = "From: a@example.org\r\nTo: b@example.org\r\nSubject: Hello\r\n\r\n"
            + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd\r\n".repeat(30)
            + ".\r\n";

    private final Socket socket;
    private final InputStream input;

    private Client(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        input = new BufferedInputStream(socket.getInputStream());
    }

    /** Send a mail of 2 KB. */
    static void sendMail(int port) throws IOException {
        sendMails(port, MESSAGE, 1);
    }

    /** Send a message so many times on one connection; it ends with the dot on a line. */
    static void sendMails(int port, String message, int count) throws IOException {
        try (Client client = new Client(port)) {
            client.reply();
            client.say("EHLO client.example\r\n");
            for (int i = 0; i < count; i++) {
                client.say("MAIL FROM:<a@example.org>\r\n");
                client.say("RCPT TO:<b@example.org>\r\n");
                client.say("DATA\r\n");
                client.say(message);
            }
            client.say("QUIT\r\n");
        }
    }

    /** Open the inbox of b@example.org. */
    static Client ofImap(int port) throws IOException {
        Client client = new Client(port);
        client.line();
        client.command("LOGIN b@example.org x");
        client.command("SELECT INBOX");
        return client;
    }

    /** Send an IMAP command, and read up to its tagged answer. */
    void command(String command) throws IOException {
        send("a " + command + "\r\n");
        String line = line();
        while (!line.startsWith("a ")) {
            line = line();
        }
        if (!line.startsWith("a OK")) {
            throw new IOException(command + ": " + line);
        }
    }

    /** Get a page of a few bytes. */
    static void getPage(int port) throws IOException {
        try (Client client = new Client(port)) {
            client.send("GET /hello HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            int length = 0;
            String line = client.line();
            while (!line.isEmpty()) {
                if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).trim());
                }
                line = client.line();
            }
            client.input.readNBytes(length);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void say(String text) throws IOException {
        send(text);
        reply();
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void reply() throws IOException {
        String line = line();
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = line();
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = input.read(); octet != '\n'; octet = input.read()) {
            if (octet < 0) {
                throw new IOException("The server closed the connection after: " + line);
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }
}
