package io.github.postfixture.junit5;

import io.github.postfixture.mail.MailServer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Sends mail as an application would. */
final class Mails {

    private Mails() {}

    static void send(MailServer server, String recipient, String subject) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", server.smtp().host());
        properties.put("mail.smtp.port", String.valueOf(server.smtp().port()));
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(properties));
            message.setFrom(new InternetAddress("shop@example.org"));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
            message.setSubject(subject);
            message.setText("Hello");
            Transport.send(message);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
