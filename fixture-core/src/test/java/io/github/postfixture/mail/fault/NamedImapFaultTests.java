package io.github.postfixture.mail.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.mail.RawImap;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.message.DeliveredMail;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamedImapFaultTests {

    private static final String ALICE = "alice@example.org";
    private static final InboundMail QUESTION =
            InboundMail.from("bob@example.net").to(ALICE).subject("Question").text("Why?");

    private final MailServer mail = MailServer.start();

    @AfterEach
    void close() {
        mail.close();
    }

    private final DeliveredMail question = mail.mailbox(ALICE).deliver(QUESTION);

    private RawImap login() throws IOException {
        RawImap client = new RawImap(mail.imap());
        client.say("l LOGIN " + ALICE + " any");
        return client;
    }

    @Test
    void aReadOnlyMailboxTakesNoChange() throws IOException {
        mail.atImap("SELECT").ofUser(ALICE).always(ImapFault.readOnly());

        try (RawImap client = login()) {
            assertThat(client.say("a SELECT INBOX")).isEqualTo("a OK [READ-ONLY] SELECT completed");
            assertThat(client.say("b STORE 1 +FLAGS (\\Seen)")).isEqualTo("b NO The mailbox is open for reading only");
            client.send("c FETCH 1 BODY[]");
            assertThat(client.line()).startsWith("* 1 FETCH (BODY[] {");
        }
        assertThat(mail.mailbox(ALICE).readers()).haveLeftAlone(question);
    }

    @Test
    void aMailboxBecomesReadOnlyWhileItIsOpen() throws IOException {
        mail.atImap("STORE").next(ImapFault.readOnly());

        try (RawImap client = login()) {
            assertThat(client.say("a SELECT INBOX")).isEqualTo("a OK [READ-WRITE] SELECT completed");
            assertThat(client.say("b STORE 1 +FLAGS (\\Seen)")).isEqualTo("b NO The mailbox is open for reading only");
            assertThat(client.say("c CLOSE")).startsWith("c OK");
        }
    }

    @Test
    void aMessageIsGoneWhenItIsFetched() throws IOException {
        Mailbox mailbox = mail.mailbox(ALICE);
        mail.atImap("FETCH").next(ConnectionFault.run("expunge", () -> mailbox.expunge(question)));

        try (RawImap client = login()) {
            client.say("a SELECT INBOX");
            assertThat(client.say("b FETCH 1 BODY[]")).isEqualTo("b NO [EXPUNGEISSUED] Some of the messages are gone");
            client.send("c NOOP");
            assertThat(client.line()).isEqualTo("* 1 EXPUNGE");
            assertThat(client.line()).startsWith("c OK");
        }
        assertThatThrownBy(() -> mailbox.expunge(question))
                .hasMessage(question + " is not in mailbox alice@example.org;"
                        + " expunge what deliver(..) or awaitMail() returned, and once only");
    }

    @Test
    void aClientThatIdlesIsToldOfWhatIsExpunged() throws IOException {
        try (RawImap client = login()) {
            client.say("a SELECT INBOX");
            assertThat(client.say("b IDLE")).isEqualTo("+ idling");
            mail.mailbox(ALICE).awaitClientIdle();
            mail.mailbox(ALICE).expunge(question);

            assertThat(client.line()).isEqualTo("* 1 EXPUNGE");
        }
    }

    @Test
    void aHiddenCapabilityIsNeitherOfferedNorUnderstood() throws IOException {
        mail.atImap("CONNECT").always(ImapFault.hide("idle", "MOVE", "UIDPLUS", "CONDSTORE"));

        try (RawImap client = login()) {
            client.send("a CAPABILITY");
            assertThat(client.line())
                    .startsWith("* CAPABILITY IMAP4rev1 ")
                    .contains(" QRESYNC ")
                    .doesNotContain(" IDLE", " MOVE", " UIDPLUS", " CONDSTORE");
            assertThat(client.line()).startsWith("a OK");
            client.say("b SELECT INBOX");
            assertThat(client.say("c IDLE")).isEqualTo("c BAD Unknown command");
            assertThat(client.say("d UID MOVE 1 Done")).isEqualTo("d BAD Unknown command");
            assertThat(client.say("e UID EXPUNGE 1")).isEqualTo("e BAD Unknown command");
            client.send("f ENABLE CONDSTORE");
            assertThat(client.line()).isEqualTo("* ENABLED");
        }
    }

    @Test
    void refusalsAndGoodbyesHaveTheirCodes() throws IOException {
        mail.atImap("APPEND").next(ImapFault.mailboxFull());
        mail.atImap("LOGIN").next(ImapFault.expiredToken());
        mail.atImap("NOOP").next(ImapFault.rateLimit());

        try (RawImap client = new RawImap(mail.imap())) {
            assertThat(client.say("a LOGIN " + ALICE + " any")).isEqualTo("a NO [EXPIRED] Token expired");
            client.say("b LOGIN " + ALICE + " any");
            client.send("c APPEND INBOX {1+}\r\nx");
            assertThat(client.line()).isEqualTo("c NO [OVERQUOTA] Mailbox full");
            client.send("d NOOP");
            assertThat(client.line()).isEqualTo("* BYE [UNAVAILABLE] Too many commands, try again later");
            assertThat(client.line()).isEqualTo("(end)");
        }
    }

    @Test
    void connectionsBeyondALimitAreRefused() throws IOException {
        mail.atImap("CONNECT").beyondConnections(1).always(ImapFault.tooManyConnections());

        try (RawImap first = login();
                RawImap second = new RawImap(mail.imap())) {
            assertThat(second.greeting()).isEqualTo("* BYE [LIMIT] Too many connections");
            assertThat(first.say("z LOGOUT")).startsWith("z OK");
            try (RawImap third = new RawImap(mail.imap())) {
                assertThat(third.greeting()).startsWith("* OK");
            }
        }
    }
}
