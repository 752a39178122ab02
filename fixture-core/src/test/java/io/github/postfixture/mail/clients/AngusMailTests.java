package io.github.postfixture.mail.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.tls.CertificateAuthority;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.FromStringTerm;
import jakarta.mail.search.NotTerm;
import jakarta.mail.search.RecipientStringTerm;
import jakarta.mail.search.SearchTerm;
import jakarta.mail.search.SentDateTerm;
import jakarta.mail.search.SubjectTerm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Java application sees of the mailboxes, by Jakarta Mail. */
class AngusMailTests {

    private static final String ALICE = "alice@example.org";

    private final MailServer server =
            MailServer.builder().account(ALICE, "secret").start();
    private final Properties properties = new Properties();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "imaps", "pop3", "pop3s"})
    void giveMailToJakartaMail(String protocol) throws Exception {
        deliver("Subject: one\n\nfirst\n");
        deliver("Subject: two\n\nsecond\n");

        try (Store store = connect(protocol);
                Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            assertThat(inbox.getMessages()).hasSize(2);
            assertThat(inbox.getMessage(2).getSubject()).isEqualTo("two");
            assertThat(inbox.getMessage(2).getContent()).asString().isEqualToIgnoringNewLines("second");
        }
    }

    @Test
    void findMailBySenderRecipientAndDate() throws Exception {
        deliver("From: Shop <shop@example.org>\nTo: alice@example.org\nDate: Mon, 23 Nov 2026 12:30:00 +0000\n\n1\n");
        deliver("From: carol@example.net\nTo: bob@example.org\nDate: Tue, 24 Nov 2026 12:30:00 +0000\n\n2\n");

        try (Store store = connect("imap");
                Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            Date monday = Date.from(Instant.parse("2026-11-23T12:30:00Z"));
            assertThat(numbers(inbox, new FromStringTerm("shop@example.org"))).containsExactly(1);
            assertThat(numbers(inbox, new RecipientStringTerm(Message.RecipientType.TO, "bob")))
                    .containsExactly(2);
            assertThat(numbers(inbox, new SentDateTerm(ComparisonTerm.EQ, monday)))
                    .containsExactly(1);
            assertThat(numbers(inbox, new NotTerm(new FromStringTerm("shop")))).containsExactly(2);
        }
    }

    private static List<Integer> numbers(Folder folder, SearchTerm term) throws MessagingException {
        return Arrays.stream(folder.search(term)).map(Message::getMessageNumber).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void requireEncryptionWhereJakartaMailDoes(String protocol) throws Exception {
        properties.setProperty("mail." + protocol + ".starttls.enable", "true");
        properties.setProperty("mail." + protocol + ".starttls.required", "true");
        deliver("Subject: one\n\nfirst\n");

        try (Store store = connect(protocol);
                Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            assertThat(inbox.getMessage(1).getSubject()).isEqualTo("one");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void giveBackTheBytes(String protocol) throws Exception {
        String message = "Received: a\r\n\tb\r\nSubject:  J\u00fcrgen  \r\nX: \r\n\r\n.\r\n\u0080\r\n\r\n";
        deliver(message.replace("\r\n", "\n"));

        try (Store store = connect(protocol);
                Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            Message received = inbox.getMessage(1);
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            received.writeTo(octets);
            assertThat(octets.toString(StandardCharsets.UTF_8)).isEqualTo(message + "\r\n");
        }
    }

    @Test
    void keepFoldersAndFlags() throws Exception {
        deliver("Subject: one\n\nfirst\n");
        deliver("Subject: two\n\nsecond\n");

        try (Store store = connect("imap");
                Folder inbox = store.getFolder("INBOX");
                Folder archive = store.getFolder("Gr\u00fc\u00dfe")) {
            archive.create(Folder.HOLDS_MESSAGES);
            inbox.open(Folder.READ_WRITE);
            inbox.copyMessages(inbox.search(new SubjectTerm("two")), archive);
            inbox.getMessage(1).setFlag(Flags.Flag.DELETED, true);
            assertThat(inbox.expunge()).hasSize(1);
            archive.appendMessages(new Message[] {message("Subject: three\r\n\r\nthird\r\n")});

            archive.open(Folder.READ_ONLY);
            assertThat(archive.getMessages()).extracting(Message::getSubject).containsExactly("two", "three");
            assertThat(inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)))
                    .hasSize(1);
            assertThat(((UIDFolder) inbox).getUID(inbox.getMessage(1))).isEqualTo(2);
        }
    }

    @Test
    void leaveTheDefaultSessionToTheApplication() throws Exception {
        keepFoldersAndFlags();

        assertThat(Session.getDefaultInstance(properties).getProperties()).doesNotContainKey("mail.mime.allowutf8");
    }

    private Store connect(String protocol) throws MessagingException {
        properties.put(
                "mail." + protocol + ".ssl.socketFactory",
                CertificateAuthority.ofThisJvm().sslContext().getSocketFactory());
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        properties.setProperty("mail." + protocol + ".timeout", "10000");
        Store store = Session.getInstance(properties).getStore(protocol);
        store.connect(
                "127.0.0.1",
                server.endpoint(MailProtocol.valueOf(protocol.toUpperCase(Locale.ROOT)))
                        .port(),
                ALICE,
                "secret");
        return store;
    }

    private void deliver(String message) {
        MailProgram.send(server, message);
    }

    private static MimeMessage message(String text) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
