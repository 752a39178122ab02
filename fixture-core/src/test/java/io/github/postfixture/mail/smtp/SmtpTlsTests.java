package io.github.postfixture.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.await.Deadline;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.protocol.SmtpExtension;
import io.github.postfixture.mail.protocol.SmtpOptions;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SmtpTlsTests {

    @Test
    void whatWasSentAheadInPlainTextIsThrownAway() throws IOException {
        try (MailServer mail = MailServer.start();
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.send("STARTTLS\r\nMAIL FROM:<evil@example.org>\r\nNOOP\r\n");
            assertThat(client.reply()).isEqualTo("220 2.0.0 Ready to start TLS");
            client.startTls();

            assertThat(client.say("MAIL FROM:<a@example.org>")).isEqualTo("503 5.5.1 Send EHLO or HELO first");
            assertThat(client.listing("EHLO client.example"))
                    .contains("250-REQUIRETLS")
                    .doesNotContain("250-STARTTLS");
            assertThat(client.say("STARTTLS")).isEqualTo("503 5.5.1 TLS is active already");
        }
    }

    @Test
    void aHandshakeThatFailsIsToldAndTheServerLivesOn() throws IOException {
        try (MailServer mail = MailServer.start();
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("STARTTLS");
            client.send("EHLO client.example\r\n");
            assertThat(Deadline.waitingFor("an event", Duration.ofSeconds(10))
                            .await(
                                    mail.timeline(),
                                    () -> mail.timeline().events().stream()
                                            .filter(event ->
                                                    event.detail().toString().startsWith("connection lost"))
                                            .findFirst()))
                    .isPresent();

            try (SmtpClientSocket next = SmtpClientSocket.greeting(mail.smtp())) {
                assertThat(next.say("NOOP")).isEqualTo("250 2.0.0 OK");
            }
        }
    }

    @Test
    void canBeRequiredForMail() throws IOException {
        try (MailServer mail = MailServer.builder()
                        .smtp(SmtpOptions.defaults().requireTls())
                        .start();
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(client.say("MAIL FROM:<a@example.org>"))
                    .isEqualTo("530 5.7.0 Must issue a STARTTLS command first");
            client.say("STARTTLS");
            client.startTls();
            client.say("EHLO client.example");

            assertThat(client.say("MAIL FROM:<a@example.org>")).isEqualTo("250 2.1.0 Sender OK");
        }
    }

    @Test
    void aMessageMayDemandItOnceThereIsTls() throws IOException {
        try (MailServer mail = MailServer.start();
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(client.listing("EHLO client.example")).doesNotContain("250-REQUIRETLS");
            assertThat(client.say("MAIL FROM:<a@example.org> REQUIRETLS"))
                    .isEqualTo("555 5.5.4 Unknown parameter REQUIRETLS");
            client.say("STARTTLS");
            client.startTls();
            client.say("EHLO client.example");

            assertThat(client.say("MAIL FROM:<a@example.org> REQUIRETLS=1"))
                    .isEqualTo("501 5.5.4 REQUIRETLS takes no value");
            assertThat(client.say("MAIL FROM:<a@example.org> requiretls")).isEqualTo("250 2.1.0 Sender OK");
            client.say("RCPT TO:<b@example.org>");
            client.say("DATA");
            client.say(".");
            assertThat(mail.awaitMail().envelope().parameters()).containsExactly("requiretls");
        }
    }

    @Test
    void aMessageMayNotDemandItWhereThatIsNotOffered() throws IOException {
        try (MailServer mail = MailServer.builder()
                        .smtp(SmtpOptions.defaults().without(SmtpExtension.REQUIRETLS))
                        .start();
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("STARTTLS");
            client.startTls();

            assertThat(client.listing("EHLO client.example")).doesNotContain("250-REQUIRETLS");
            assertThat(client.say("MAIL FROM:<a@example.org> REQUIRETLS"))
                    .isEqualTo("555 5.5.4 Unknown parameter REQUIRETLS");
        }
    }
}
