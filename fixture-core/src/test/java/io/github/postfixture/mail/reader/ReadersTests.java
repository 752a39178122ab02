package io.github.postfixture.mail.reader;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Endpoint;
import io.github.postfixture.await.Deadline;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.mail.RawImap;
import io.github.postfixture.mail.Sender;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.message.DeliveredMail;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.timeline.Event;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersTests {

    private static final String ALICE = "alice@example.org";

    private final MailServer mail =
            MailServer.builder().timeout(Duration.ofSeconds(20)).start();
    private final MailServer hasty =
            MailServer.builder().timeout(Duration.ofMillis(10)).start();
    private final Mailbox mailbox = mail.mailbox(ALICE);
    private final DeliveredMail question = mailbox.deliver(mail("Question"));

    @AfterEach
    void close() {
        mail.close();
        hasty.close();
    }

    private static InboundMail mail(String subject) {
        return InboundMail.from("bob@example.net").to(ALICE).subject(subject).text("Why?");
    }

    private static Store connect(Endpoint endpoint) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.imap.peek", "true");
        Store store = Session.getInstance(properties).getStore(endpoint.scheme());
        store.connect(endpoint.host(), endpoint.port(), ALICE, "any");
        return store;
    }

    private static Folder inbox(Store store, int mode) throws MessagingException {
        Folder folder = store.getFolder("INBOX");
        folder.open(mode);
        return folder;
    }

    @Nested
    class Waiting {

        @Test
        void endsOnceAClientIdles() throws Exception {
            try (Store store = connect(mail.imap())) {
                IMAPFolder inbox = (IMAPFolder) inbox(store, Folder.READ_ONLY);
                Thread client = new Thread(() -> {
                    try {
                        inbox.idle(true);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                });
                client.start();

                ReadingSession session = mailbox.awaitClientIdle();
                mailbox.deliver(mail("News"));
                client.join();

                assertThat(session.isOpen()).isTrue();
                assertThat(inbox.getMessageCount()).isEqualTo(2);
                assertThat(mailbox.readers()).haveIdled();
            }
        }

        @Test
        void endsOnceAMessageIsRead() throws Exception {
            Thread client = new Thread(() -> {
                try (Store store = connect(mail.imap())) {
                    inbox(store, Folder.READ_WRITE).getMessage(1).getContent();
                } catch (MessagingException | IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            client.start();

            assertThat(mailbox.awaitRead(question).protocol()).isEqualTo("imap");
            client.join();
        }

        @Test
        void endsForAMessageThatCameBySmtpToo() throws Exception {
            Sender.send(mail, "Subject: Hello\n\nHi\n", ALICE);
            ReceivedMail hello = mailbox.awaitMail();

            try (Store store = connect(mail.pop3())) {
                inbox(store, Folder.READ_WRITE).getMessage(2).getContent();
            }

            assertThat(mailbox.awaitRead(hello).protocol()).isEqualTo("pop3");
            assertThat(mailbox.readers()).haveFetchedNoBodyOf(question);
        }

        @Test
        void saysThatNobodyHasLoggedIn() {
            failureOf(() -> hasty.mailbox(ALICE).awaitClientIdle())
                    .isEqualTo(
                            "Expected a client that idles in mailbox alice@example.org within 10 ms but nobody logged in.");
        }

        @Test
        void saysWhatTheReadersDidInstead() throws Exception {
            DeliveredMail unread = hasty.mailbox(ALICE).deliver(mail("Question"));
            try (Store store = connect(hasty.imap())) {
                inbox(store, Folder.READ_ONLY).getMessage(1).getSubject();
            }
            assertThat(hasty.mailbox(ALICE).readers()).sessions().hasSize(1);

            failureOf(() -> hasty.mailbox(ALICE).awaitRead(unread))
                    .startsWith(
                            "Expected a client that reads \"Question\" in mailbox alice@example.org within 10 ms but none"
                                    + " did.\nThe readers are:\n  #1 by IMAP, ")
                    .contains("\n    opened INBOX by EXAMINE\n    fetched (ENVELOPE INTERNALDATE RFC822.SIZE)"
                            + " of #1 \"Question\" in INBOX");
        }
    }

    @Nested
    class Deeds {

        private void read(int mode, Reading reading) throws Exception {
            try (Store store = connect(mail.imap())) {
                Folder inbox = inbox(store, mode);
                reading.read(inbox, inbox.getMessage(1));
                inbox.close(true);
            }
        }

        @Test
        void aMessageIsPeekedAt() throws Exception {
            read(Folder.READ_WRITE, (inbox, message) -> message.getContent());

            assertThat(mailbox.readers())
                    .havePeekedAt(question)
                    .haveLeftAlone(question)
                    .haveLoggedOut();
            failureOf(() -> assertThat(mailbox.readers()).haveFetchedNoBody())
                    .startsWith("""
                            Expected readers of mailbox alice@example.org to fetch no body but #1 by IMAP peeked at #1 \
                            "Question" in INBOX by\
                            """)
                    .contains("\nThe readers are:\n  #1 by IMAP, logged out\n")
                    .contains("    peeked at #1 \"Question\" in INBOX by ");
        }

        @Test
        void aMessageIsMarked() throws Exception {
            read(Folder.READ_WRITE, (inbox, message) -> message.setFlag(Flags.Flag.SEEN, true));

            assertThat(mailbox.readers()).haveSeen(question).haveRead(question).haveFetchedNoBody();
            failureOf(() -> assertThat(mailbox.readers()).haveLeftAlone(question))
                    .startsWith(
                            "Expected \"Question\" in mailbox alice@example.org to be left alone but #1 by IMAP marked it as"
                                    + " read by STORE.\n")
                    .contains("    marked #1 \"Question\" in INBOX as read by STORE");
        }

        @Test
        void aMessageIsMovedByCopyingAndDeleting() throws Exception {
            read(Folder.READ_WRITE, (inbox, message) -> {
                Folder done = inbox.getStore().getFolder("Done");
                done.create(Folder.HOLDS_MESSAGES);
                inbox.copyMessages(new Message[] {message}, done);
                message.setFlag(Flags.Flag.DELETED, true);
            });

            assertThat(mailbox.readers()).haveMoved(question, "Done");
            assertThat(mailbox.readers().all().get(0).hasDeleted(question)).isFalse();
            assertThat(mailbox.readers().all().get(0).hasMoved(question, "Archive"))
                    .isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"MOVE 1 Done", "COPY 1 Done|STORE 1 +FLAGS (\\Deleted)|EXPUNGE"})
        void aMessageIsDeletedOnceItsLastCopyIs(String move) throws Exception {
            try (RawImap client = new RawImap(mail.imap())) {
                client.say("a LOGIN " + ALICE + " any");
                client.say("b CREATE Done");
                client.say("c SELECT INBOX");
                for (String command : move.split("\\|", -1)) {
                    assertThat(client.say("d " + command)).startsWith("d OK");
                }
                ReadingSession session = mailbox.readers().all().get(0);
                assertThat(session.hasMoved(question, "Done")).isTrue();
                assertThat(session.hasDeleted(question)).isFalse();
                client.say("e SELECT Done");
                client.say("f STORE 1 +FLAGS (\\Deleted)");
                client.say("g EXPUNGE");
                assertThat(session.hasMoved(question, "Done")).isTrue();
                assertThat(session.hasDeleted(question)).isTrue();
            }
        }

        @Test
        void aCopyThatIsTakenBackMovesNothing() throws Exception {
            try (RawImap client = new RawImap(mail.imap())) {
                client.say("a LOGIN " + ALICE + " any");
                client.say("b CREATE Done");
                client.say("c SELECT INBOX");
                client.say("d COPY 1 Done");
                client.say("e SELECT Done");
                client.say("f STORE 1 +FLAGS (\\Deleted)");
                client.say("g EXPUNGE");
            }

            ReadingSession session = mailbox.readers().all().get(0);
            assertThat(session.hasMoved(question, "Done")).isFalse();
            assertThat(session.hasDeleted(question)).isFalse();
        }

        @Test
        void aMessageIsMovedAtOnce() throws Exception {
            read(Folder.READ_WRITE, (inbox, message) -> {
                Folder done = inbox.getStore().getFolder("Done");
                done.create(Folder.HOLDS_MESSAGES);
                ((IMAPFolder) inbox).moveMessages(new Message[] {message}, done);
            });

            assertThat(mailbox.readers()).haveMoved(question, "Done");
            assertThat(mailbox.readers().all().get(0).hasDeleted(question)).isFalse();
            assertThat(mailbox.readers().all().get(0).hasMoved(question, "Archive"))
                    .isFalse();
        }

        @Test
        void aMessageIsRetrievedAndDeletedByPop3() throws Exception {
            try (Store store = connect(mail.pop3())) {
                Folder inbox = inbox(store, Folder.READ_WRITE);
                inbox.getMessage(1).getContent();
                inbox.getMessage(1).setFlag(Flags.Flag.DELETED, true);
                inbox.close(true);
            }

            assertThat(mailbox.readers())
                    .haveSeen(question)
                    .haveDeleted(question)
                    .haveLoggedOut()
                    .havePolledAtMost(1)
                    .sessions()
                    .singleElement()
                    .extracting(ReadingSession::actions)
                    .isEqualTo(List.of(
                            "opened INBOX by a login",
                            "fetched the header of #1 \"Question\" in INBOX",
                            "read #1 \"Question\" in INBOX by RETR or TOP",
                            "deleted #1 \"Question\" in INBOX by DELE and QUIT"));
        }

        @Test
        void readersOfOtherMailboxesCountForNothing() throws Exception {
            read(Folder.READ_ONLY, (inbox, message) -> message.getContent());

            assertThat(mail.mailbox("bob@example.org").readers()).sessions().isEmpty();
        }
    }

    @Nested
    class Manners {

        @Test
        void pollsAreCounted() throws Exception {
            try (Store store = connect(mail.imap())) {
                Folder inbox = inbox(store, Folder.READ_ONLY);
                for (int i = 0; i < 3; i++) {
                    ((IMAPFolder) inbox).doCommand(protocol -> {
                        protocol.noop();
                        return null;
                    });
                }
            }

            assertThat(mailbox.readers()).havePolledAtMost(4);
            failureOf(() -> assertThat(mailbox.readers()).havePolledAtMost(3))
                    .startsWith(
                            "Expected readers of mailbox alice@example.org to poll 3 times at most but they did 4 times.\n");
        }

        @Test
        void connectionsAreCountedWhileTheyLast() throws Exception {
            connect(mail.imap()).close();
            try (Store one = connect(mail.imap());
                    Store two = connect(mail.pop3())) {
                assertThat(one.isConnected()).isTrue();
                inbox(two, Folder.READ_ONLY);
            }
            connect(mail.imap()).close();

            assertThat(mailbox.readers()).haveHeldAtMostConnections(2);
            failureOf(() -> assertThat(mailbox.readers()).haveHeldAtMostConnections(1))
                    .startsWith(
                            "Expected readers of mailbox alice@example.org to hold 1 connection at most but they held 2.\n");
        }

        @Test
        void aClientThatBreaksOffHasNotLoggedOut() throws Exception {
            try (RawImap client = new RawImap(mail.imap())) {
                client.say("a LOGIN " + ALICE + " any");
                client.say("b SELECT INBOX");
                client.say("c IDLE");
                mailbox.awaitClientIdle();
            }

            failureOf(() -> assertThat(mailbox.readers()).haveLoggedOut()).isEqualTo("""
                            Expected all readers of mailbox alice@example.org to log out within 20 seconds but #1 by IMAP did not.
                            The readers are:
                              #1 by IMAP, left without a goodbye
                                opened INBOX by SELECT
                                idled in INBOX""");
            assertThat(Deadline.waitingFor("an event", Duration.ofSeconds(20))
                            .await(mail.timeline(), () -> told("connection lost: the client left while it idled")))
                    .isPresent();
            assertThat(mail.timeline().toString()).doesNotContain("refused");
        }
    }

    private Optional<Event> told(String detail) {
        return mail.timeline().events().stream()
                .filter(event -> event.detail().equals(detail))
                .findFirst();
    }

    private interface Reading {

        void read(Folder inbox, Message message) throws Exception;
    }
}
