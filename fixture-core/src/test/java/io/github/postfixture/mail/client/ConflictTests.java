package io.github.postfixture.mail.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.fault.ImapFault;
import io.github.postfixture.mail.inbound.DeliveryOptions;
import io.github.postfixture.mail.inbound.InboundMail;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How it ends when two clients of a mailbox did different things to the same, as {@code docs/mail-client.md} says. */
@Timeout(60)
class ConflictTests {

    private final MailServer server =
            MailServer.builder().account("alice@example.org", "secret").start();
    private final MailClient laptop = client();
    private final MailClient phone = client();

    private MailClient client() {
        return MailClient.of("alice@example.org", "secret")
                .mailbox(server.imap())
                .start();
    }

    @BeforeEach
    void deliver() {
        server.mailbox("alice@example.org")
                .deliver(
                        InboundMail.from("bob@example.org").subject("one").text("Hello"),
                        DeliveryOptions.inbox().flagged("Paid"));
        synchronise(laptop, phone);
    }

    @AfterEach
    void close() {
        laptop.close();
        phone.close();
        server.close();
    }

    private static void synchronise(MailClient... clients) {
        for (MailClient client : clients) {
            client.synchronise();
        }
    }

    private static LocalMail one(MailClient client) {
        return client.folders().stream()
                .flatMap(folder -> client.mails(folder).stream())
                .findFirst()
                .orElseThrow();
    }

    private void assertOneIn(String folder, Flag... marks) {
        synchronise(laptop, phone, laptop);
        for (MailClient client : List.of(laptop, phone)) {
            assertThat(client.folders().stream().flatMap(name -> client.mails(name).stream()))
                    .singleElement()
                    .satisfies(mail -> {
                        assertThat(mail.folder()).isEqualTo(folder);
                        assertThat(mail.marks()).containsExactlyInAnyOrder(marks);
                        assertThat(mail.keywords()).containsExactly("Paid");
                    });
        }
    }

    @Test
    void theMoveThatReachesTheServerFirstCounts() {
        laptop.move(one(laptop), "Work");
        phone.move(one(phone), "Archive");

        assertOneIn("Work");
    }

    @Test
    void theMarksOfBothMovesAreKept() {
        laptop.mark(laptop.move(one(laptop), "Work"), Flag.FLAGGED);
        phone.mark(phone.move(one(phone), "Archive"), Flag.SEEN);

        assertOneIn("Work", Flag.FLAGGED, Flag.SEEN);
    }

    @Test
    void aMoveCountsMoreThanALaterDeletion() {
        laptop.move(one(laptop), "Work");
        phone.delete(one(phone));

        assertOneIn("Work");
    }

    @Test
    void aMoveCountsMoreThanAnEarlierDeletion() {
        laptop.delete(one(laptop));
        phone.mark(phone.move(one(phone), "Archive"), Flag.SEEN);

        assertOneIn("Archive", Flag.SEEN);
    }

    @Test
    void aDeletionCountsMoreThanMarks() {
        laptop.delete(one(laptop));
        phone.mark(one(phone), Flag.FLAGGED);
        synchronise(laptop, phone, laptop);

        assertThat(laptop.inbox()).isEmpty();
        assertThat(phone.inbox()).isEmpty();
        assertThat(server.mailbox("alice@example.org").folders().mailsIn("INBOX"))
                .isEmpty();
    }

    @Test
    void marksFollowAMailThatWasMovedMeanwhile() {
        laptop.move(one(laptop), "Work");
        phone.mark(one(phone), Flag.FLAGGED);

        assertOneIn("Work", Flag.FLAGGED);
    }

    @Test
    void eachMarkIsAsTheSideHasItThatChangedIt() {
        laptop.mark(one(laptop), Flag.SEEN, Flag.ANSWERED);
        synchronise(laptop, phone);
        laptop.unmark(one(laptop), Flag.SEEN);
        laptop.mark(one(laptop), Flag.FLAGGED);
        phone.unmark(one(phone), Flag.ANSWERED);
        phone.mark(one(phone), Flag.FLAGGED, Flag.DRAFT);

        assertOneIn("INBOX", Flag.FLAGGED, Flag.DRAFT);
    }

    @Test
    void aDeletedFolderTakesOnlyTheMailWithItThatWasSeenThere() {
        laptop.move(one(laptop), "Work");
        synchronise(laptop, phone);
        server.mailbox("alice@example.org")
                .deliver(InboundMail.from("bob@example.org").subject("two"), DeliveryOptions.in("Work"));
        laptop.deleteFolder("Work");
        synchronise(laptop, phone, laptop);

        for (MailClient client : List.of(laptop, phone)) {
            assertThat(client.mails("Work")).extracting(LocalMail::subject).containsExactly("two");
        }
        laptop.deleteFolder("Work");
        synchronise(laptop, phone, laptop);
        assertThat(laptop.folders()).containsExactly("INBOX").isEqualTo(phone.folders());
        assertThat(server.mailbox("alice@example.org").folders().names()).containsExactly("INBOX");
    }

    @Test
    void aMailThatIsMovedIntoADeletedFolderBringsItBack() {
        laptop.createFolder("Work");
        synchronise(laptop, phone);
        laptop.deleteFolder("Work");
        phone.move(one(phone), "Work");

        assertOneIn("Work");
    }

    @Test
    void aRenamedFolderIsANewOneWithItsMail() {
        laptop.move(one(laptop), "Work");
        synchronise(laptop, phone);
        laptop.renameFolder("Work", "Done");
        phone.mark(one(phone), Flag.FLAGGED);

        assertOneIn("Done", Flag.FLAGGED);
        assertThat(phone.folders()).containsExactly("Done", "INBOX");
    }

    @Test
    void aMailMovedHereAndGoneThereWaitsUntilEveryFolderCanBeRead() {
        laptop.createFolder("Work");
        synchronise(laptop, phone);
        laptop.move(one(laptop), "Work");
        laptop.synchronise();
        phone.move(one(phone), "Archive");
        server.atImap("SELECT").matching("Work").next(ImapFault.no("Not now"));
        try {
            phone.synchronise();
        } catch (MailClientException e) {
            assertThat(e).hasMessageContaining("folder Work: SELECT \"Work\": NO Not now");
        }

        assertOneIn("Work");
    }
}
