package io.github.postfixture.mail.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.mail.fault.ImapFault;
import io.github.postfixture.mail.inbound.DeliveryOptions;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.message.DeliveredMail;
import io.github.postfixture.mail.message.FolderMail;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail that a client moves is on the server at every moment, and in the end where it was moved to, as it was. */
@Timeout(60)
class MovedMailTests {

    private static final Instant LONG_AGO = Instant.parse("2020-01-02T03:04:05Z");

    private final MailServer server =
            MailServer.builder().account("alice@example.org", "secret").start();
    private final Mailbox mailbox = server.mailbox("alice@example.org");

    @TempDir
    private Path disk;

    @AfterEach
    void close() {
        server.close();
    }

    private MailClient client() {
        return MailClient.of("alice@example.org", "secret")
                .mailbox(server.imap())
                .start();
    }

    private DeliveredMail deliver(String subject, String... flags) {
        return mailbox.deliver(
                InboundMail.from("bob@example.org").subject(subject).text("Hello"),
                DeliveryOptions.inbox().flagged(flags).at(LONG_AGO));
    }

    private List<String> everywhere() {
        List<String> mails = new ArrayList<>();
        for (String folder : mailbox.folders().names()) {
            mailbox.folders().mailsIn(folder).forEach(mail -> mails.add(folder + ": " + mail.subject()));
        }
        return mails;
    }

