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
                Expecting the readers of mailbox alice@example.org
                  to have read within 10 ms:
                    mail in mailbox alice@example.org with subject "Question"
                but they are:
                  (none: nobody has logged in)\
                """);
        failureOf(() -> assertThat(inbox.readers()).haveSeen(question)).isEqualTo("""
                Expecting the readers of mailbox alice@example.org
                  to have marked as read within 10 ms:
                    mail in mailbox alice@example.org with subject "Question"
                but they are:
                  (none: nobody has logged in)\
                """);
        failureOf(() -> assertThat(inbox.readers()).havePeekedAt(question)).isEqualTo("""
                Expecting the readers of mailbox alice@example.org
                  to have peeked at within 10 ms:
                    mail in mailbox alice@example.org with subject "Question"
                but they are:
                  (none: nobody has logged in)\
                """);
        failureOf(() -> assertThat(inbox.readers()).haveMoved(question, "Done")).isEqualTo("""
                Expecting the readers of mailbox alice@example.org
                  to have moved to Done within 10 ms:
                    mail in mailbox alice@example.org with subject "Question"
                but they are:
                  (none: nobody has logged in)\
                """);
        failureOf(() -> assertThat(inbox.readers()).haveDeleted(question)).isEqualTo("""
                Expecting the readers of mailbox alice@example.org
                  to have deleted within 10 ms:
                    mail in mailbox alice@example.org with subject "Question"
                but they are:
                  (none: nobody has logged in)\
                """);
        failureOf(() -> assertThat(inbox.readers()).haveIdled()).isEqualTo("""
                Expecting the readers of mailbox alice@example.org
                  to have idled within 10 ms
                but they are:
                  (none: nobody has logged in)\
                """);
        failureOf(() -> assertThat(inbox.readers()).haveLoggedOut()).isEqualTo("""
                Expecting the readers of mailbox alice@example.org
                  to have logged out, all of them within 10 ms
                but they are:
                  (none: nobody has logged in)\
                """);
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
                Expecting the readers of mailbox alice@example.org
                  to have left alone:
                    mail in mailbox alice@example.org with subject "Question"
                but they are:
                  #1 by pop3, logged out\
                """);
        failureOf(() -> assertThat(inbox.readers()).haveFetchedNoBodyOf(question))
                .startsWith("""
                Expecting the readers of mailbox alice@example.org
                  to have fetched no body of:
                    mail in mailbox alice@example.org with subject "Question"
                but they are:
                  #1 by pop3, logged out\
                """);
        failureOf(() -> assertThat(inbox.readers()).haveFetchedNoBody()).startsWith("""
                Expecting the readers of mailbox alice@example.org
                  to have fetched no body
                but they are:
                  #1 by pop3, logged out\
                """);
        failureOf(() -> assertThat(inbox.readers()).havePolledAtMost(0)).startsWith("""
                Expecting the readers of mailbox alice@example.org
                  to have asked for news 0 times at most, not 1
                but they are:
                  #1 by pop3, logged out\
                """);
        failureOf(() -> assertThat(inbox.readers()).haveHeldAtMostConnections(0))
                .startsWith("""
                Expecting the readers of mailbox alice@example.org
                  to have held 0 connections at most, not 1
                but they are:
                  #1 by pop3, logged out\
                """);
    }
}
