package io.github.postfixture.mail;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.postfixture.Endpoint;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import io.github.postfixture.net.Reservation;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NobodyCameTests {

    private static final String ADVICE =
            "Make the client trust CertificateAuthority.ofThisJvm(), by its sslContext() or"
                    + " its pem(), and connect to the host name of the endpoint.";
    private static final String EITHER_OR =
            ".\nEither the application failed before it sent anything, perhaps in a background"
                    + " task whose exception nobody saw, or it sends to another host or port, or later than this test waits.";

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
        String why = " within 20 ms but none came: nobody connected to " + smtp + EITHER_OR;
        String nobody = "\nNobody connected to " + smtp + ": does the application under test use this host and port?";

        failureOf(mail::awaitMail).isEqualTo("Expected a mail" + why);
        failureOf(() -> mail.awaitMails(2)).isEqualTo("Expected 2 mails" + why);
        failureOf(() -> mail.mailbox("bob@example.org").awaitMail())
                .isEqualTo("Expected a mail in mailbox bob@example.org" + why);
        failureOf(() -> assertThat(mail).hasMailCount(1)).endsWith(" but none came." + nobody);
        failureOf(() -> assertThat(mail.attempts()).succeeded()).endsWith("but nobody tried to send." + nobody);
    }

    @Test
    void isSaidWithEveryAddress() {
        String smtp = mail.smtp().toString();
        String smtps = mail.smtps().toString();
        mail.imap();

        failureOf(mail::awaitMail).endsWith(": nobody connected to " + smtp + " or " + smtps + EITHER_OR);
    }

    @Test
    void isSaidOfAnAddressThatThePreviousServerLeft() throws IOException {
        try (Reservation place = Reservation.open()) {
            MailServer first = MailServer.builder().on(place).start();
            String smtp = first.smtp().toString();
            SmtpClientSocket.greeting(first.smtp()).close();
            first.close();
            MailServer second = impatient(MailServer.builder().on(place));

            failureOf(second::awaitMail)
                    .endsWith(": nobody connected to " + smtp + ".\nMeanwhile " + smtp
                            + " had 1 connection in earlier tests.\nSo it is known where to send: the application failed"
                            + " before it sent anything, perhaps in a background task whose exception nobody saw.");
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
                Expected a mail within 20 ms but none came: somebody connected to SMTP but handed over no mail.
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
                    Expected a mail within 20 ms but none came: somebody connected to SMTP but handed over no mail.
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

        assertThat(failureAfterAllHaveLeft())
                .matches("Expected a mail within 20 ms but none came: the only attempt broke off after"
                        + " MAIL FROM:<shop@example.org>, and no other came in the \\d+ ms after it\\.");
    }

    @Test
    void namesTheLoginThatWasRefused() throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("AUTH PLAIN AGFsaWNlQGV4YW1wbGUub3JnAHdyb25n");
            client.say("QUIT");
        }

        assertThat(failureAfterAllHaveLeft())
                .matches("Expected a mail within 20 ms but none came: the only attempt was refused"
                        + " \\(535 5.7.8 Authentication failed for alice@example.org\\), and no other came in the \\d+ ms"
                        + " after it\\.");
    }

    @Test
    void tellsWhatToDoForAClientThatDoesNotTrustTheCertificate() {
        Properties properties = new Properties();
        properties.put("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.localhost", "client.example");
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> connect("smtp", mail.smtp().port(), properties));

        assertThat(failureAfterAllHaveLeft())
                .containsPattern(
                        "but none came: a client (refused the certificate of this server|broke off the TLS handshake,"
                                + " perhaps because it did not trust the certificate)\\.\n")
                .endsWith(ADVICE);
    }

    @Test
    void tellsItOfSmtpsToo() {
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> connect("smtps", mail.smtps().port(), new Properties()));

        assertThat(failureAfterAllHaveLeft())
                .matches("(?s).* but none came: a client (refused the certificate of this server|broke off the TLS"
                        + " handshake, perhaps because it did not trust the certificate)\\.\n.*")
                .endsWith(ADVICE);
    }

    @Test
    void isSaidWithTheEndpointsThatSomebodyUsed() throws IOException {
        mail.smtp();
        say(mail.imap(), "a NOOP\r\n");

        assertThat(failureAfterAllHaveLeft()).contains("\nMeanwhile " + mail.imap() + " had 1 connection.\n");
    }

    @Test
    void isNotSaidOfAClientThatLeavesThePortOfImapWithoutSendingAnything() throws IOException {
        mail.smtp();
        say(mail.imap(), "");

        assertThat(failureAfterAllHaveLeft())
                .contains("but none came: a client connected to " + mail.imap()
                        + " and left without sending anything.\n");
    }

    @Test
    void isNotSaidOfAClientThatSpeaksTlsWherePlainTextIsSpoken() throws IOException {
        for (int i = 0; i < 2; i++) {
            say(mail.smtp(), "\u0016\u0003\u0001\u0002\0\u0001");
        }

        assertThat(failureAfterAllHaveLeft()).isEqualTo("""
                Expected a mail within 20 ms but none came: a client began TLS at once (16 03 01 02 00 01), 2 times, but SMTP \
                speaks plain text until STARTTLS.
                Use STARTTLS in the application (no smtps:// URL, no mail.smtp.ssl.enable), or give it MailServer.smtps().""");
    }

    @Test
    void isNotSaidOfAClientThatSpeaksPlainTextWhereTlsIsSpoken() throws IOException {
        say(mail.smtps(), "EHLO client.example\r\n");

        assertThat(failureAfterAllHaveLeft()).isEqualTo("""
                Expected a mail within 20 ms but none came: a client sent plain text (EHLO client.example), but SMTP wants TLS \
                from the first byte.
                Give the application MailServer.smtp(), which is plain text and offers STARTTLS, or let it begin with TLS \
                (smtps://, mail.smtp.ssl.enable=true).""");
    }

    @Test
    void isNotSaidOfAClientThatWaitsForAGreetingWhereTlsIsSpoken() throws IOException {
        try (Socket client = new Socket("127.0.0.1", mail.smtps().port())) {
            String failure = failure();
            for (int i = 0; i < 500 && failure.contains("nobody connected"); i++) {
                failure = failure();
            }

            assertThat(failure)
                    .contains(
                            "a client sent nothing, as one that waits for a greeting in plain text, but SMTP wants TLS");
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void isNotSaidOfAClientThatSpeaksHttp() throws IOException {
        say(mail.smtp(), "POST /mail HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");

        assertThat(failureAfterAllHaveLeft()).isEqualTo("""
                Expected a mail within 20 ms but none came: a client sent a request of HTTP (POST /mail HTTP/1.1), but SMTP \
                speaks SMTP.
                Does the application have two addresses the wrong way round? Mail goes to MailServer.smtp(), HTTP to \
                WebServer.uri(..), readers to MailServer.imap() or pop3().""");
    }

    @Test
    void isNotSaidOfAClientThatSpeaksSmtpToReaders() throws IOException {
        mail.smtp();
        say(mail.imap(), "EHLO client.example\r\n");

        assertThat(failureAfterAllHaveLeft())
                .contains("a client spoke SMTP (EHLO client.example), but " + mail.imap() + " speaks IMAP.\n");
    }

    @Test
    void isNotSaidOnceAMailHasCome() {
        Sender.send(mail, "Subject: Welcome", "alice@example.org");
        mail.awaitMail();

        failureOf(() -> mail.mailbox("bob@example.org").awaitMail())
                .isEqualTo(
                        "Expected a mail in mailbox bob@example.org within 20 ms but none came: all that came is mail"
                                + " from shop@example.org to [alice@example.org] with subject \"Welcome\".");
    }

    private static void connect(String protocol, int port, Properties properties) throws MessagingException {
        try (Transport transport = Session.getInstance(properties).getTransport(protocol)) {
            transport.connect("127.0.0.1", port, "alice@example.org", "secret");
        }
    }

    private static void say(Endpoint endpoint, String text) throws IOException {
        try (Socket client = new Socket(endpoint.host(), endpoint.port())) {
            client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        } catch (SocketException e) {
            // The server does not read what it does not understand.
        }
    }

    private String failure() {
        String message =
                catchThrowableOfType(AssertionError.class, mail::awaitMail).getMessage();
        return String.valueOf(message)
                .replaceAll("smtps?://127.0.0.1:\\d+", "SMTP")
                .replaceAll("127.0.0.1:\\d+,", "127.0.0.1:PORT,");
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
