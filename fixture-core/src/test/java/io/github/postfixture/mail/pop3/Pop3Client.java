package io.github.postfixture.mail.pop3;

import io.github.postfixture.Endpoint;
import io.github.postfixture.tls.CertificateAuthority;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;

/** A client that says exactly what a test tells it to; one character is one byte. */
final class Pop3Client implements AutoCloseable {

    private final String greeting;
    private Socket socket;
    private InputStream input;

    Pop3Client(Endpoint endpoint) throws IOException {
        use(new Socket(endpoint.host(), endpoint.port()));
        greeting = line();
    }

    /** Connect, and log in with the password {@code secret}. */
    static Pop3Client loggedIn(Endpoint endpoint, String name) throws IOException {
        Pop3Client client = new Pop3Client(endpoint);
        client.say("USER " + name);
        client.say("PASS secret");
        return client;
    }

    String greeting() {
        return greeting;
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Send a line, and return the next line. */
    String say(String line) throws IOException {
        send(line + "\r\n");
        return line();
    }

    /** Send a command, and return all lines before the final dot. */
    List<String> listing(String command) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = say(command); !line.equals(".") && !line.endsWith("(end)"); line = line()) {
            lines.add(line);
        }
        return lines;
    }

    /** Return the next line, or what there is of it and {@code (end)}. */
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
}
