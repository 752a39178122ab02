package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The servers of a user, and how to log in to them. */
final class MailAccount {

    private static final String PATIENCE = "30000";
    private static final List<Message.RecipientType> RECIPIENTS =
            List.of(Message.RecipientType.TO, Message.RecipientType.CC, Message.RecipientType.BCC);

    private final String user;
    private final String password;
    private final SSLContext tls;
    private final boolean startTls;

    MailAccount(String user, String password, SSLContext tls, boolean startTls) {
        this.user = user;
        this.password = password;
        this.tls = tls;
        this.startTls = startTls;
    }

    String user() {
        return user;
    }

    /** Open a mailbox by IMAP or POP3; it must be closed. */
    Store open(Endpoint endpoint) throws MessagingException {
        Store store = session(endpoint).getStore(endpoint.scheme());
        store.connect(endpoint.host(), endpoint.port(), user, password);
        return store;
    }

    /** Hand a message over to whom its header names, its {@code Bcc} left out. */
    void send(Endpoint smtp, byte[] message) throws MessagingException {
        MimeMessage mail = LocalMail.parse(message);
        InternetAddress[] recipients = recipients(mail);
        mail.removeHeader("Bcc");
        Session session = session(smtp);
        session.getProperties().put("mail." + smtp.scheme() + ".from", sender(mail));
        try (Transport transport = session.getTransport(smtp.scheme())) {
            transport.connect(smtp.host(), smtp.port(), user, password);
            transport.sendMessage(mail, recipients);
        }
    }

    private String sender(MimeMessage mail) throws MessagingException {
        return mail.getFrom() == null || mail.getFrom().length == 0
                ? user
                : ((InternetAddress) mail.getFrom()[0]).getAddress();
    }

    private static InternetAddress[] recipients(MimeMessage mail) throws MessagingException {
        List<InternetAddress> recipients = new ArrayList<>();
        for (Message.RecipientType type : RECIPIENTS) {
            recipients.addAll(addresses(mail.getHeader(type.toString(), ",")));
        }
        if (recipients.isEmpty()) {
            throw new MessagingException("the mail has no recipient");
        }
        return recipients.toArray(InternetAddress[]::new);
    }

    private static List<InternetAddress> addresses(@Nullable String header) throws AddressException {
        return header == null ? List.of() : Arrays.asList(InternetAddress.parse(header, false));
    }

    private Session session(Endpoint endpoint) {
        String prefix = "mail." + endpoint.scheme() + ".";
        Properties properties = new Properties();
        properties.put(prefix + "ssl.socketFactory", tls.getSocketFactory());
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.enable", String.valueOf(startTls));
        properties.put(prefix + "starttls.required", String.valueOf(startTls));
        properties.put(prefix + "auth", "true");
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "connectiontimeout", PATIENCE);
        properties.put(prefix + "timeout", PATIENCE);
        return Session.getInstance(properties);
    }
}
