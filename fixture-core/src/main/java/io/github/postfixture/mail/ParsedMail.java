package io.github.postfixture.mail;

import io.github.postfixture.net.Octets;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/**
 * A message as Jakarta Mail reads it.
 *
 * @param headers its header section
 * @param content its parts
 */
record ParsedMail(MailHeaders headers, MimeContent content) {

    static ParsedMail of(Octets octets) {
        MimeMessage message = parse(octets);
        return new ParsedMail(new MailHeaders(message), MimeContent.of(message));
    }

    static MimeMessage parse(Octets octets) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), octets.stream());
        } catch (MessagingException e) {
            throw new IllegalStateException("Cannot read a message from memory", e);
        }
    }
}
