package io.github.postfixture.mail.reader;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.await.Deadline;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.message.DeliveredMail;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadersAssertTests {

    private final MailServer mail =
            MailServer.builder().timeout(Duration.ofMillis(10)).start();
    private final Mailbox inbox = mail.mailbox("alice@example.org");
    private final DeliveredMail question = inbox.deliver(InboundMail.from("bob@example.net")
            .to("alice@example.org")
            .subject("Question")
            .text("Why?"));

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void showsThatNobodyReads() {
        failureOf(() -> assertThat(inbox.readers()).haveRead(question)).isEqualTo("""
                Expected "Question" in mailbox alice@example.org to be read within 10 ms but nobody logged in.""");
        failureOf(() -> assertThat(inbox.readers()).haveSeen(question)).isEqualTo("""
                Expected "Question" in mailbox alice@example.org to be marked as read within 10 ms but nobody logged in.""");
        failureOf(() -> assertThat(inbox.readers()).havePeekedAt(question)).isEqualTo("""
                Expected "Question" in mailbox alice@example.org to be peeked at within 10 ms but nobody logged in.""");
        failureOf(() -> assertThat(inbox.readers()).haveMoved(question, "Done")).isEqualTo("""
                Expected "Question" in mailbox alice@example.org to be moved to Done within 10 ms but nobody logged in.""");
        failureOf(() -> assertThat(inbox.readers()).haveDeleted(question)).isEqualTo("""
                Expected "Question" in mailbox alice@example.org to be deleted within 10 ms but nobody logged in.""");
        failureOf(() -> assertThat(inbox.readers()).haveIdled()).isEqualTo("""
                Expected a reader of mailbox alice@example.org to idle within 10 ms but nobody logged in.""");
        failureOf(() -> assertThat(inbox.readers()).haveLoggedOut()).isEqualTo("""
                Expected all readers of mailbox alice@example.org to log out within 10 ms but nobody logged in.""");
    }

    @Test
    void showsWhatTheReadersDid() throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("pop3")) {
            store.connect("127.0.0.1", mail.pop3().port(), "alice@example.org", "any");
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_WRITE);
            folder.getMessage(1).getContent();
            folder.close();
        }
        Deadline.waitingFor("an event", Duration.ofSeconds(20))
                .await(
                        mail.timeline(),
                        () -> inbox.readers().all().stream()
                                .filter(session -> !session.isOpen())
                                .findFirst());

        failureOf(() -> assertThat(inbox.readers()).haveLeftAlone(question)).startsWith("""
                Expected "Question" in mailbox alice@example.org to be left alone but #1 by POP3 \
                read it by RETR or TOP.
                The readers are:
                  #1 by POP3, logged out
                """);
        failureOf(() -> assertThat(inbox.readers()).haveFetchedNoBodyOf(question))
                .startsWith("""
                Expected "Question" in mailbox alice@example.org to have its body left unfetched but #1 by POP3 \
                read it by RETR or TOP.
                """);
        failureOf(() -> assertThat(inbox.readers()).haveFetchedNoBody())
                .startsWith("Expected readers of mailbox alice@example.org to fetch no body but #1 by POP3 read #1"
                        + " \"Question\" in INBOX by RETR or TOP.\n");
        failureOf(() -> assertThat(inbox.readers()).havePolledAtMost(0))
                .startsWith(
                        "Expected readers of mailbox alice@example.org to poll no times at most but they did 1 time.\n");
        failureOf(() -> assertThat(inbox.readers()).haveHeldAtMostConnections(0))
                .startsWith("""
                Expected readers of mailbox alice@example.org to hold no connections at most but they held 1.
                """);
    }
}
