package io.github.postfixture.mail.imap;

import io.github.postfixture.tls.CertificateAuthority;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;

/** A client that says exactly what a test tells it to; one character is one byte. */
final class ImapClient implements AutoCloseable {

    private Socket socket;
    private InputStream input;

    ImapClient(int port) throws IOException {
        use(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Send a line, and return the next line. */
    String say(String line) throws IOException {
        send(line + "\r\n");
        return line();
    }

    /** Send a command, and return all lines up to the tagged one. */
    List<String> command(String command) throws IOException {
        send(command + "\r\n");
        return until(command.substring(0, command.indexOf(' ') + 1));
    }

    /** Return all lines up to one that begins so. */
    List<String> until(String begin) throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(line());
        } while (!last(lines).startsWith(begin) && !last(lines).equals("(end)"));
        return lines;
    }

    /** Return the next line, or {@code (end)}. */
    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = input.read(); octet != '\n'; octet = input.read()) {
            if (octet < 0) {
                return line.toString(StandardCharsets.ISO_8859_1) + "(end)";
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1).replaceAll("\r$", "");
    }

    String bytes(int count) throws IOException {
        return new String(input.readNBytes(count), StandardCharsets.ISO_8859_1);
    }

    void startTls() throws IOException {
        SSLSocket secure = (SSLSocket) CertificateAuthority.ofThisJvm()
                .sslContext()
                .getSocketFactory()
                .createSocket(socket, "localhost", socket.getPort(), true);
        secure.startHandshake();
        use(secure);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void use(Socket connected) throws IOException {
        socket = connected;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        input = new BufferedInputStream(socket.getInputStream());
    }

    private static String last(List<String> lines) {
        return lines.get(lines.size() - 1);
    }
}
