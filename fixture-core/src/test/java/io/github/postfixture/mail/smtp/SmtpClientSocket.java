package io.github.postfixture.mail.smtp;

import io.github.postfixture.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client that says exactly what a test tells it to. */
public final class SmtpClientSocket implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader replies;

    public SmtpClientSocket(Endpoint endpoint) throws IOException {
        socket = new Socket(endpoint.host(), endpoint.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Connect and say hello. */
    public static SmtpClientSocket greeting(Endpoint endpoint) throws IOException {
        SmtpClientSocket client = new SmtpClientSocket(endpoint);
        client.reply();
        client.say("EHLO client.example");
        return client;
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

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
