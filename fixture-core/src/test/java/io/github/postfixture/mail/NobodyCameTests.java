package io.github.postfixture.mail;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.postfixture.mail.smtp.SmtpClientSocket;
import io.github.postfixture.net.Reservation;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NobodyCameTests {

    private static final String ADVICE =
            " client did not accept the certificate: let it trust CertificateAuthority.ofThisJvm(), by its sslContext()"
                    + " or its pem(), and use the host that the endpoint has";

    private final MailServer mail = impatient(MailServer.builder());

    private static MailServer impatient(MailServerBuilder builder) {
        return builder.account("alice@example.org", "secret")
                .timeout(Duration.ofMillis(20))
                .start();
    }

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void isSaidWithTheAddressThatNobodyUsed() {
        String smtp = mail.smtp().toString();
        String nobody = "\nNobody connected to " + smtp + ": does the application under test use this host and port?";

        failureOf(mail::awaitMail).isEqualTo("Expected a mail within 20 ms but none came." + nobody);
        failureOf(() -> mail.awaitMails(2))
                .isEqualTo("Expected 2 mails within 20 ms but only 0 came:\n  (none)" + nobody);
        failureOf(() -> mail.mailbox("bob@example.org").awaitMail())
                .isEqualTo("Expected a mail in mailbox bob@example.org within 20 ms but none came." + nobody);
        failureOf(() -> assertThat(mail).hasMailCount(1)).endsWith("but had 0:\n  (none)" + nobody);
        failureOf(() -> assertThat(mail.attempts()).succeeded()).endsWith("they are:\n  (none)" + nobody);
    }

    @Test
    void isSaidWithEveryAddress() {
        String smtp = mail.smtp().toString();
        String smtps = mail.smtps().toString();
        mail.imap();

        failureOf(mail::awaitMail)
                .endsWith("Nobody connected to " + smtp + " or " + smtps
                        + ": does the application under test use this host and port?");
    }

    @Test
    void isSaidOfAnAddressThatThePreviousServerLeft() {
        try (Reservation place = Reservation.open()) {
            MailServer first = MailServer.builder().on(place).start();
            String smtp = first.smtp().toString();
            first.close();
            MailServer second = impatient(MailServer.builder().on(place));

            failureOf(second::awaitMail)
                    .endsWith("Nobody connected to " + smtp
                            + ": does the application under test use this host and port?");
            second.close();
        }
    }

    @Test
    void isNotSaidOfAClientThatSendsNothing() throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("NOOP");
            client.say("QUIT");
        }

        assertThat(failureAfterAllHaveLeft()).isEqualTo("""
                Expected a mail within 20 ms but none came.
                Who connected:
                  127.0.0.1:PORT, which said EHLO client.example, NOOP, QUIT, and left""");
    }

    @Test
    void namesTheStageOfAClientThatIsStillThere() throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("MAIL FROM:<shop@example.org>");
            client.say("RCPT TO:<alice@example.org>");
            client.say("DATA");

            assertThat(failure()).isEqualTo("""
                    Expected a mail within 20 ms but none came.
                    Who connected:
                      127.0.0.1:PORT, which said MAIL FROM:<shop@example.org>, RCPT TO:<alice@example.org>, DATA, \
                    and is still there""");
        }
    }

    @Test
    void namesTheStageOfAClientThatBrokeOff() throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("MAIL FROM:<shop@example.org>");
        }

        assertThat(failureAfterAllHaveLeft()).startsWith("""
                        Expected a mail within 20 ms but none came.
                        What SMTP reported:
                          connection lost in a transaction from <shop@example.org>: \
                        """).endsWith("""
                        Who connected:
                          127.0.0.1:PORT, which said EHLO client.example, MAIL FROM:<shop@example.org>, and left""");
    }

    @Test
    void namesTheLoginThatWasRefused() throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("AUTH PLAIN AGFsaWNlQGV4YW1wbGUub3JnAHdyb25n");
            client.say("QUIT");
        }

        assertThat(failureAfterAllHaveLeft()).isEqualTo("""
                Expected a mail within 20 ms but none came.
                What SMTP reported:
                  AUTH PLAIN **** refused: 535 5.7.8 Authentication failed for alice@example.org
                Who connected:
                  127.0.0.1:PORT, which said EHLO client.example, AUTH PLAIN ****, QUIT, and left""");
    }

    @Test
    void tellsWhatToDoForAClientThatDoesNotTrustTheCertificate() {
        Properties properties = new Properties();
        properties.put("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.localhost", "client.example");
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> connect("smtp", mail.smtp().port(), properties));

        assertThat(failureAfterAllHaveLeft())
                .contains("\n  127.0.0.1:PORT, which said EHLO client.example, STARTTLS, and left\n")
                .endsWith(ADVICE);
    }

    @Test
    void tellsItOfSmtpsToo() {
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> connect("smtps", mail.smtps().port(), new Properties()));

        assertThat(failureAfterAllHaveLeft())
                .contains("\nWhat SMTP reported:\n  connection lost: TLS handshake failed: ")
                .contains("\n  127.0.0.1:PORT, which said nothing, and left\n")
                .endsWith(ADVICE);
    }

    @Test
    void isNotSaidOnceAMailHasCome() {
        Sender.send(mail, "Subject: Welcome", "alice@example.org");
        mail.awaitMail();

        failureOf(() -> mail.mailbox("bob@example.org").awaitMail())
                .isEqualTo("Expected a mail in mailbox bob@example.org within 20 ms but none came.");
    }

    private static void connect(String protocol, int port, Properties properties) throws MessagingException {
        try (Transport transport = Session.getInstance(properties).getTransport(protocol)) {
            transport.connect("127.0.0.1", port, "alice@example.org", "secret");
        }
    }

    private String failure() {
        String message =
                catchThrowableOfType(AssertionError.class, mail::awaitMail).getMessage();
        return String.valueOf(message).replaceAll("127.0.0.1:\\d+", "127.0.0.1:PORT");
    }

    /** Return the failure once the server knows that its clients have gone, which is no event. */
    private String failureAfterAllHaveLeft() {
        Optional<String> failure = Optional.empty();
        for (int i = 0; i < 500 && failure.isEmpty(); i++) {
            failure = Optional.of(failure()).filter(text -> !text.contains("is still there"));
        }
        return failure.orElseThrow();
    }
}
