package io.github.postfixture.web;

import io.github.postfixture.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Sends what no well-behaved client would. */
public final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    private RawClient(Socket socket) {
        this.socket = socket;
    }

    public static RawClient to(Endpoint endpoint) throws IOException {
        Socket socket = new Socket(endpoint.host(), endpoint.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new RawClient(socket);
    }

    public static RawClient to(String host, int port) throws IOException {
        return to(new Endpoint("tcp", host, port));
    }

    public RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    public RawClient endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Return everything until the server closes the connection. */
    public String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Return everything until the server closes or breaks the connection. */
    public String readAllBeforeReset() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketException e) {
            // It did not wait for the rest of the request.
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** Skip everything until the server closes the connection, and return how much it was. */
    public long skipAll() throws IOException {
        return socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Return what comes up to the given end. */
    public String readTo(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                throw new IOException("Ended after " + text);
            }
            text.append((char) octet);
        }
        return text.toString();
    }

    /** Wait until the server ends the connection, in whatever way. */
    public void awaitEnd() {
        try {
            skipAll();
        } catch (IOException reset) {
            // That is an end too.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
