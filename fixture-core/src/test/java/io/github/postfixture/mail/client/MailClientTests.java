package io.github.postfixture.mail.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.inbound.ComposedMail;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.protocol.SmtpStage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailClientTests {

    private final MailServer server = MailServer.builder()
            .account("alice@example.org", "secret")
            .account("bob@example.org", "hidden")
            .start();

    @TempDir
    private Path disk;

    @AfterEach
    void close() {
        server.close();
    }

    private MailClientBuilder alice() {
        return MailClient.of("alice@example.org", "secret").smtp(server.smtp()).mailbox(server.imap());
    }

    private void bobWrites(String subject) {
        try (MailClient bob =
                MailClient.of("bob@example.org", "hidden").smtp(server.smtp()).start()) {
            bob.send(InboundMail.from("bob@example.org")
                    .to("alice@example.org")
                    .subject(subject)
                    .text("Hello"));
        }
    }

    private static List<String> subjects(List<LocalMail> mails) {
        return mails.stream().map(LocalMail::subject).sorted().toList();
    }

    @Nested
    class Sending {

        @Test
        void keepsACopyThatTheServerGetsToo() {
            try (MailClient alice = alice().start();
                    MailClient other = alice().start()) {
                alice.send(to("bob@example.org", "Lunch"));
                alice.synchronise();
                other.synchronise();

                assertThat(server.awaitMail().envelope().sender()).isEqualTo("alice@example.org");
                assertThat(alice.mails("Sent"))
                        .singleElement()
                        .satisfies(copy -> assertThat(copy.marks()).containsExactly(Flag.SEEN));
                assertThat(subjects(other.mails("Sent"))).containsExactly("Lunch");
            }
        }

        @Test
        void tellsNobodyOfABlindCopy() {
            try (MailClient alice = alice().start()) {
                alice.send(to("bob@example.org", "Lunch").header("Bcc", "carol@example.org"));

                ReceivedMail mail = server.awaitMail();
                assertThat(mail.envelope().recipients()).containsExactly("bob@example.org", "carol@example.org");
                assertThat(mail.header("Bcc")).isEmpty();
            }
        }

        @Test
        void waitsInTheOutboxOffline() {
            try (MailClient alice = alice().start()) {
                alice.goOffline();
                alice.send(to("bob@example.org", "one"));
                alice.send(to("bob@example.org", "two"));

                assertThat(subjects(alice.outbox())).containsExactly("one", "two");
                assertThat(server.receivedMails()).isEmpty();

                alice.goOnline();
                assertThat(alice.outbox()).isEmpty();
                assertThat(server.awaitMails(2))
                        .extracting(ReceivedMail::subject)
                        .containsExactly("one", "two");
            }
        }

        @Test
        void keepsInTheOutboxWhatIsRefused() {
            server.failNext(SmtpStage.MAIL, SmtpFault.reply(451, "4.3.0", "Later"));
            try (MailClient alice = alice().start()) {
                assertThatThrownBy(() -> alice.send(to("bob@example.org", "Lunch")))
                        .isInstanceOf(MailClientException.class)
                        .hasMessageStartingWith("Cannot send mail in Outbox with subject \"Lunch\" [],"
                                + " which waits in the outbox: ")
                        .hasMessageContaining("451 4.3.0 Later");
                assertThat(alice.outbox()).hasSize(1);

                alice.goOnline();
                assertThat(alice.outbox()).isEmpty();
            }
        }

        @Test
        void needsARecipient() {
            try (MailClient alice = alice().start()) {
                assertThatThrownBy(() ->
                                alice.send(InboundMail.from("alice@example.org").subject("Nobody")))
                        .hasMessage("Cannot send mail in Outbox with subject \"Nobody\" [],"
                                + " which waits in the outbox: the mail has no recipient");
            }
        }

        @Test
        void encryptsWhenItIsTold() {
            try (MailClient plain = alice().startTls().start();
                    MailClient implicit =
                            alice().smtp(server.smtps()).mailbox(server.imaps()).start()) {
                plain.send(to("bob@example.org", "one"));
                implicit.send(to("bob@example.org", "two"));

                assertThat(server.awaitMails(2))
                        .allSatisfy(mail -> assertThat(mail.envelope().tls()).isPresent());
                assertThat(implicit.synchronise()).isEmpty();
            }
        }

        private static ComposedMail to(String recipient, String subject) {
            return InboundMail.from("alice@example.org")
                    .to(recipient)
                    .subject(subject)
                    .text("Hello");
        }
    }

    @Nested
    class Following {

        @Test
        void returnsWhatIsThereAndWhatComes() {
            bobWrites("one");
            try (MailClient alice = alice().start()) {
                assertThat(alice.awaitMail().subject()).isEqualTo("one");
                bobWrites("two");
                LocalMail two = alice.awaitMail();
                alice.send(InboundMail.replyTo(two).text("Yes"));

                assertThat(two.subject()).isEqualTo("two");
                assertThat(server.mailbox("bob@example.org").awaitMail().subject())
                        .isEqualTo("Re: two");
            }
        }

        @Test
        void takesItUpAgainWhenItsConnectionIsLost() {
            server.atImap("IDLE").times(3, ConnectionFault.disconnect());
            try (MailClient alice = alice().timeout(Duration.ofSeconds(20)).start()) {
                bobWrites("one");
                assertThat(alice.awaitMail().subject()).isEqualTo("one");
                server.mailbox("alice@example.org").awaitClientIdle();
                bobWrites("two");
                assertThat(alice.awaitMail().subject()).isEqualTo("two");
            }
            assertThat(server.problems()).isEmpty();
        }

        @Test
        void saysWhatIsThereWhenNothingComes() {
            try (MailClient alice = alice().timeout(Duration.ofMillis(10)).start()) {
                assertThatThrownBy(alice::awaitMail)
                        .isInstanceOf(AssertionError.class)
                        .hasMessage("Expected a mail in the inbox of alice@example.org within 10 ms but none came.\n"
                                + "The inbox:\n  (empty)");
            }
        }

        @Test
        void needsAServer() {
            try (MailClient alice = alice().start()) {
                alice.goOffline();

                assertThatThrownBy(alice::awaitMail)
                        .hasMessage("Only a client that is online and has its mailbox by IMAP can await mail;"
                                + " call synchronise() instead, or goOnline()");
            }
        }
    }

    @Nested
    class Pop3 {

        @Test
        void fetchesEachMailOnce() {
            bobWrites("one");
            try (MailClient alice =
                    alice().mailbox(server.pop3()).directory(disk).start()) {
                assertThat(subjects(alice.synchronise())).containsExactly("one");
            }
            bobWrites("two");
            try (MailClient alice =
                    alice().mailbox(server.pop3s()).directory(disk).start()) {
                assertThat(subjects(alice.synchronise())).containsExactly("two");
                assertThat(subjects(alice.inbox())).containsExactly("one", "two");
            }
        }

        @Test
        void deletesWhatItFetchedIfItIsTold() {
            bobWrites("one");
            try (MailClient alice =
                    alice().mailbox(server.pop3()).deletesFromServer().start()) {
                alice.synchronise();
            }
            try (MailClient other = alice().start()) {
                assertThat(other.synchronise()).isEmpty();
            }
        }
    }
}
