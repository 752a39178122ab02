package io.github.postfixture.junit5.planted;

import io.github.postfixture.tls.CertificateAuthority;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Properties;

/** Hands over mail, as the applications do. */
final class Mailer {

    private static final String CLOSED_PORT = "9";

    private final Bug bug;
    private final Session session;

    Mailer(URI smtp, Bug bug) {
        this.bug = bug;
        Properties configuration = new Properties();
        configuration.setProperty(
                bug == Bug.PORT_PROPERTY_MISSPELT || bug == Bug.WRONG_PORT_AND_A_WARNING
                        ? "mail.smtp.prot"
                        : "mail.smtp.port",
                "" + smtp.getPort());
        configuration.setProperty("mail.smtp.host", smtp.getHost());
        configuration.putIfAbsent("mail.smtp.port", CLOSED_PORT);
        configuration.setProperty("mail.smtp.localhost", "app.example");
        configuration.setProperty("mail.smtp.timeout", "5000");
        configuration.setProperty("mail.smtp.ssl.enable", "" + (bug == Bug.TLS_AT_THE_PLAIN_PORT));
        configuration.setProperty("mail.smtp.starttls.enable", "" + (bug == Bug.CERTIFICATE_NOT_TRUSTED));
        session = Session.getInstance(configuration);
    }

    /** Return a mailer that logs in, by STARTTLS unless that is the bug. */
    static Mailer of(URI smtp, String user, String password, Bug bug) {
        Properties configuration = new Properties();
        configuration.setProperty("mail.smtp.host", smtp.getHost());
        configuration.setProperty("mail.smtp.port", "" + smtp.getPort());
        configuration.setProperty("mail.smtp.localhost", "app.example");
        configuration.setProperty("mail.smtp.auth", "true");
        configuration.setProperty("mail.smtp.auth.mechanisms", "LOGIN");
        configuration.setProperty("mail.smtp.starttls.enable", "" + (bug != Bug.LOGIN_WITHOUT_STARTTLS));
        if (bug != Bug.CERTIFICATE_NOT_TRUSTED_AND_THROWN) {
            configuration.put(
                    "mail.smtp.ssl.socketFactory",
                    CertificateAuthority.ofThisJvm().sslContext().getSocketFactory());
        }
        return new Mailer(bug, Session.getInstance(configuration, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, bug == Bug.WRONG_PASSWORD ? "" + password + "!" : password);
            }
        }));
    }

    private Mailer(Bug bug, Session session) {
        this.bug = bug;
        this.session = session;
    }

    MimeMessage message() {
        return new MimeMessage(session);
    }

    /** Send a message; try again after a moment if the server says no for now. */
    void send(MimeMessage message, int attempts, long pauseMillis) throws MessagingException {
        try {
            Transport.send(message);
        } catch (MessagingException e) {
            if (attempts < 2 || bug == Bug.NO_RETRY_AFTER_A_TEMPORARY_REFUSAL) {
                throw e;
            }
            pause(pauseMillis);
            send(message, attempts - 1, pauseMillis);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
