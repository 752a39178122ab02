package io.github.postfixture.junit5.spring;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Properties;

/** Sends mail to an address that it learns once. */
final class Mailer {

    private final Properties properties = new Properties();

    Mailer(URI smtp) {
        properties.setProperty("mail.smtp.host", smtp.getHost());
        properties.setProperty("mail.smtp.port", String.valueOf(smtp.getPort()));
    }

    void send(String subject) {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(properties));
            message.setFrom(new InternetAddress("shop@example.org"));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress("alice@example.org"));
            message.setSubject(subject);
            message.setText("Hello");
            Transport.send(message);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
