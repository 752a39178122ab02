package io.github.postfixture.mail.greenmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.InMemoryStore;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.sun.management.ThreadMXBean;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.message.FolderMail;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Quota;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.SubjectTerm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GreenMailBridgeTests {

    private static final String ALICE = "alice@example.org";
    private static final String BOB = "bob@example.org";

    private final MailServer mail =
            MailServer.builder().account(ALICE, "secret").start();
    private final Managers managers = GreenMailBridge.of(mail);
    private final UserManager users = managers.getUserManager();
    private final ImapHostManager host = managers.getImapHostManager();

    @AfterEach
    void close() {
        mail.close();
    }

    private MailFolder inbox(String address) throws FolderException {
        return host.getInbox(users.getUserByEmail(address));
    }

    private Store connect(String protocol, String address, String password) throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore(protocol);
        int port = protocol.equals("imap") ? mail.imap().port() : mail.pop3().port();
        store.connect("127.0.0.1", port, address, password);
        return store;
    }

    private Folder select(String address) throws MessagingException {
        Folder folder = connect("imap", address, "secret").getFolder("INBOX");
        folder.open(Folder.READ_WRITE);
        return folder;
    }

    /** Let a session ask for news. */
    private static void hear(Folder session) throws MessagingException {
        ((IMAPFolder) session).doCommand(protocol -> {
            protocol.noop();
            return null;
        });
    }

    private void deliver(String address, String... subjects) {
        for (String subject : subjects) {
            mail.mailbox(address)
                    .deliver(InboundMail.from("carol@example.net")
                            .to(address)
                            .subject(subject)
                            .text("About " + subject));
        }
    }

    private static MimeMessage message(String subject) throws MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setSubject(subject);
        message.setText("About " + subject);
        return message;
    }

    private static List<String> subjects(List<StoredMessage> messages) throws MessagingException {
        List<String> subjects = new ArrayList<>();
        for (StoredMessage message : messages) {
            subjects.add(message.getMimeMessage().getSubject());
        }
        return subjects;
    }

    private List<FolderMail> filed(String address) {
        return mail.mailbox(address).folders().mailsIn("INBOX");
    }

    @Nested
    class Reading {

        @Test
        void showsWhatWasDelivered() throws Exception {
            deliver(ALICE, "one", "two");

            assertThat(subjects(inbox(ALICE).getMessages())).containsExactly("one", "two");
            assertThat(GreenMailUtil.getBody(inbox(ALICE).getMessage(2).getMimeMessage()))
                    .isEqualTo("About two");
            assertThat(inbox(ALICE).getMessageUids()).containsExactly(1, 2);
            assertThat(inbox(ALICE).getMessage(3)).isNull();
        }

        @Test
        void showsWhatCameBySmtpToEveryRecipient() throws Exception {
            MimeMessage message = message("Hi");
            Transport transport = Session.getInstance(new Properties()).getTransport("smtp");
            transport.connect("127.0.0.1", mail.smtp().port(), "", "");
            transport.sendMessage(message, InternetAddress.parse("alice@example.org, dora@example.org"));
            transport.close();

            assertThat(subjects(host.getAllMessages())).containsExactly("Hi", "Hi");
            assertThat(users.hasUser("dora@example.org")).isTrue();
            assertThat(users.getUserByEmail("nobody@example.org")).isNull();
        }

        @Test
        void givesTheSameMessageEachTime() throws Exception {
            deliver(ALICE, "one");

            assertThat(inbox(ALICE).getMessage(1))
                    .isSameAs(inbox(ALICE).getMessages().get(0));
        }

        @Test
        void givesMessagesInAnyOrder() throws Exception {
            deliver(ALICE, "one", "two", "three", "four");
            inbox(ALICE).setFlags(new Flags(Flag.DELETED), true, 3, null, false);
            inbox(ALICE).expunge();

            assertThat(inbox(ALICE).getMessage(4).getMimeMessage().getSubject()).isEqualTo("four");
            assertThat(inbox(ALICE).getMessage(1).getMimeMessage().getSubject()).isEqualTo("one");
            assertThat(subjects(inbox(ALICE).getMessages())).containsExactly("one", "two", "four");
            assertThat(inbox(ALICE).getMessages())
                    .extracting(StoredMessage::getUid)
                    .containsExactly(1L, 2L, 4L);
        }

        @Test
        void keepsTheBytes() throws Exception {
            String bytes =
                    "Subject: =?utf-8?q?=C3=A9?=\r\nX-Odd:  two  spaces \r\n\r\n.dot\r\nr\u00e9sum\u00e9\r\n\r\n";
            mail.mailbox(ALICE).deliver(InboundMail.raw(bytes));

            assertThat(inbox(ALICE).getMessage(1).getMimeMessage().getRawInputStream())
                    .hasBinaryContent(".dot\r\nr\u00e9sum\u00e9\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(inbox(ALICE).getMessage(1).getAttributes().getSize())
                    .isEqualTo(bytes.getBytes(StandardCharsets.UTF_8).length);
        }

        @Test
        void searches() throws Exception {
            deliver(ALICE, "Tea", "Coffee", "Tea again");
            inbox(ALICE).setFlags(new Flags(Flag.SEEN), true, 1, null, false);

            assertThat(inbox(ALICE).search(new SubjectTerm("tea"))).containsExactly(1, 3);
            assertThat(inbox(ALICE).search(new FlagTerm(new Flags(Flag.SEEN), false)))
                    .containsExactly(2, 3);
            assertThat(inbox(ALICE).getFirstUnseen()).isEqualTo(2);
            assertThat(inbox(ALICE).getUnseenCount()).isEqualTo(2);
        }

        @Test
        void tellsTwoAddressesOfOneHashCodeApart() throws Exception {
            assertThat("Aa@example.org").hasSameHashCodeAs("BB@example.org");
            deliver("Aa@example.org", "for Aa");
            deliver("BB@example.org", "for BB");
            GreenMailUser first = users.getUserByEmail("Aa@example.org");
            GreenMailUser second = users.getUserByEmail("BB@example.org");

            assertThat(subjects(host.getInbox(first).getMessages())).containsExactly("for Aa");
            assertThat(subjects(host.getInbox(second).getMessages())).containsExactly("for BB");
            assertThat(first.getQualifiedMailboxName()).isNotEqualTo(second.getQualifiedMailboxName());
            assertThat(host.getFolder(first, host.getInbox(second).getFullName()))
                    .isSameAs(host.getInbox(second));
        }

        @Test
        void copiesNothingBeforeItIsAskedForAMessage() throws Exception {
            InboundMail large = InboundMail.raw("Subject: large\r\n\r\n" + "x".repeat(4_000_000));
            long without = allocatedBy(() -> mail.mailbox(BOB).deliver(large));
            inbox(ALICE).getMessages();
            long with = allocatedBy(() -> mail.mailbox(ALICE).deliver(large));

            assertThat(with - without).isLessThan(1_000_000);
            assertThat(inbox(ALICE).getMessageCount()).isEqualTo(1);
        }

        private long allocatedBy(Runnable delivery) {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            delivery.run();
            return threads.getCurrentThreadAllocatedBytes() - before;
        }
    }

    @Nested
    class Flagging {

        @Test
        void showsImapWhatItMarked() throws Exception {
            deliver(ALICE, "one");
            Folder session = select(ALICE);
            inbox(ALICE).getMessage(1).setFlag(Flag.FLAGGED, true);
            inbox(ALICE).getMessage(1).setFlags(new Flags("$Work"), true);
            hear(session);

            assertThat(session.getMessage(1).isSet(Flag.FLAGGED)).isTrue();
            assertThat(filed(ALICE).get(0).flags()).containsExactly("$Work", "\\Flagged");
            inbox(ALICE).getMessage(1).getMimeMessage().setFlag(Flag.FLAGGED, false);
            hear(session);
            assertThat(session.getMessage(1).isSet(Flag.FLAGGED)).isFalse();
            session.getStore().close();
        }

        @Test
        void showsWhatImapMarked() throws Exception {
            deliver(ALICE, "one");
            StoredMessage message = inbox(ALICE).getMessage(1);
            Folder session = select(ALICE);
            session.getMessage(1).setFlag(Flag.SEEN, true);
            session.getMessage(1).setFlags(new Flags("Later"), true);

            assertThat(message.isSet(Flag.SEEN)).isTrue();
            assertThat(message.getFlags().getUserFlags()).containsExactly("Later");
            assertThat(message.getMimeMessage().getFlags().contains("later")).isTrue();
            session.getStore().close();
        }

        @Test
        void replacesFlags() throws Exception {
            deliver(ALICE, "one");
            inbox(ALICE).setFlags(new Flags("Later"), true, 1, null, false);
            inbox(ALICE).replaceFlags(new Flags(Flag.ANSWERED), 1, null, false);

            assertThat(filed(ALICE).get(0).flags()).containsExactly("\\Answered");
            assertThatExceptionOfType(FolderException.class)
                    .isThrownBy(() -> inbox(ALICE).setFlags(new Flags(Flag.SEEN), true, 7, null, false))
                    .withMessage("No message has the UID 7 in INBOX of alice@example.org, but [1]");
        }

        @Test
        void knowsWhichMessagesAreRecent() throws Exception {
            deliver(ALICE, "one");
            StoredMessage message = inbox(ALICE).getMessage(1);

            assertThat(message.isSet(Flag.RECENT)).isTrue();
            assertThat(inbox(ALICE).getRecentCount(true)).isEqualTo(1);
            assertThat(inbox(ALICE).getRecentCount(false)).isZero();
            assertThat(message.isSet(Flag.RECENT)).isFalse();
        }

        @Test
        void showsAnExpungedMessageAsDeleted() throws Exception {
            deliver(ALICE, "one");
            StoredMessage message = inbox(ALICE).getMessage(1);
            inbox(ALICE).deleteAllMessages();
            message.setFlag(Flag.SEEN, true);

            assertThat(message.getFlags()).isEqualTo(new Flags(Flag.DELETED));
        }

        @Test
        void tellsListenersWhoeverMakesTheChange() throws Exception {
            List<String> heard = new ArrayList<>();
            FolderListener listener = new Recorder(heard);
            deliver(ALICE, "one");
            inbox(ALICE).addListener(listener);
            deliver(ALICE, "two");
            Folder session = select(ALICE);
            session.getMessage(2).setFlag(Flag.DELETED, true);
            inbox(ALICE).setFlags(new Flags(Flag.SEEN), true, 1, listener, false);
            session.expunge();
            inbox(ALICE).removeListener(listener);
            deliver(ALICE, "three");

            assertThat(heard).containsExactly("added 2", "flags of 2: \\Deleted", "expunged 2");
            session.getStore().close();
        }
    }

    private static class Recorder implements FolderListener {

        private final List<String> heard;

        Recorder(List<String> heard) {
            this.heard = heard;
        }

        @Override
        public void expunged(int msn) {
            heard.add("expunged " + msn);
        }

        @Override
        public void added(int msn) {
            heard.add("added " + msn);
        }

        @Override
        public void flagsUpdated(int msn, Flags flags, Long uid) {
            heard.add("flags of " + msn + ": " + flags);
        }

        @Override
        public void mailboxDeleted() {
            heard.add("deleted");
        }
    }

    @Nested
    class Filing {

        @Test
        void appendsForEveryProtocol() throws Exception {
            Date yesterday = Date.from(Instant.parse("2026-11-29T10:00:00Z"));
            long uid = inbox(ALICE).appendMessage(message("appended"), new Flags(Flag.SEEN), yesterday);

            assertThat(uid).isEqualTo(1);
            assertThat(filed(ALICE)).singleElement().satisfies(filed -> {
                assertThat(filed.subject()).isEqualTo("appended");
                assertThat(filed.isSeen()).isTrue();
                assertThat(filed.mail().receivedAt()).isEqualTo(yesterday.toInstant());
            });
            try (Store imap = connect("imap", ALICE, "secret");
                    Store pop3 = connect("pop3", ALICE, "secret")) {
                for (Folder folder : List.of(imap.getFolder("INBOX"), pop3.getFolder("INBOX"))) {
                    folder.open(Folder.READ_ONLY);
                    assertThat(folder.getMessage(1).getSubject()).isEqualTo("appended");
                }
            }
            assertThat(mail.timeline().events())
                    .anyMatch(event ->
                            event.toString().endsWith("greenmail  alice@example.org: appended UID 1 to INBOX"));
        }

        @Test
        void deliversToAUser() throws Exception {
            users.getUserByEmail(ALICE).deliver(message("delivered"));

            assertThat(mail.mailbox(ALICE).deliveredMails())
                    .singleElement()
                    .satisfies(delivered -> assertThat(delivered.subject()).isEqualTo("delivered"));
            assertThat(filed(ALICE).get(0).flags()).isEmpty();
        }

        @Test
        void deletesWhatSessionsHearOf() throws Exception {
            deliver(ALICE, "one", "two");
            Folder session = select(ALICE);
            inbox(ALICE).deleteAllMessages();
            hear(session);

            assertThat(session.getMessages()).allMatch(Message::isExpunged);
            assertThat(filed(ALICE)).isEmpty();
            session.getStore().close();
        }

        @Test
        void wakesASessionThatIdles() throws Exception {
            deliver(ALICE, "one", "two");
            try (Socket socket = new Socket("127.0.0.1", mail.imap().port());
                    BufferedReader input = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
                socket.setSoTimeout(60_000);
                say(socket, "a LOGIN alice@example.org secret", "b SELECT INBOX", "c IDLE");
                skipTo(input, "+ ");
                inbox(ALICE).setFlags(new Flags(Flag.SEEN), true, 1, null, false);
                assertThat(input.readLine()).isEqualTo("* 1 FETCH (FLAGS (\\Recent \\Seen))");
                inbox(ALICE).appendMessage(message("three"), new Flags(), null);
                assertThat(input.readLine()).isEqualTo("* 3 EXISTS");
                inbox(ALICE).moveMessage(2, host.createMailbox(users.getUser(ALICE), "Archive"));
                skipTo(input, "* 2 EXPUNGE");
            }
        }

        private static void say(Socket socket, String... lines) throws IOException {
            for (String line : lines) {
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        }

        private static void skipTo(BufferedReader input, String beginning) throws IOException {
            String line = input.readLine();
            while (!line.startsWith(beginning)) {
                line = input.readLine();
            }
        }

        @Test
        void expungesWhatIsDeleted() throws Exception {
            deliver(ALICE, "one", "two", "three");
            inbox(ALICE).setFlags(new Flags(Flag.DELETED), true, 2, null, false);
            inbox(ALICE).expunge();

            assertThat(inbox(ALICE).getMessageUids()).containsExactly(1, 3);
            assertThat(inbox(ALICE).getMsn(3)).isEqualTo(2);
        }

        @Test
        void copiesAndMoves() throws Exception {
            deliver(ALICE, "one", "two");
            GreenMailUser alice = users.getUser(ALICE);
            MailFolder archive = host.createMailbox(alice, "Archive.2026");
            inbox(ALICE).copyMessage(1, archive);
            inbox(ALICE).moveMessage(2, archive);
            inbox(ALICE).copyMessage(1, inboxOf(BOB));

            assertThat(subjects(inbox(ALICE).getMessages())).containsExactly("one");
            assertThat(subjects(archive.getMessages())).containsExactly("one", "two");
            assertThat(subjects(inbox(BOB).getMessages())).containsExactly("one");
            assertThat(mail.mailbox(ALICE).folders().mailsIn("Archive.2026")).hasSize(2);
        }

        private MailFolder inboxOf(String address) throws UserException, FolderException {
            return host.getInbox(users.createUser(address, address, "secret"));
        }

        @Test
        void managesFolders() throws Exception {
            GreenMailUser alice = users.getUser(ALICE);
            host.createMailbox(alice, "Work.2026");
            host.createMailbox(alice, "Worries");
            host.renameMailbox(alice, "Work", "Old");
            host.deleteMailbox(alice, "Worries");
            host.subscribe(alice, "Old");

            assertThat(mail.mailbox(ALICE).folders().names()).containsExactly("INBOX", "Old", "Old.2026");
            assertThat(host.listMailboxes(alice, "*"))
                    .extracting(MailFolder::getFullName)
                    .containsExactly(
                            "#mail.alice@example_2eorg.INBOX",
                            "#mail.alice@example_2eorg.Old",
                            "#mail.alice@example_2eorg.Old.2026");
            assertThat(host.listMailboxes(alice, "%"))
                    .extracting(MailFolder::getName)
                    .containsExactly("INBOX", "Old");
            assertThat(host.listSubscribedMailboxes(alice, "*"))
                    .extracting(MailFolder::getName)
                    .containsExactly("Old");
            assertThat(host.getStore().getChildren(host.getFolder(alice, "Old")))
                    .extracting(MailFolder::getName)
                    .containsExactly("2026");
            assertThatExceptionOfType(FolderException.class)
                    .isThrownBy(() -> host.getFolder(alice, "Worries", true))
                    .withMessage("No such folder: Worries of alice@example.org, but [INBOX, Old, Old.2026]");
            assertThatExceptionOfType(FolderException.class)
                    .isThrownBy(() -> host.deleteMailbox(alice, "INBOX"))
                    .withMessage("INBOX cannot be deleted (alice@example.org)");
        }

        @Test
        void purgesAllMailboxesAsGreenMailDoes() throws Exception {
            deliver(ALICE, "one");
            deliver(BOB, "two");
            InMemoryStore store = (InMemoryStore) host.getStore();
            for (MailFolder folder : store.listMailboxes("*")) {
                folder.deleteAllMessages();
            }

            assertThat(host.getAllMessages()).isEmpty();
            assertThat(filed(BOB)).isEmpty();
        }

        @Test
        void limitsAMailbox() throws Exception {
            Quota quota = new Quota("INBOX");
            quota.setResourceLimit("MESSAGES", 2);
            quota.setResourceLimit("STORAGE", 100);
            GreenMailUser alice = users.getUser(ALICE);
            host.getStore().setQuota(quota, alice.getQualifiedMailboxName());
            deliver(ALICE, "one");

            Quota[] set = host.getStore().getQuota("INBOX", alice.getQualifiedMailboxName(), true);
            assertThat(Arrays.stream(set[0].resources).map(each -> each.name + " " + each.usage + "/" + each.limit))
                    .containsExactly("STORAGE 1/100", "MESSAGES 1/2");
            try (Store imap = connect("imap", ALICE, "secret")) {
                assertThat(((IMAPStore) imap).getQuota("INBOX")[0].resources)
                        .extracting(each -> each.name + " " + each.limit)
                        .containsExactlyInAnyOrder("STORAGE 100", "MESSAGE 2");
            }
            host.getStore().deleteQuota(alice.getQualifiedMailboxName());
            assertThat(mail.mailbox(ALICE).folders().quota()).isEmpty();
        }
    }

    @Nested
    class Users {

        @Test
        void haveAnAccountOnceTheyAreCreated() throws Exception {
            GreenMailUser bob = users.createUser(BOB, BOB, "secret");

            connect("imap", BOB, "secret").close();
            assertThatExceptionOfType(AuthenticationFailedException.class)
                    .isThrownBy(() -> connect("imap", BOB, "other"));
            bob.setPassword("other");
            connect("imap", BOB, "other").close();
            assertThat(mail.accounts()).containsExactly(ALICE, BOB);
            assertThat(users.test(BOB, "secret")).isFalse();
            assertThat(bob.getPassword()).isEqualTo("other");
            assertThatExceptionOfType(UserException.class).isThrownBy(() -> bob.authenticate("secret"));
        }

        @Test
        void cannotBeCreatedTwice() {
            assertThatExceptionOfType(UserException.class)
                    .isThrownBy(() -> users.createUser(ALICE, ALICE, "secret"))
                    .withMessage("alice@example.org has an account already; setPassword(..) changes its password");
            assertThatExceptionOfType(UserException.class)
                    .isThrownBy(() -> users.createUser(BOB, ALICE, "secret"))
                    .withMessage("login (alice@example.org) logs in to alice@example.org already");
        }

        @Test
        void logInByTheNameThatTheyWereCreatedWith() throws Exception {
            GreenMailUser bob = users.createUser(BOB, "bob", "secret");
            connect("imap", "bob", "secret").close();

            bob.setPassword("other");
            connect("imap", "bob", "other").close();
            assertThat(bob.getLogin()).isEqualTo("bob");
            assertThat(users.getUser("bob")).isEqualTo(bob);
        }

        @Test
        void areGoneWithTheirMailOnceTheyAreDeleted() throws Exception {
            deliver(ALICE, "one");
            users.deleteUser(users.getUser(ALICE));

            assertThat(users.getUser(ALICE)).isNull();
            assertThat(users.listUser()).isEmpty();
            assertThat(mail.accounts()).isEmpty();
            assertThat(filed(ALICE)).isEmpty();
            deliver(ALICE, "two");
            assertThat(users.getUser(ALICE)).hasToString(ALICE);
        }

        @Test
        void refuseWhatTheServerDoesNotDo() {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> users.setAuthRequired(true))
                    .withMessage("The bridge does not do this: MailServer.builder().accountsOnly() says it before the"
                            + " server starts");
            users.setAuthRequired(false);
            users.setDiscardAttachments(false);
        }
    }

    @Nested
    @Timeout(60)
    class MeanwhileMailArrives {

        private static final int MAILS = 100;

        @Test
        void losesNoMailAndShowsNoneTwice() throws Exception {
            ExecutorService executor = Executors.newFixedThreadPool(4);
            List<Future<?>> senders = new ArrayList<>();
            for (int sender = 0; sender < 3; sender++) {
                int number = sender;
                senders.add(executor.submit(() -> send(number)));
            }
            MailFolder inbox = inbox(ALICE);
            while (!senders.stream().allMatch(Future::isDone)) {
                assertThat(inbox.getMessages())
                        .extracting(StoredMessage::getUid)
                        .isSorted()
                        .doesNotHaveDuplicates();
            }
            for (Future<?> each : senders) {
                each.get();
            }

            assertThat(subjects(inbox.getMessages()))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 3)
                            .boxed()
                            .flatMap(this::subjectsOf)
                            .toList());
            executor.shutdown();
        }

        private void send(int sender) {
            subjectsOf(sender).forEach(subject -> deliver(ALICE, subject));
        }

        private Stream<String> subjectsOf(int sender) {
            return IntStream.range(0, MAILS).mapToObj(number -> sender + "-" + number);
        }

        @Test
        void letsAListenerReadTheFolder() throws Exception {
            MailFolder inbox = inbox(ALICE);
            Set<String> heard = new TreeSet<>();
            inbox.addListener(new Recorder(new ArrayList<>()) {
                @Override
                public void added(int msn) {
                    inbox.getMessages().forEach(message -> heard.add("UID " + message.getUid()));
                }
            });
            Thread sender = new Thread(() -> send(0));
            sender.start();
            while (sender.isAlive()) {
                assertThat(inbox.getMessages()).doesNotContainNull();
            }

            assertThat(heard).hasSize(MAILS);
        }

        @Test
        void waitsForMessages() throws Exception {
            Thread sender = new Thread(() -> {
                deliver(ALICE, "one");
                deliver(BOB, "two");
            });
            var latch = managers.getSmtpManager().createAndAddNewWaitObject(2);
            sender.start();
            latch.await();

            assertThat(latch.getCount()).isZero();
            assertThat(host.getAllMessages()).hasSize(2);
            sender.join();
        }
    }
}