    private static LocalMail mail(MailClient client, String subject) {
        return client.inbox().stream()
                .filter(mail -> mail.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-NOTHING", "MOVE", "MOVE UIDPLUS", "UIDPLUS"})
    void keepsWhatItHad(String hidden) {
        server.atImap("CONNECT").always(ImapFault.hide(hidden.split(" ")));
        DeliveredMail paid = deliver("paid", "\\Seen", "Paid", "$Label1");
        try (MailClient alice = client();
                MailClient other = client()) {
            alice.synchronise();
            alice.move(mail(alice, "paid"), "Work");
            alice.synchronise();
            other.synchronise();

            assertThat(everywhere()).containsExactly("Work: paid");
            assertThat(mailbox.folders().mailsIn("Work")).singleElement().satisfies(this::isAsItWas);
            assertThat(mailbox.readers()).haveMoved(paid, "Work");
            assertThat(other.mails("Work")).singleElement().satisfies(copy -> {
                assertThat(copy.keywords()).containsExactly("$Label1", "Paid");
                assertThat(copy.marks()).containsExactly(Flag.SEEN);
                assertThat(copy.raw()).isEqualTo(paid.raw());
            });
        }
    }

    private void isAsItWas(FolderMail moved) {
        assertThat(moved.flags()).containsExactlyInAnyOrder("\\Seen", "Paid", "$Label1");
        assertThat(moved.mail().receivedAt()).isEqualTo(LONG_AGO);
    }

    @Test
    void isNotDeletedToReaders() {
        DeliveredMail mail = deliver("one");
        try (MailClient alice = client()) {
            alice.synchronise();
            alice.move(mail(alice, "one"), "Work");
            alice.synchronise();
        }

        assertThat(mailbox.readers().all())
                .anyMatch(reader -> reader.hasMoved(mail, "Work"))
                .noneMatch(reader -> reader.hasDeleted(mail));
    }

    static Stream<Arguments> faults() {
        return Stream.of("MOVE", "COPY", "APPEND", "CREATE", "EXPUNGE", "STORE", "SELECT", "LIST", "FETCH")
                .flatMap(command -> Stream.of("X-NOTHING", "MOVE")
                        .flatMap(hidden ->
                                Stream.of("NO", "disconnect").map(fault -> Arguments.of(command, hidden, fault))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isNeverLost(String command, String hidden, String fault) {
        server.atImap("CONNECT").always(ImapFault.hide(hidden));
        deliver("one");
        try (MailClient alice = client()) {
            alice.synchronise();
            server.atImap(command)
                    .always(fault.equals("NO") ? ImapFault.no("[OVERQUOTA] full") : ConnectionFault.disconnect());
            alice.move(mail(alice, "one"), "Work");
            for (int tries = 0; tries < 2; tries++) {
                try {
                    alice.synchronise();
                } catch (MailClientException e) {
                    assertThat(e).hasMessageContaining(fault.equals("NO") ? "[OVERQUOTA] full" : "closed");
                }
                assertThat(everywhere()).isNotEmpty();
            }

            server.clearFaults();
            alice.synchronise();
            assertThat(everywhere()).containsExactly("Work: one");
            assertThat(alice.mails("Work")).hasSize(1);
            assertThat(alice.inbox()).isEmpty();
        }
    }

    @Test
    void thatCannotBeMovedDoesNotKeepOthersBack() {
        deliver("one");
        deliver("two");
        try (MailClient alice = client()) {
            alice.synchronise();
            server.atImap("CREATE").matching("Bad").always(ImapFault.no("[NOPERM] Never"));
            alice.move(mail(alice, "one"), "Bad");
            alice.move(mail(alice, "two"), "Work");

            for (int tries = 0; tries < 2; tries++) {
                assertThatThrownBy(alice::synchronise)
                        .isInstanceOf(MailClientException.class)
                        .hasMessageContaining("mail in Bad with subject \"one\" []: CREATE \"Bad\": NO [NOPERM] Never");
                assertThat(everywhere()).containsExactly("INBOX: one", "Work: two");
            }
            server.clearFaults();
            alice.synchronise();
            assertThat(everywhere()).containsExactly("Bad: one", "Work: two");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-NOTHING", "UIDPLUS", "MOVE UIDPLUS"})
    void takesNoOtherMarkedMailWithIt(String hidden) {
        server.atImap("CONNECT").always(ImapFault.hide(hidden.split(" ")));
        deliver("marked", "\\Deleted");
        deliver("one");
        deliver("two");
        try (MailClient alice = client()) {
            alice.synchronise();
            alice.move(mail(alice, "one"), "Work");
            alice.delete(mail(alice, "two"));
            alice.synchronise();
            alice.synchronise();

            assertThat(everywhere()).contains("INBOX: marked", "Work: one");
            assertThat(alice.inbox()).extracting(LocalMail::subject).containsExactly("marked");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+0530", "-0800", "+0000"})
    void comesBackInItsZoneIfAnotherClientHasDeletedIt(String zone) throws IOException {
        String date = "03-Nov-2026 00:30:00 " + zone;
        imap("a APPEND INBOX \"" + date + "\" {1+}\r\nx");
        try (MailClient alice = client()) {
            alice.synchronise();
            imap("a SELECT INBOX", "b STORE 1 +FLAGS (\\Deleted)", "c EXPUNGE");
            alice.move(alice.inbox().get(0), "Work");
            alice.synchronise();
        }

        assertThat(imap("a EXAMINE Work", "b FETCH 1 INTERNALDATE"))
                .contains("* 1 FETCH (INTERNALDATE \"" + date + "\")");
    }

    private List<String> imap(String... commands) throws IOException {
        try (Socket socket = new Socket(server.imap().host(), server.imap().port())) {
            String all = "x LOGIN alice@example.org secret\r\n" + String.join("\r\n", commands) + "\r\ny LOGOUT\r\n";
            socket.getOutputStream().write(all.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }

    @Test
    void isToldApartFromOnesWithTheSameBytes() {
        InboundMail twin = InboundMail.from("bob@example.org")
                .subject("twin")
                .text("Hello")
                .header("Date", "x");
        byte[] bytes = twin.raw();
        try (MailClient alice = client();
                MailClient other = client()) {
            for (int i = 0; i < 3; i++) {
                server.mailbox("alice@example.org").deliver(twin);
            }
            alice.synchronise();
            other.synchronise();
            alice.move(alice.inbox().get(0), "Work");
            other.move(other.inbox().get(1), "Work");
            alice.synchronise();
            other.synchronise();
            alice.synchronise();

            assertThat(everywhere()).containsExactly("INBOX: twin", "Work: twin", "Work: twin");
            assertThat(alice.mails("Work"))
                    .hasSize(2)
                    .allSatisfy(mail -> assertThat(mail.raw()).hasSameSizeAs(bytes));
            assertThat(other.mails("Work")).hasSize(2);
        }
    }

    @Tag("real-client")
    @ParameterizedTest
    @ValueSource(strings = {"maildir:~/mail", "maildir:~/mail:LAYOUT=fs", "sdbox:~/mail", "mdbox:~/mail"})
    void findsAFolderThatWasOnlyAContainer(String location) throws Exception {
        try (Dovecot dovecot = Dovecot.start(disk, location);
                MailClient alice = MailClient.of("alice@example.org", "secret")
                        .mailbox(dovecot.imap())
                        .start();
                MailClient other = MailClient.of("alice@example.org", "secret")
                        .mailbox(dovecot.imap())
                        .start()) {
            try (MailClient sender = MailClient.of("alice@example.org", "secret")
                    .mailbox(dovecot.imap())
                    .smtp(server.smtp())
                    .start()) {
                for (String subject : List.of("one", "two", "three")) {
                    sender.send(InboundMail.from("alice@example.org")
                            .to("bob@example.org")
                            .subject(subject));
                }
                sender.synchronise();
            }
            alice.synchronise();
            alice.move(alice.mails("Sent").get(0), "Work/Deep/er");
            alice.synchronise();
            alice.move(alice.mails("Sent").get(0), "Work");
            alice.move(alice.mails("Sent").get(0), "Work/Deep");
            alice.synchronise();
            other.synchronise();

            for (MailClient client : List.of(alice, other)) {
                assertThat(client.mails("Sent")).isEmpty();
                assertThat(client.mails("Work/Deep/er")).hasSize(1);
                assertThat(client.mails("Work/Deep")).hasSize(1);
                assertThat(client.mails("Work")).hasSize(1);
            }
        }
    }
}
