package io.github.postfixture.mail.greenmail;

import io.github.postfixture.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A client that says exactly what a test tells it to. */
final class DialogueSocket implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader lines;

    DialogueSocket(Endpoint endpoint) throws IOException {
        socket = new Socket(endpoint.host(), endpoint.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Return the next line; empty at the end of the connection. */
    String line() throws IOException {
        String line = lines.readLine();
        return line == null ? "" : line;
    }

    /** Send a line and return all lines up to one that begins with this. */
    List<String> say(String command, String last) throws IOException {
        send(command + "\r\n");
        List<String> response = new ArrayList<>();
        do {
            response.add(Objects.requireNonNull(lines.readLine(), "The server closed the connection"));
        } while (!response.get(response.size() - 1).startsWith(last));
        return response;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
