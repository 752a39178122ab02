package io.github.postfixture.examples.matrix;

import io.github.postfixture.Endpoint;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Sends as an application would. */
final class Mails {

    private Mails() {}

    static void send(Endpoint smtp) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", smtp.host());
        properties.put("mail.smtp.port", Integer.toString(smtp.port()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        try {
            message.setFrom(new InternetAddress("shop@example.org"));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress("alice@example.org"));
            message.setSubject("Welcome");
            message.setText("Hello");
            Transport.send(message);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
