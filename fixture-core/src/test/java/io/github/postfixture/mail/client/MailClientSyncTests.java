package io.github.postfixture.mail.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.inbound.InboundMail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailClientSyncTests {

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

    @Test
    void bringsNewMailToDisk() {
        bobWrites("one");
        try (MailClient alice = alice().directory(disk).start()) {
            assertThat(subjects(alice.synchronise())).containsExactly("one");
            assertThat(alice.synchronise()).isEmpty();
            assertThat(alice.inbox()).singleElement().satisfies(mail -> {
                assertThat(mail.text()).isEqualTo("Hello\r\n");
                assertThat(mail.raw()).isEqualTo(server.awaitMail().raw());
            });
        }
        assertThat(disk.resolve("INBOX/cur")).isDirectoryContaining("glob:**:2,");
    }

    @Test
    void canBeReadOfflineLater() {
        bobWrites("one");
        try (MailClient alice = alice().directory(disk).start()) {
            alice.synchronise();
        }
        server.close();

        try (MailClient later =
                MailClient.of("alice@example.org", "secret").directory(disk).start()) {
            assertThat(subjects(later.inbox())).containsExactly("one");
        }
    }

    @Test
    void takesMarksBothWays() {
        bobWrites("one");
        try (MailClient laptop = alice().start();
                MailClient phone = alice().start()) {
            laptop.synchronise();
            phone.synchronise();

            laptop.mark(laptop.inbox().get(0), Flag.SEEN, Flag.FORWARDED);
            phone.mark(phone.inbox().get(0), Flag.FLAGGED);
            laptop.synchronise();
            phone.synchronise();
            laptop.synchronise();

            assertThat(laptop.inbox().get(0).marks())
                    .containsExactlyInAnyOrder(Flag.SEEN, Flag.FORWARDED, Flag.FLAGGED)
                    .isEqualTo(phone.inbox().get(0).marks());

            laptop.unmark(laptop.inbox().get(0), Flag.FLAGGED);
            laptop.synchronise();
            phone.synchronise();
            assertThat(phone.inbox().get(0).marks()).containsExactlyInAnyOrder(Flag.SEEN, Flag.FORWARDED);
        }
    }

    @Test
    void takesDeletionsAndMovesBothWays() {
        bobWrites("keep");
        bobWrites("move");
        bobWrites("delete");
        try (MailClient laptop = alice().start();
                MailClient phone = alice().start()) {
            laptop.synchronise();
            phone.synchronise();

            laptop.move(mail(laptop, "move"), "Archive/2026");
            phone.delete(mail(phone, "delete"));
            laptop.synchronise();
            phone.synchronise();
            laptop.synchronise();

            assertThat(subjects(laptop.inbox())).containsExactly("keep").isEqualTo(subjects(phone.inbox()));
            assertThat(subjects(phone.mails("Archive/2026"))).containsExactly("move");
            assertThat(subjects(laptop.mails("Archive/2026"))).containsExactly("move");
        }
    }

    @Test
    void goesOnWhereItBrokeOff() throws Exception {
        bobWrites("one");
        try (MailClient alice = alice().directory(disk).start()) {
            alice.synchronise();
            Files.delete(disk.resolve("INBOX/.postfixture-sync"));

            assertThat(alice.synchronise()).isEmpty();
            assertThat(subjects(alice.inbox())).containsExactly("one");
        }
    }

    @Test
    void goesOnAfterADropInTheMiddleOfAMail() {
        bobWrites("one");
        bobWrites("two");
        bobWrites("three");
        server.atImap("FETCH").matching("BODY").next(ConnectionFault.disconnectAfter(700));
        try (MailClient alice = alice().start()) {
            assertThatThrownBy(alice::synchronise).isInstanceOf(MailClientException.class);
            alice.synchronise();

            assertThat(subjects(alice.inbox())).containsExactly("one", "three", "two");
        }
        assertThat(server.problems()).isEmpty();
    }

    @Test
    void saysWhichServerItCannotReach() {
        try (MailClient alice = alice().start()) {
            String imap = server.imap().toString();
            server.close();

            assertThatThrownBy(alice::synchronise)
                    .isInstanceOf(MailClientException.class)
                    .hasMessageStartingWith("Cannot synchronise with " + imap + ": ");
        }
    }

    private LocalMail mail(MailClient client, String subject) {
        return client.inbox().stream()
                .filter(mail -> mail.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }
}
