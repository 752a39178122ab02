package io.github.postfixture.web;

import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Measures what it costs to start a server, ask it once and stop it, against a bare responder. Run it by hand. */
final class WebServerSpeed {

    private static final byte[] REQUEST =
            "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String BODY = "<h1>Hello</h1>";
    private static final int WARM_UP = 3_000;
    private static final int ROUNDS = 5_000;

    private WebServerSpeed() {}

    public static void main(String[] arguments) throws IOException {
        measure(WARM_UP);
        measure(WARM_UP);
        for (int run = 1; run <= 3; run++) {
            System.out.println("run " + run + ": " + measure(ROUNDS));
        }
    }

    private static String measure(int rounds) throws IOException {
        long[] fixture = new long[rounds];
        long[] started = new long[rounds];
        long[] kept = new long[rounds];
        long[] bare = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long began = System.nanoTime();
            try (WebServer web = WebServer.start()) {
                web.serve("/hello", Response.html(BODY));
                int port = web.http().port();
                started[i] = System.nanoTime() - began;
                ask(port);
            }
            fixture[i] = System.nanoTime() - began;
            began = System.nanoTime();
            try (BareResponder responder = new BareResponder()) {
                ask(responder.port());
            }
            bare[i] = System.nanoTime() - began;
        }
        try (WebServer web = WebServer.start();
                Socket socket =
                        new Socket(InetAddress.getLoopbackAddress(), web.http().port())) {
            web.serve("/hello", Response.html(BODY));
            socket.setTcpNoDelay(true);
            for (int i = 0; i < rounds; i++) {
                long began = System.nanoTime();
                ask(socket);
                kept[i] = System.nanoTime() - began;
            }
        }
        return String.format(
                Locale.ROOT,
                "fixture %.3f ms (of it start %.3f), bare %.3f ms, ratio %.2f; kept connection %.3f ms a request",
                median(fixture),
                median(started),
                median(bare),
                median(fixture) / median(bare),
                median(kept));
    }

    private static void ask(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            ask(socket);
        }
    }

    private static void ask(Socket socket) throws IOException {
        socket.getOutputStream().write(REQUEST);
        InputStream input = socket.getInputStream();
        byte[] buffer = new byte[4096];
        int length = 0;
        while (!new String(buffer, 0, length, StandardCharsets.US_ASCII).endsWith(BODY)) {
            int read = input.read(buffer, length, buffer.length - length);
            if (read < 0) {
                throw new IOException("The server closed the connection");
            }
            length += read;
        }
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }

    /** Says always the same, on blocking sockets. */
    private static final class BareResponder implements AutoCloseable {

        private static final byte[] REPLY = ("HTTP/1.1 200 OK\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY)
                .getBytes(StandardCharsets.US_ASCII);

        private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

        BareResponder() throws IOException {
            Thread acceptor = new Thread(this::accept);
            acceptor.setDaemon(true);
            acceptor.start();
        }

        int port() {
            return listening.getLocalPort();
        }

        private void accept() {
            while (!listening.isClosed()) {
                try (Socket socket = listening.accept()) {
                    socket.setTcpNoDelay(true);
                    answer(socket);
                } catch (IOException e) {
                    return;
                }
            }
        }

        private static void answer(Socket socket) throws IOException {
            byte[] buffer = new byte[4096];
            while (socket.getInputStream().read(buffer) >= 0) {
                socket.getOutputStream().write(REPLY);
            }
        }

        @Override
        public void close() {
            try {
                listening.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
