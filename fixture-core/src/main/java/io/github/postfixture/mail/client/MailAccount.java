package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import io.github.postfixture.net.outgoing.ConnectionPolicy;
import io.github.postfixture.timeline.InWords;
import jakarta.mail.Address;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** The servers of a user, and how to reach them and log in. */
final class MailAccount {

    private static final long LONGEST_SMTP_REPLY = 1 << 20;
    private static final long LONGEST_MAILBOX_ANSWER = 160L << 20;
    private static final List<Message.RecipientType> RECIPIENTS =
            List.of(Message.RecipientType.TO, Message.RecipientType.CC, Message.RecipientType.BCC);

    private final String user;
    private final String password;
    private final SSLContext tls;
    private final boolean startTls;
    private final Duration patience;
    private final Runnable beforeEachStep;

    MailAccount(MailClientBuilder settings, SSLContext tls) {
        user = settings.user;
        password = settings.password;
        startTls = settings.startTls;
        patience = settings.commandTimeout;
        beforeEachStep = settings.beforeEachStep;
        this.tls = tls;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** Return how long a server may take for one answer. */
    Duration patience() {
        return patience;
    }

    /** Announce a step that changes something on a server. */
    void step() {
        beforeEachStep.run();
    }

    /** Connect to a server that the test has named; nothing is encrypted yet. */
    BoundedSocket connect(Endpoint server) throws IOException {
        boolean sends = server.scheme().startsWith("smtp");
        BoundedSocket socket = new BoundedSocket(patience, sends ? LONGEST_SMTP_REPLY : LONGEST_MAILBOX_ANSWER);
        try {
            socket.setTcpNoDelay(true);
            ConnectionPolicy.LOCAL.named(server.host()).connect(socket, server.host(), server.port(), patience);
            return socket;
        } catch (SocketTimeoutException e) {
            socket.close();
            throw new SocketTimeoutException("no connection within " + InWords.of(patience));
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Return the socket for the first byte: encrypted, if the protocol says so. */
    Socket encryptedFromTheStart(BoundedSocket socket, Endpoint server) throws IOException {
        return isImplicitTls(server) ? encrypted(socket, server) : socket;
    }

    /** Layer TLS over a connection, to a server whose certificate names its host. */
    Socket encrypted(BoundedSocket socket, Endpoint server) throws IOException {
        SSLSocket encrypted =
                (SSLSocket) tls.getSocketFactory().createSocket(socket, server.host(), server.port(), true);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }

    /** Return whether the connection must be encrypted before the login. */
    boolean needsStartTls(Endpoint server) {
        return startTls && !isImplicitTls(server);
    }

    static boolean isImap(Endpoint server) {
        return server.scheme().startsWith("imap");
    }

    private static boolean isImplicitTls(Endpoint server) {
        return server.scheme().endsWith("s");
    }

    /**
     * Hand a message over to whom its header names, its {@code Bcc} left out.
     *
     * @throws SendFailedException if this message cannot be sent, though others may
     */
    void send(Endpoint smtp, byte[] message) throws MessagingException, IOException {
        MimeMessage mail = LocalMail.parse(message);
        InternetAddress[] recipients = recipients(mail);
        step();
        mail.removeHeader("Bcc");
        Session session = session(smtp, sender(mail));
        try (BoundedSocket socket = connect(smtp);
                SMTPTransport transport = (SMTPTransport) session.getTransport(smtp.scheme())) {
            transport.connect(encryptedFromTheStart(socket, smtp));
            transport.sendMessage(mail, recipients);
        } catch (SendFailedException e) {
            throw new SendFailedException(smtp + ": " + reason(e), e);
        } catch (MessagingException e) {
            throw new MessagingException(smtp + ": " + reason(e), e);
        } catch (IOException e) {
            throw new IOException(smtp + ": " + e.getMessage(), e);
        }
    }

    /** Return the message of a failure with those of its causes, which Jakarta Mail leaves out. */
    private static String reason(MessagingException failure) {
        Exception cause = failure.getNextException();
        String message = String.valueOf(failure.getMessage());
        if (cause == null) {
            return message;
        }
        return message + ": " + (cause instanceof MessagingException next ? reason(next) : cause.getMessage());
    }

    private String sender(MimeMessage mail) throws MessagingException {
        try {
            Address[] from = mail.getFrom();
            return from == null || from.length == 0 ? user : ((InternetAddress) from[0]).getAddress();
        } catch (AddressException e) {
            throw new SendFailedException("the mail has a sender that is no address", e);
        }
    }

    private static InternetAddress[] recipients(MimeMessage mail) throws MessagingException {
        List<InternetAddress> recipients = new ArrayList<>();
        for (Message.RecipientType type : RECIPIENTS) {
            recipients.addAll(addresses(mail.getHeader(type.toString(), ",")));
        }
        if (recipients.isEmpty()) {
            throw new SendFailedException("the mail has no recipient");
        }
        return recipients.toArray(InternetAddress[]::new);
    }

    private static List<InternetAddress> addresses(@Nullable String header) throws SendFailedException {
        try {
            return header == null ? List.of() : Arrays.asList(InternetAddress.parse(header, false));
        } catch (AddressException e) {
            throw new SendFailedException("the mail has a recipient that is no address: " + header, e);
        }
    }

    private Session session(Endpoint smtp, String sender) {
        String prefix = "mail." + smtp.scheme() + ".";
        Properties properties = new Properties();
        properties.put(prefix + "host", smtp.host());
        properties.put(prefix + "port", String.valueOf(smtp.port()));
        properties.put(prefix + "user", user);
        properties.put(prefix + "from", sender);
        properties.put(prefix + "auth", "true");
        properties.put(prefix + "ssl.socketFactory", tls.getSocketFactory());
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.enable", String.valueOf(needsStartTls(smtp)));
        properties.put(prefix + "starttls.required", String.valueOf(needsStartTls(smtp)));
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password);
            }
        });
    }
}
