package io.github.postfixture.examples.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What one would write in ten minutes: blocking sockets, canned replies, an accept thread of its own. */
final class NaiveServer implements AutoCloseable {

    private final ServerSocket listening;
    private final Thread accepting;

    private NaiveServer(Dialogue dialogue) throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        accepting = new Thread(() -> accept(dialogue));
        accepting.setDaemon(true);
        accepting.start();
    }

    static NaiveServer smtp() throws IOException {
        return new NaiveServer(NaiveServer::speakSmtp);
    }

    static NaiveServer http() throws IOException {
        return new NaiveServer(NaiveServer::speakHttp);
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(Dialogue dialogue) {
        try {
            while (true) {
                Socket socket = listening.accept();
                Thread handler = new Thread(() -> serve(dialogue, socket));
                handler.setDaemon(true);
                handler.start();
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private static void serve(Dialogue dialogue, Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            dialogue.speak(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)),
                    socket.getOutputStream());
        } catch (IOException e) {
            // The client is gone.
        }
    }

    private static void speakSmtp(BufferedReader in, OutputStream out) throws IOException {
        write(out, "220 ready\r\n");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("DATA")) {
                write(out, "354 go\r\n");
                skipMessage(in);
            }
            write(out, line.equals("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
            if (line.equals("QUIT")) {
                return;
            }
        }
    }

    private static void skipMessage(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
    }

    private static void speakHttp(BufferedReader in, OutputStream out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isEmpty()) {
                write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello");
            }
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What is said on a connection. */
    private interface Dialogue {

        void speak(BufferedReader in, OutputStream out) throws IOException;
    }
}
