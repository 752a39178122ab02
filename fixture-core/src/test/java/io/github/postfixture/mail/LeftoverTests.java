package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeftoverTests {

    private final MailServer mail = MailServer.builder().strict().start();

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void namesMailThatNobodyLookedAt() {
        Sender.send(mail, "Subject: One", "alice@example.org");
        Sender.send(mail, "Subject: Two", "alice@example.org");
        mail.awaitMail();

        assertThat(mail.problems())
                .containsExactly(
                        "nobody looked at mail from shop@example.org to [alice@example.org] with subject \"Two\"");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(mail::verify)
                .withMessage("Expected nothing to be left over at the mail server but nobody looked at mail from"
                        + " shop@example.org to [alice@example.org] with subject \"Two\".");
    }

    @Test
    void countsMailAsSeenThatIsListedOrAsserted() {
        Sender.send(mail, "Subject: One", "alice@example.org");
        assertThat(mail.mailbox("alice@example.org").receivedMails()).hasSize(1);
        Sender.send(mail, "Subject: Two", "alice@example.org");
        assertThat(mail.receivedMails()).hasSize(2);
        Sender.send(mail, "Subject: Three", "bob@example.org");
        assertThat(mail.mailbox("bob@example.org")).receivesMail();

        assertThat(mail.problems()).isEmpty();
        assertThatCode(mail::verify).doesNotThrowAnyException();
    }

    @Test
    void countsMailAsSeenThatAClientCouldRead() throws IOException {
        Sender.send(mail, "Subject: One", "alice@example.org");
        try (SmtpClientSocket client = new SmtpClientSocket(mail.pop3())) {
            client.reply();
            client.say("USER alice@example.org");
            client.say("PASS x");
            Sender.send(mail, "Subject: Two", "alice@example.org");
            client.say("QUIT");
        }

        assertThat(mail.problems()).isEmpty();
    }

    @Test
    void namesAConnectionThatTheApplicationLeftOpen() throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("NOOP");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(mail::verify)
                    .withMessageMatching("Expected nothing to be left over at the mail server but the smtp connection"
                            + " from 127\\.0\\.0\\.1:\\d+, which said EHLO client\\.example, NOOP,"
                            + " open since \\d\\d:\\d\\d:\\d\\d was left open\\.");
        }
    }

    @Test
    void doesNotCountAConnectionWhoseClientHasSaidGoodbye() throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(mail.leftOpen(Duration.ZERO)).hasSize(1);
            client.say("QUIT");

            assertThat(mail.leftOpen(Duration.ZERO)).isEmpty();
        }
    }
}
