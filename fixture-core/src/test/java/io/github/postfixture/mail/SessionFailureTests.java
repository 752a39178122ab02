package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.mail.protocol.SmtpOptions;
import io.github.postfixture.mail.protocol.SmtpStage;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import io.github.postfixture.timeline.Failure;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class SessionFailureTests {

    private final MailServer mail = MailServer.start();

    @AfterEach
    void close() {
        mail.close();
    }

    static Stream<Throwable> whatCanBeThrown() {
        return Stream.of(
                new StackOverflowError("too deep"),
                new OutOfMemoryError("too much"),
                new NoClassDefFoundError("org/example/Missing"),
                new AssertionError("not so"),
                new IllegalStateException("not now"));
    }

    @ParameterizedTest
    @MethodSource("whatCanBeThrown")
    void endsSmtpWith421(Throwable thrown) throws IOException {
        mail.at(SmtpStage.RCPT).next(ConnectionFault.run("failure", failing(thrown)));

        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("MAIL FROM:<a@example.org>");
            assertThat(client.say("RCPT TO:<b@example.org>")).isEqualTo("421 4.3.0 localhost failed");
            assertThat(client.reply()).isEmpty();
        }

        assertThatItIsTold("smtp", "EHLO client.example, MAIL FROM:<a@example.org>, RCPT TO:<b@example.org>", thrown);
        assertThat(mail.attempts().all())
                .singleElement()
                .hasToString("attempt #1 from <a@example.org> to []: broken with 421 4.3.0 localhost failed");
        try (SmtpClientSocket next = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(next.deliver("Subject: x", "a@example.org", "b@example.org"))
                    .isEqualTo("250 2.0.0 Message accepted");
        }
    }

    @Test
    void endsLmtpWith421() throws IOException {
        try (MailServer lmtp =
                MailServer.builder().smtp(SmtpOptions.defaults().lmtp()).start()) {
            lmtp.at(SmtpStage.EHLO).next(ConnectionFault.run("failure", failing(new StackOverflowError())));
            try (SmtpClientSocket client = new SmtpClientSocket(lmtp.smtp())) {
                client.reply();
                assertThat(client.say("LHLO client.example")).isEqualTo("421 4.3.0 localhost failed");
                assertThat(client.reply()).isEmpty();
            }
            assertThat(lmtp.timeline().failures()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("whatCanBeThrown")
    void endsImapWithBye(Throwable thrown) throws IOException {
        mail.atImap("SELECT").next(ConnectionFault.run("failure", failing(thrown)));

        try (RawImap client = new RawImap(mail.imap())) {
            client.say("a LOGIN alice@example.org any");
            client.send("b SELECT INBOX");
            assertThat(client.line()).isEqualTo("* BYE [SERVERBUG] The server failed");
            assertThat(client.line()).isEqualTo("(end)");
        }

        assertThatItIsTold("imap", "a LOGIN ****, b SELECT INBOX", thrown);
        try (RawImap next = new RawImap(mail.imap())) {
            assertThat(next.say("a LOGIN alice@example.org any")).isEqualTo("a OK Logged in");
            assertThat(next.say("b SELECT INBOX")).startsWith("b OK");
        }
    }

    @Test
    void endsAnIdlingClientWithBye() throws IOException {
        mail.atImap("IDLE").next(ConnectionFault.run("failure", failing(new StackOverflowError())));

        try (RawImap client = new RawImap(mail.imap())) {
            client.say("a LOGIN alice@example.org any");
            client.say("b SELECT INBOX");
            assertThat(client.say("c IDLE")).isEqualTo("+ idling");
            assertThat(client.line()).isEqualTo("* BYE [SERVERBUG] The server failed");
        }

        assertThat(mail.timeline().failures()).hasSize(1);
        assertThat(mail.mailbox("alice@example.org").readers().all().get(0).isIdle())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("whatCanBeThrown")
    void endsPop3WithARefusalAndDeletesNothing(Throwable thrown) throws IOException {
        Sender.send(mail, "Subject: Hello\n\nHi\n", "alice@example.org");
        mail.atPop3("NOOP").next(ConnectionFault.run("failure", failing(thrown)));

        try (SmtpClientSocket client = pop3()) {
            client.say("DELE 1");
            assertThat(client.say("NOOP")).isEqualTo("-ERR [SYS/TEMP] The server failed");
            assertThat(client.reply()).isEmpty();
        }

        assertThatItIsTold("pop3", "PASS ****, DELE 1, NOOP", thrown);
        try (SmtpClientSocket next = pop3()) {
            assertThat(next.say("LIST 1")).startsWith("+OK 1 ");
        }
    }

    @Test
    void failsTheTestAlthoughTheServerIsNotStrict() throws IOException {
        StackOverflowError thrown = new StackOverflowError("too deep");
        Sender.send(mail, "Subject: Nobody looks", "alice@example.org");
        assertThatCode(mail::verify).doesNotThrowAnyException();
        mail.at(SmtpStage.EHLO).next(ConnectionFault.run("failure", failing(thrown)));
        SmtpClientSocket.greeting(mail.smtp()).close();

        String failed = mail.timeline().failures().get(0).toString();
        assertThat(mail.problems()).hasSize(2).startsWith(failed);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(mail::verify)
                .withMessage("Expected no session at the mail server to fail but " + failed + ".")
                .satisfies(error -> assertThat(error.getSuppressed()).containsExactly(thrown));
    }

    private SmtpClientSocket pop3() throws IOException {
        SmtpClientSocket client = new SmtpClientSocket(mail.pop3());
        client.reply();
        client.say("USER alice@example.org");
        client.say("PASS any");
        return client;
    }

    private void assertThatItIsTold(String protocol, String said, Throwable thrown) {
        List<Failure> failures = mail.timeline().failures();

        assertThat(failures).extracting(Failure::cause).containsExactly(thrown);
        assertThat(failures.get(0).toString())
                .matches("the " + protocol + " session with 127\\.0\\.0\\.1:\\d+, which said .*, failed: .*")
                .contains(said + ", failed: " + thrown);
        assertThat(mail.problems()).contains(failures.get(0).toString());
    }

    private static Runnable failing(Throwable thrown) {
        return () -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        };
    }
}
