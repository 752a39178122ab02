package io.github.postfixture.mail.smtp;

import io.github.postfixture.Endpoint;
import io.github.postfixture.tls.CertificateAuthority;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;

/** A client that says exactly what a test tells it to. */
public final class SmtpClientSocket implements AutoCloseable {

    private Socket socket;
    private BufferedReader replies;

    public SmtpClientSocket(Endpoint endpoint) throws IOException {
        socket = new Socket(endpoint.host(), endpoint.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        replies = reader(socket);
    }

    /** Connect and say hello. */
    public static SmtpClientSocket greeting(Endpoint endpoint) throws IOException {
        SmtpClientSocket client = new SmtpClientSocket(endpoint);
        client.reply();
        client.say("EHLO client.example");
        return client;
    }

    /** Encrypt the connection; the server must have been asked for that. */
    void startTls() throws IOException {
        SSLSocket secure = (SSLSocket) CertificateAuthority.ofThisJvm()
                .sslContext()
                .getSocketFactory()
                .createSocket(socket, "localhost", socket.getPort(), true);
        secure.startHandshake();
        socket = secure;
        replies = reader(secure);
    }

    /** Send a line and return the last line of the reply. */
    public String say(String line) throws IOException {
        send(line + "\r\n");
        return reply();
    }

    /** Send text as it is. */
    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Send a whole message from one address to others, dot-stuffed. */
    public String deliver(String data, String sender, String... recipients) throws IOException {
        say("MAIL FROM:<" + sender + ">");
        for (String recipient : recipients) {
            say("RCPT TO:<" + recipient + ">");
        }
        say("DATA");
        return say(data.replaceAll("(?m)^\\.", "..") + "\r\n.");
    }

    /** Send a whole message, each character one byte, as it is. */
    public String chunk(String data, String sender, String recipient) throws IOException {
        say("MAIL FROM:<" + sender + ">");
        say("RCPT TO:<" + recipient + ">");
        send("BDAT " + data.length() + " LAST\r\n");
        socket.getOutputStream().write(data.getBytes(StandardCharsets.ISO_8859_1));
        return reply();
    }

    /** Return the last line of the next reply; empty at the end of the connection. */
    public String reply() throws IOException {
        List<String> lines = replyLines();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    /** Return all lines of the next reply. */
    public List<String> replyLines() throws IOException {
        List<String> lines = new ArrayList<>();
        String line = replies.readLine();
        while (line != null) {
            lines.add(line);
            if (line.length() < 4 || line.charAt(3) == ' ') {
                return lines;
            }
            line = replies.readLine();
        }
        return lines;
    }

    /** Send a line and return all lines of the reply. */
    List<String> listing(String line) throws IOException {
        send(line + "\r\n");
        return replyLines();
    }

    int port() {
        return socket.getLocalPort();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
