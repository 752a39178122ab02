package io.github.postfixture.mail;

import io.github.postfixture.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** An IMAP client, or one of POP3, that says exactly what a test tells it to. */
public final class RawImap implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader input;
    private final String greeting;

    public RawImap(Endpoint endpoint) throws IOException {
        socket = new Socket(endpoint.host(), endpoint.port());
        socket.setSoTimeout(60_000);
        input = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        greeting = line();
    }

    public String greeting() {
        return greeting;
    }

    /** Send a command, and return the line that has its tag, or begins with a plus. */
    public String say(String command) throws IOException {
        send(command);
        String tag = command.substring(0, command.indexOf(' ') + 1);
        String line = line();
        while (line.startsWith("* ") && !tag.isEmpty()) {
            line = line();
        }
        return line;
    }

    public void send(String line) throws IOException {
        sendRaw(line + "\r\n");
    }

    /** Send text as it is. */
    public void sendRaw(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Return the next line, or {@code (end)}. */
    public String line() throws IOException {
        return Objects.requireNonNullElse(input.readLine(), "(end)");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
