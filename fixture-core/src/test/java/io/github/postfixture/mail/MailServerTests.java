package io.github.postfixture.mail;

import static io.github.postfixture.mail.message.MailCriteria.recipient;
import static io.github.postfixture.mail.message.MailCriteria.subject;
import static io.github.postfixture.mail.protocol.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.postfixture.Ports;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import io.github.postfixture.net.BindFailedException;
import io.github.postfixture.timeline.WaitInterruptedError;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class MailServerTests {

    private final MailServer mail =
            MailServer.builder().timeout(Duration.ofMillis(200)).start();

    @AfterEach
    void close() {
        mail.close();
    }

    @Nested
    class Awaiting {

        @Test
        void returnsMailThatIsThereAlready() {
            Sender.send(mail, "Subject: Welcome", "alice@example.org");

            assertThat(mail.awaitMail()).hasSubject("Welcome");
        }

        @Test
        void returnsMailThatComesLater() throws ExecutionException, InterruptedException {
            try (MailServer patient = MailServer.start()) {
                CompletableFuture<ReceivedMail> awaited = CompletableFuture.supplyAsync(patient::awaitMail);
                Sender.send(patient, "Subject: Welcome", "alice@example.org");

                assertThat(awaited.get()).hasSubject("Welcome");
            }
        }

        @Test
        void returnsEachMailOnce() {
            Sender.send(mail, "Subject: first", "alice@example.org");
            Sender.send(mail, "Subject: second", "alice@example.org");

            assertThat(mail.awaitMail()).hasSubject("first");
            assertThat(mail.awaitMail()).hasSubject("second");
            assertThat(mail.receivedMails()).extracting(ReceivedMail::subject).containsExactly("first", "second");
        }

        @Test
        void byCriteriaLeavesOtherMailForLater() {
            Sender.send(mail, "Subject: first", "alice@example.org");
            Sender.send(mail, "Subject: second", "bob@example.org");

            assertThat(mail.awaitMail(recipient("bob@example.org"))).hasSubject("second");
            assertThat(mail.awaitMail()).hasSubject("first");
        }

        @Test
        void inAMailboxDoesNotDisturbTheServer() {
            Sender.send(mail, "Subject: Welcome", "alice@example.org", "bob@example.org");

            assertThat(mail.mailbox("alice@example.org").awaitMail()).hasSubject("Welcome");
            assertThat(mail.mailbox("Bob@Example.ORG").awaitMail()).hasSubject("Welcome");
            assertThat(mail.awaitMail()).hasRecipients("alice@example.org", "bob@example.org");
        }

        @Test
        void failsWhenNothingCame() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(mail::awaitMail)
                    .withMessage("Expected a mail within 200 ms but none came: nobody has asked where to send it.\n"
                            + "Give the application the host and port of MailServer.smtp().");
        }

        @Test
        void tellsWhatCameInsteadAndWhatWasRefused() throws IOException {
            Sender.send(mail, "Subject: Hello", "bob@example.org");
            mail.failNext(RCPT, SmtpFault.reply(550, "5.1.1", "User unknown"));
            try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                client.say("MAIL FROM:<shop@example.org>");
                client.say("RCPT TO:<alice@example.org>");
            }

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(
                            () -> mail.awaitMail(recipient("alice@example.org").and(subject("Welcome"))))
                    .withMessageStartingWith("""
                        Expected a mail for recipient alice@example.org with subject "Welcome" within 200 ms but none came: \
                        the only attempt was refused as this test scripted (550 5.1.1 User unknown), and broke off after \
                        RCPT TO:<alice@example.org>, and no other came in the \
                        """);
        }

        @Test
        void tellsWhichMailAnEarlierAwaitReturned() {
            Sender.send(mail, "Subject: Welcome", "alice@example.org");
            mail.awaitMail();

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> mail.awaitMail(subject("Welcome")))
                    .withMessage("""
                        Expected a mail with subject "Welcome" within 200 ms but none came: an earlier await has returned it \
                        already, and each mail is returned once (receivedMails() has all).
                          #1 mail from shop@example.org to [alice@example.org] with subject "Welcome\"\
                        """);
        }

        @Test
        void tellsWhichMailsCameWhenTheyAreTooFew() {
            Sender.send(mail, "Subject: Welcome", "alice@example.org");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> mail.awaitMails(2))
                    .withMessage("""
                        Expected 2 mails within 200 ms but only 1 came:
                          #1 mail from shop@example.org to [alice@example.org] with subject "Welcome\"\
                        """);
        }

        @Test
        void tellsWhichMailsAnEarlierAwaitReturnedWhenTooFewAreLeft() {
            Sender.send(mail, "Subject: Welcome", "alice@example.org");
            mail.awaitMail();
            Sender.send(mail, "Subject: Invoice", "alice@example.org");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> mail.awaitMails(2))
                    .withMessage("""
                        Expected 2 mails within 200 ms but only 1 came:
                          #2 mail from shop@example.org to [alice@example.org] with subject "Invoice"
                        An earlier await returned already (see receivedMails()):
                          #1 mail from shop@example.org to [alice@example.org] with subject "Welcome\"\
                        """);
        }

        @Test
        void afterCloseSaysWhatToDo() {
            mail.close();

            assertThatIllegalStateException()
                    .isThrownBy(mail::awaitMail)
                    .withMessage("The mail server is closed, no more mail can come;"
                            + " await mail before it is closed, or read receivedMails()");
        }

        @Test
        void endsWhenTheServerIsClosed() {
            try (MailServer patient = MailServer.start()) {
                CompletableFuture<ReceivedMail> awaited = CompletableFuture.supplyAsync(patient::awaitMail);
                patient.close();

                assertThat(awaited)
                        .failsWithin(Duration.ofSeconds(4))
                        .withThrowableThat()
                        .havingCause()
                        .isInstanceOf(IllegalStateException.class);
            }
        }

        @Test
        void endsWhenTheThreadIsInterrupted() throws InterruptedException {
            try (MailServer patient = MailServer.start()) {
                AtomicReference<Throwable> thrown = new AtomicReference<>();
                Thread waiting = new Thread(patient::awaitMail);
                waiting.setUncaughtExceptionHandler((thread, e) -> thrown.set(e));
                waiting.start();
                waiting.interrupt();
                waiting.join();

                assertThat(thrown.get()).isInstanceOf(WaitInterruptedError.class);
            }
        }

        @Test
        void needsAPositiveCount() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mail.awaitMails(0))
                    .withMessage("count (0) must be positive");
        }
    }

    @Nested
    class Lifecycle {

        @Test
        void closeFreesThePorts() {
            assertThat(Ports.areFreed(() -> {
                        MailServer server = MailServer.start();
                        int port = server.smtp().port();
                        server.close();
                        return port;
                    }))
                    .isTrue();
        }

        @Test
        void closeMayBeRepeated() {
            mail.close();

            assertThatCode(mail::close).doesNotThrowAnyException();
        }

        @Test
        void closeLetsAClientSayGoodbye() throws IOException {
            try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                mail.close();

                assertThat(client.say("QUIT")).isEqualTo("221 2.0.0 localhost closing connection");
            }
        }

        @Test
        void closeRefusesEverythingElse() throws IOException {
            try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                mail.close();

                assertThat(client.say("MAIL FROM:<a@example.org>")).isEqualTo("421 4.3.2 localhost shuts down");
                assertThat(client.reply()).isEmpty();
            }
        }

        @Test
        void aPortInUseIsNamed() {
            int port = mail.smtp().port();

            assertThatExceptionOfType(BindFailedException.class)
                    .isThrownBy(() ->
                            MailServer.builder().port(MailProtocol.IMAP, port).start())
                    .withMessage("Cannot bind IMAP to 127.0.0.1 port " + port
                            + ": Address already in use; use port 0 to get any free port");
        }

        @Test
        void aProtocolLeftOutIsNamed() {
            try (MailServer smtpOnly =
                    MailServer.builder().protocols(MailProtocol.SMTP).start()) {
                assertThatIllegalStateException()
                        .isThrownBy(smtpOnly::imap)
                        .withMessage("This mail server does not speak IMAP; name it in"
                                + " MailServer.builder().protocols(..)");
            }
        }

        @Test
        void aTimeoutMustBePositive() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MailServer.builder().timeout(Duration.ZERO))
                    .withMessage("timeout (PT0S) must be positive");
        }

        @Test
        void accountsHaveMailboxesFromTheStart() {
            try (MailServer server =
                    MailServer.builder().account("Alice@example.org", "secret").start()) {
                assertThat(server.mailboxes()).extracting(Mailbox::address).containsExactly("alice@example.org");
            }
        }

        @Test
        void theTimelineTellsWhatHappened() {
            Sender.send(mail, "Subject: Welcome", "alice@example.org");
            mail.awaitMail();

            assertThat(mail.timeline().toString())
                    .matches("\\s+\\+\\d+\\.\\d{3}s  smtp   mail from shop@example.org to \\[alice@example.org]"
                            + " with subject \"Welcome\"");
        }
    }
}
