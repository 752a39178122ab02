package io.github.postfixture.mail.attempt;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.protocol.SmtpStage.CONNECT;
import static io.github.postfixture.mail.protocol.SmtpStage.END_OF_DATA;
import static io.github.postfixture.mail.protocol.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.attempt.Attempt.Outcome;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.protocol.SmtpOptions;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                .succeeded()
                .succeededAfterFailures(0)
                .endedWithQuit()
                .isNotNull();
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

        assertThat(mail.attempts()).hasSize(2).succeededAfterFailures(1);
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

        assertThat(mail.attempts())
                .hasSize(2)
                .reusedOneConnection()
                .werePipelined()
                .isNotNull();
    }

    @Test
    void failuresShowTheAttempts() throws IOException {
        mail.at(RCPT).always(busy);
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("MAIL FROM:<a@example.org>");
            client.say("RCPT TO:<b@example.org>");
            client.say("QUIT");
        }

        failureOf(() -> assertThat(mail.attempts()).succeeded()).isEqualTo("""
                Expected an attempt to be accepted within 300 ms but none was.
                The attempts were:
                  attempt #1 from <a@example.org> to [b@example.org]: refused with 450 4.2.1 Busy""");
        failureOf(() -> assertThat(mail.attempts()).succeededAfterFailures(2)).isEqualTo("""
                Expected an attempt to be accepted within 300 ms but none was.
                The attempts were:
                  attempt #1 from <a@example.org> to [b@example.org]: refused with 450 4.2.1 Busy""");
        failureOf(() -> assertThat(mail.attempts()).hasSize(2)).isEqualTo("""
                Expected 2 attempts but there were 1.
                The attempts were:
                  attempt #1 from <a@example.org> to [b@example.org]: refused with 450 4.2.1 Busy""");
        failureOf(() -> assertThat(mail.attempts()).werePipelined()).isEqualTo("""
                Expected each attempt to send commands ahead but #1 did not.
                The attempts were:
                  attempt #1 from <a@example.org> to [b@example.org]: refused with 450 4.2.1 Busy""");
        failureOf(() -> assertThat(mail.attempts()).wereAuthenticatedAs("alice"))
                .isEqualTo("""
                Expected each attempt to be made by alice but #1 was not.
                The attempts were:
                  attempt #1 from <a@example.org> to [b@example.org]: refused with 450 4.2.1 Busy""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AUTH PLAIN AGFAZXhhbXBsZS5vcmcAd3Jvbmc=",
                "AUTH PLAIN|AGFAZXhhbXBsZS5vcmcAd3Jvbmc=",
                "AUTH LOGIN|YUBleGFtcGxlLm9yZw==|d3Jvbmc=",
                "AUTHPLAIN AGFAZXhhbXBsZS5vcmcAd3Jvbmc=",
                "AUTH UNKNOWN AGFAZXhhbXBsZS5vcmcAd3Jvbmc=",
                "AUTH PLAIN =|AGFAZXhhbXBsZS5vcmcAd3Jvbmc=",
            })
    void aPasswordSentInTheClearCountsEvenIfItIsRefused(String lines) throws IOException {
        try (MailServer strict = MailServer.builder()
                        .account("a@example.org", "right")
                        .accountsOnly()
                        .smtp(SmtpOptions.defaults())
                        .start();
                SmtpClientSocket client = SmtpClientSocket.greeting(strict.smtp())) {
            String reply = "";
            for (String line : lines.split("\\|", -1)) {
                reply = client.say(line);
            }
            client.say("QUIT");

            failureOf(() -> assertThat(strict.attempts()).encryptedBeforeAuth())
                    .isEqualTo(
                            "Expected each attempt to be encrypted before the client logs in but #1 was not: it logged in without STARTTLS, which was offered.\n"
                                    + "The attempts were:\n  attempt #1, before a sender was named: refused with "
                                    + strict.attempts().all().get(0).reply().orElseThrow());
            assertThat(reply).startsWith("5");
        }
    }

    @Test
    void aLoginThatIsRefusedBeforeThePasswordIsSentLeaksNothing() throws IOException {
        try (MailServer strict = MailServer.builder()
                        .smtp(SmtpOptions.defaults().requireTlsForAuthentication())
                        .start();
                SmtpClientSocket client = SmtpClientSocket.greeting(strict.smtp())) {
            assertThat(client.say("AUTH PLAIN")).startsWith("538 ");
            client.say("QUIT");

            assertThat(strict.attempts()).hasSize(1).encryptedBeforeAuth();
        }
    }

    @Test
    void noAttemptsAreNotApart() {
        failureOf(() -> assertThat(mail.attempts()).wereApart(Duration.ofSeconds(1)))
                .startsWith(
                        "Expected attempts that begin 1 second after one another but nobody tried to send.\nNobody connected");
    }

    @Test
    void failuresTellOfHaste() throws IOException {
        send("b@example.org");
        send("b@example.org");

        failureOf(() -> assertThat(mail.attempts()).wereApart(Duration.ofHours(1)))
                .startsWith("Expected attempts that begin 3600 seconds after one another but #2 began ")
                .contains(" after #1.\nThe attempts were:\n");
        failureOf(() -> assertThat(mail.attempts()).reusedOneConnection()).isEqualTo("""
                Expected all attempts to be made on one connection but they were made on 2.
                The attempts were:
                  attempt #1 from <a@example.org> to [b@example.org]: accepted with 250 2.0.0 Message accepted
                  attempt #2 from <a@example.org> to [b@example.org]: accepted with 250 2.0.0 Message accepted""");
        failureOf(() -> assertThat(mail.attempts()).succeededAfterFailures(1)).isEqualTo("""
                Expected an attempt to be accepted after 1 failure but one was after no failures.
                The attempts were:
                  attempt #1 from <a@example.org> to [b@example.org]: accepted with 250 2.0.0 Message accepted
                  attempt #2 from <a@example.org> to [b@example.org]: accepted with 250 2.0.0 Message accepted""");
    }

    @Test
    void failuresTellOfBadManners() throws IOException {
        byte[] login = "\0a@example.org\0secret".getBytes(StandardCharsets.UTF_8);
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("AUTH PLAIN " + Base64.getEncoder().encodeToString(login));
            client.deliver("Hello", "a@example.org", "b@example.org");

            assertThat(mail.attempts())
                    .hasSize(1)
                    .wereAuthenticatedAs("a@example.org")
                    .isNotNull();
            failureOf(() -> assertThat(mail.attempts()).encryptedBeforeAuth()).isEqualTo("""
                    Expected each attempt to be encrypted before the client logs in but #1 was not: it logged in without STARTTLS, which was offered.
                    The attempts were:
                      attempt #1 from <a@example.org> to [b@example.org]: accepted with 250 2.0.0 Message accepted""");
            failureOf(() -> assertThat(mail.attempts()).endedWithQuit()).isEqualTo("""
                    Expected each attempt to end with QUIT but #1 did not.
                    The attempts were:
                      attempt #1 from <a@example.org> to [b@example.org]: accepted with 250 2.0.0 Message accepted""");
        }
    }

    @Test
    void encryptionComesBeforeALogin() throws IOException {
        send("b@example.org");
        send("b@example.org");

        assertThat(mail.attempts())
                .encryptedBeforeAuth()
                .wereApart(Duration.ZERO)
                .all()
                .hasSize(2);
    }
}
