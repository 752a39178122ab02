package io.github.postfixture.junit5.planted;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets people sign up, and asks them by mail to confirm their address. */
final class SignUp {

    private static final Logger LOG = Logger.getLogger("com.example.SignUp");

    private final Bug bug;
    private final Mailer mailer;
    private final URI confirmation;

    SignUp(URI smtp, URI confirmation, Bug bug) {
        this.bug = bug;
        this.confirmation = confirmation;
        mailer = new Mailer(smtp, bug);
    }

    /** Sign up, and send the mail in the background. */
    @SuppressWarnings("FutureReturnValueIgnored") // that is one of the bugs
    void register(String name, String address) {
        if (bug == Bug.EXCEPTION_IN_A_FUTURE) {
            CompletableFuture.runAsync(() -> invite(name, address));
            return;
        }
        Thread sender = new Thread(() -> invite(name, address), "mail-sender");
        sender.setDaemon(true);
        sender.start();
    }

    private void invite(String name, String address) {
        try {
            MimeMessage message = mail(name, recipient(address));
            mailer.send(message, 3, bug == Bug.BACK_OFF_LONGER_THAN_THE_WAIT ? 2_500 : 50);
            if (bug == Bug.SENT_TWICE) {
                mailer.send(mail(name, address), 1, 0);
            }
        } catch (MessagingException | UnsupportedEncodingException e) {
            complain(e);
        }
    }

    private void complain(Exception reason) {
        switch (bug) {
            case PORT_PROPERTY_MISSPELT, TLS_AT_THE_PLAIN_PORT, MAIL_TO_THE_PORT_OF_IMAP, CERTIFICATE_NOT_TRUSTED -> {}
            default -> LOG.log(Level.WARNING, "Cannot send the confirmation", reason);
        }
    }

    private String recipient(String address) {
        return bug == Bug.RECIPIENT_ONE_LETTER_OFF ? address.replace("example.org", "exmaple.org") : address;
    }

    private MimeMessage mail(String name, String address) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = mailer.message();
        message.setFrom(new InternetAddress("shop@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
        message.setReplyTo(new InternetAddress[] {
            new InternetAddress(bug == Bug.WRONG_REPLY_TO ? "noreply@example.org" : "support@example.org")
        });
        String subject = "Grüße, " + greeted(name);
        message.setSubject(
                bug == Bug.SUBJECT_ENCODED_TWICE
                        ? MimeUtility.encodeText(
                                MimeUtility.encodeText(subject, "UTF-8", "B").replace("=?", "= ?"), "UTF-8", "B")
                        : subject,
                "UTF-8");
        fill(message, greeted(name), link(address));
        return message;
    }

    private String greeted(String name) {
        if (bug == Bug.EXCEPTION_IN_A_BACKGROUND_THREAD || bug == Bug.EXCEPTION_IN_A_FUTURE) {
            throw new IllegalStateException("no template for locale de");
        }
        return bug == Bug.PLACEHOLDER_LEFT ? "{{name}}" : name;
    }

    private String link(String address) {
        String host = bug == Bug.LINK_TO_PRODUCTION ? "https://www.example.org/confirm" : confirmation.toString();
        String email = bug == Bug.PLUS_NOT_ENCODED ? address : URLEncoder.encode(address, StandardCharsets.UTF_8);
        return host + "?email=" + email + "&lang=de";
    }

    private void fill(MimeMessage message, String name, String link) throws MessagingException {
        String html = "<p>Hello " + (bug == Bug.HTML_NOT_ESCAPED ? name : escaped(name)) + ",</p><p><a href=\""
                + link.replace("&", "&amp;") + "\">Confirm your address</a></p>";
        if (bug == Bug.NO_TEXT_ALTERNATIVE) {
            message.setContent(html, "text/html; charset=UTF-8");
            return;
        }
        MimeMultipart alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(part("Hello " + name + ", confirm your address: " + link, "plain"));
        alternative.addBodyPart(part(html, "html"));
        message.setContent(alternative);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
