package io.github.postfixture.mail.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.Endpoint;
import io.github.postfixture.OwnJvm;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.inbound.DeliveryOptions;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.protocol.SmtpStage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OutboxTests {

    private final MailServer server =
            MailServer.builder().account("alice@example.org", "secret").start();

    @TempDir
    private Path disk;

    @AfterEach
    void close() {
        server.close();
    }

    private MailClient client() {
        return MailClient.of("alice@example.org", "secret")
                .smtp(server.smtp())
                .mailbox(server.imap())
                .directory(disk)
                .start();
    }

    private static InboundMail to(String recipient, String subject) {
        return InboundMail.from("alice@example.org")
                .to(recipient)
                .subject(subject)
                .text("Hello");
    }

    @Test
    void isSentOnceAfterTheJvmWasHalted() throws IOException {
        server.mailbox("alice@example.org").deliver(to("alice@example.org", "move me"));

        String said = OwnJvm.said(
                Halting.class,
                "-Dsmtp=" + server.smtp().port() + " -Dimap=" + server.imap().port() + " -Ddisk=" + disk);

        assertThat(said).isEqualTo("halting");
        assertThat(server.receivedMails()).isEmpty();
        try (MailClient alice = client()) {
            assertThat(alice.outbox()).extracting(LocalMail::subject).containsExactly("one", "two");
            alice.synchronise();
            alice.synchronise();

            assertThat(server.receivedMails()).extracting(ReceivedMail::subject).containsExactly("one", "two");
            assertThat(alice.outbox()).isEmpty();
            assertThat(alice.mails("Sent")).hasSize(2);
            assertThat(server.mailbox("alice@example.org").folders().mailsIn("Later"))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.flags()).containsExactlyInAnyOrder("\\Flagged", "Paid"));
            assertThat(server.mailbox("alice@example.org").folders().mailsIn("INBOX"))
                    .isEmpty();
        }
    }

    /** Works offline until its JVM ends without any goodbye. */
    static final class Halting {

        private Halting() {}

        public static void main(String[] arguments) {
            MailClient alice = MailClient.of("alice@example.org", "secret")
                    .smtp(new Endpoint("smtp", "127.0.0.1", Integer.getInteger("smtp")))
                    .mailbox(new Endpoint("imap", "127.0.0.1", Integer.getInteger("imap")))
                    .directory(Path.of(System.getProperty("disk")))
                    .start();
            alice.synchronise();
            alice.goOffline();
            alice.send(to("bob@example.org", "one"));
            alice.send(to("bob@example.org", "two"));
            LocalMail mail = alice.inbox().get(0);
            alice.mark(mail, Flag.FLAGGED);
            alice.addKeywords(mail, "Paid");
            alice.move(mail, "Later");
            System.out.print("halting");
            System.out.flush();
            Runtime.getRuntime().halt(9);
        }
    }

    @Test
    void isNoFolderOfTheServer() {
        server.mailbox("alice@example.org")
                .deliver(to("victim@example.org", "not mine to send"), DeliveryOptions.in("Outbox"));
        try (MailClient alice = client()) {
            alice.synchronise();
            alice.send(to("bob@example.org", "mine"));
            alice.synchronise();

            assertThat(server.receivedMails()).extracting(ReceivedMail::subject).containsExactly("mine");
            assertThat(alice.mails("Outbox")).extracting(LocalMail::subject).containsExactly("not mine to send");
            assertThat(server.mailbox("alice@example.org").folders().mailsIn("Outbox"))
                    .hasSize(1);
            alice.goOffline();
            alice.send(to("bob@example.org", "waits"));
            alice.delete(alice.outbox().get(0));
            assertThat(alice.outbox()).isEmpty();
            assertThat(alice.mails("Outbox")).hasSize(1);
        }
    }

    @Test
    void sendsTheOthersWhenOneIsRefused() {
        server.at(SmtpStage.RCPT).matching("nobody").always(SmtpFault.reply(550, "5.1.1", "User unknown"));
        try (MailClient alice = client()) {
            alice.goOffline();
            alice.send(to("nobody@example.org", "one"));
            alice.send(to("bob@example.org", "two"));

            assertThatThrownBy(alice::goOnline)
                    .isInstanceOf(MailClientException.class)
                    .hasMessageStartingWith("Cannot send mail in Outbox with subject \"one\" [],"
                            + " which waits in the outbox: " + server.smtp() + ": ")
                    .hasMessageContaining("550 5.1.1 User unknown");
            assertThat(server.receivedMails()).extracting(ReceivedMail::subject).containsExactly("two");
            assertThat(alice.outbox()).extracting(LocalMail::subject).containsExactly("one");
            assertThat(server.mailbox("alice@example.org").folders().mailsIn("Sent"))
                    .hasSize(1);
        }
    }

    @Test
    void keepsNothingThatCannotBeSentAnywhere() {
        try (MailClient alice = MailClient.of("alice@example.org", "secret").start()) {
            assertThatThrownBy(() -> alice.send(to("bob@example.org", "one")))
                    .hasMessage("The client has no server to send by; name it with MailClient.of(..).smtp(..)");
            assertThat(alice.outbox()).isEmpty();
        }
    }
}
