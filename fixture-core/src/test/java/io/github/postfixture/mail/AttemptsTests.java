package io.github.postfixture.mail;

import static io.github.postfixture.mail.SmtpStage.CONNECT;
import static io.github.postfixture.mail.SmtpStage.END_OF_DATA;
import static io.github.postfixture.mail.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.mail.Attempt.Outcome;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttemptsTests {

    private final SmtpFault busy = SmtpFault.reply(450, "4.2.1", "Busy");
    private final MailServer mail =
            MailServer.builder().timeout(Duration.ofMillis(300)).start();

    @AfterEach
    void close() {
        mail.close();
    }

    private void send(String recipient) throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.deliver("Hello", "a@example.org", recipient);
            client.say("QUIT");
        }
    }

    @Test
    void anAcceptedMessageIsOneAttempt() throws IOException {
        send("b@example.org");

        assertThat(mail.attempts())
                .hasSize(1)
                .eventuallySucceed()
                .succeedAfterFailures(0)
                .endWithQuit();
        Attempt attempt = mail.attempts().all().get(0);
        assertThat(attempt.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(attempt.sender()).isEqualTo("a@example.org");
        assertThat(attempt.recipients()).containsExactly("b@example.org");
        assertThat(attempt.helo()).isEqualTo("client.example");
        assertThat(attempt.transcript()).anyMatch(line -> line.contains("MAIL FROM:<a@example.org>"));
        assertThat(attempt)
                .hasToString(
                        "attempt #1 from <a@example.org> to [b@example.org]: accepted with 250 2.0.0 Message accepted");
    }

    @Test
    void aRefusedRecipientMakesARefusedAttempt() throws IOException {
        mail.at(RCPT).next(busy);
        send("b@example.org");
        send("b@example.org");

        assertThat(mail.attempts()).hasSize(2).succeedAfterFailures(1);
        Attempt first = mail.attempts().all().get(0);
        assertThat(first.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(first.refusedRecipients()).containsExactly("b@example.org");
    }

    @Test
    void aMessageRefusedInTheEndIsARefusedAttempt() throws IOException {
        mail.at(END_OF_DATA).next(busy);
        send("b@example.org");

        assertThat(mail.attempts().all())
                .singleElement()
                .hasToString("attempt #1 from <a@example.org> to [b@example.org]: refused with 450 4.2.1 Busy");
    }

    @Test
    void aConnectionRefusedOnPurposeIsAnAttempt() throws IOException {
        mail.at(CONNECT).next(busy);
        try (SmtpClientSocket client = new SmtpClientSocket(mail.smtp())) {
            client.reply();
        }

        assertThat(mail.attempts()).hasSize(1);
        assertThat(mail.attempts().all()).extracting(Attempt::outcome).containsExactly(Outcome.REFUSED);
    }

    @Test
    void aConnectionThatEndsInTheMiddleIsABrokenAttempt() throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("MAIL FROM:<a@example.org>");
            client.say("RCPT TO:<b@example.org>");
        }

        assertThat(mail.attempts()).hasSize(1);
        assertThat(mail.attempts().all())
                .singleElement()
                .hasToString("attempt #1 from <a@example.org> to [b@example.org]: broken");
    }

    @Test
    void aTransactionThatIsResetIsAbandoned() throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("MAIL FROM:<a@example.org>");
            client.say("RSET");
        }

        assertThat(mail.attempts().all()).extracting(Attempt::outcome).containsExactly(Outcome.ABANDONED);
    }

    @Test
    void smallTalkIsNoAttempt() throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("NOOP");
            client.say("QUIT");
        }

        assertThat(mail.attempts()).hasSize(0);
    }

    @Test
    void oneConnectionCanBeReusedAndPipelined() throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            for (int i = 0; i < 2; i++) {
                client.send("MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\n");
                client.reply();
                client.reply();
                client.reply();
                client.say("Hello\r\n.");
            }
        }

        assertThat(mail.attempts()).hasSize(2).reuseOneConnection().arePipelined();
    }

    @Test
    void failuresShowTheAttempts() throws IOException {
        mail.at(RCPT).always(busy);
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("MAIL FROM:<a@example.org>");
            client.say("RCPT TO:<b@example.org>");
            client.say("QUIT");
        }
        String instead = "\nbut they are:\n"
                + "  attempt #1 from <a@example.org> to [b@example.org]: refused with 450 4.2.1 Busy";

        assertThatThrownBy(() -> assertThat(mail.attempts()).eventuallySucceed())
                .hasMessage("\nExpecting of the attempts:\n  one to be accepted within 300 ms" + instead);
        assertThatThrownBy(() -> assertThat(mail.attempts()).hasSize(2))
                .hasMessage("\nExpecting of the attempts:\n  to be 2, not 1" + instead);
        assertThatThrownBy(() -> assertThat(mail.attempts()).arePipelined())
                .hasMessage("\nExpecting of the attempts:\n  each to send commands ahead" + instead);
        assertThatThrownBy(() -> assertThat(mail.attempts()).areAuthenticatedAs("alice"))
                .hasMessage("\nExpecting of the attempts:\n  each to be made by alice" + instead);
    }

    @Test
    void failuresTellOfHaste() throws IOException {
        send("b@example.org");
        send("b@example.org");

        assertThatThrownBy(() -> assertThat(mail.attempts()).areApart(Duration.ofHours(1)))
                .hasMessageContaining("each to begin 3600 seconds after the one before, but #2 began after ");
        assertThatThrownBy(() -> assertThat(mail.attempts()).reuseOneConnection())
                .hasMessageContaining("to be made on one connection, not on 2");
        assertThatThrownBy(() -> assertThat(mail.attempts()).succeedAfterFailures(1))
                .hasMessageContaining("one to be accepted after 1 failure, not 0");
    }
}
