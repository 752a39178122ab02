package io.github.postfixture.mail;

import static io.github.postfixture.mail.SmtpStage.AUTH;
import static io.github.postfixture.mail.SmtpStage.CONNECT;
import static io.github.postfixture.mail.SmtpStage.EHLO;
import static io.github.postfixture.mail.SmtpStage.MAIL;
import static io.github.postfixture.mail.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.Endpoint;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The faults that have a name, and what the client sees of them. */
class NamedFaultTests {

    private static final String ALICE = "alice@example.org";
    private static final InboundMail QUESTION =
            InboundMail.from("bob@example.net").to(ALICE).subject("Question").text("Why?");

    private final MailServer mail = MailServer.start();

    @AfterEach
    void close() {
        mail.close();
    }

    @Nested
    class Smtp {

        @Test
        void refusalsHaveTheRepliesOfRealServers() throws IOException {
            mail.failNext(AUTH, SmtpFault.expiredToken());
            mail.failNext(RCPT, SmtpFault.userUnknown());
            mail.failNext(RCPT, SmtpFault.mailboxFull());
            mail.failNext(RCPT, SmtpFault.greylisted());

            try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                assertThat(client.say("AUTH PLAIN AGEAYg==")).isEqualTo("535 5.7.8 Token expired");
                client.say("MAIL FROM:<a@example.org>");
                assertThat(client.say("RCPT TO:<b@example.org>")).isEqualTo("550 5.1.1 User unknown");
                assertThat(client.say("RCPT TO:<b@example.org>")).isEqualTo("452 4.2.2 Mailbox full");
                assertThat(client.say("RCPT TO:<b@example.org>")).isEqualTo("451 4.7.1 Greylisted, try again later");
                assertThat(client.say("RCPT TO:<b@example.org>")).startsWith("250");
            }
        }

        @Test
        void aRateLimitEndsTheConnection() throws IOException {
            mail.at(MAIL).every(2, SmtpFault.rateLimit());

            try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                assertThat(client.deliver("Subject: x", "a@example.org", "b@example.org"))
                        .startsWith("250");
                assertThat(client.say("MAIL FROM:<a@example.org>"))
                        .isEqualTo("421 4.7.0 Too much mail, try again later");
                assertThat(client.reply()).isEmpty();
            }
        }

        @Test
        void connectionsBeyondALimitAreRefused() throws IOException {
            mail.at(CONNECT).beyondConnections(1).always(SmtpFault.tooManyConnections());

            try (SmtpClientSocket first = SmtpClientSocket.greeting(mail.smtp())) {
                try (SmtpClientSocket second = new SmtpClientSocket(mail.smtp())) {
                    assertThat(second.reply()).isEqualTo("421 4.7.0 Too many connections");
                }
                assertThat(first.say("QUIT")).startsWith("221");
                try (SmtpClientSocket third = new SmtpClientSocket(mail.smtp())) {
                    assertThat(third.reply()).startsWith("220");
                }
            }
            assertThat(mail.timeline().toString())
                    .contains("fault #1 (reply 421 4.7.0 Too many connections) strikes at CONNECT");
        }

        @Test
        void garbageWithoutALineBreakGarblesTheReply() throws IOException {
            mail.at(EHLO).next(SmtpFault.garbage("2x0?"));

            try (RawImap client = new RawImap(mail.smtp())) {
                assertThat(client.say("HELO client.example")).startsWith("2x0?250 ");
            }
        }

        @Test
        void anythingElseIsALambda() throws IOException {
            AtomicInteger seen = new AtomicInteger();
            mail.at(RCPT).always(SmtpFault.run("counting", seen::incrementAndGet));

            Sender.send(mail, "Subject: x\n\nx\n", "a@example.org", "b@example.org");

            assertThat(seen).hasValue(2);
            assertThat(mail.timeline().toString()).contains("fault #1 (counting) strikes at RCPT TO:<b@example.org>");
        }
    }

    @Nested
    class Imap {

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
                assertThat(client.say("b STORE 1 +FLAGS (\\Seen)"))
                        .isEqualTo("b NO The mailbox is open for reading only");
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
                assertThat(client.say("b STORE 1 +FLAGS (\\Seen)"))
                        .isEqualTo("b NO The mailbox is open for reading only");
                assertThat(client.say("c CLOSE")).startsWith("c OK");
            }
        }

        @Test
        void aMessageIsGoneWhenItIsFetched() throws IOException {
            Mailbox mailbox = mail.mailbox(ALICE);
            mail.atImap("FETCH").next(ImapFault.run("expunge", () -> mailbox.expunge(question)));

            try (RawImap client = login()) {
                client.say("a SELECT INBOX");
                assertThat(client.say("b FETCH 1 BODY[]"))
                        .isEqualTo("b NO [EXPUNGEISSUED] Some of the messages are gone");
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

    @Nested
    class Pop3 {

        private RawImap client(Endpoint endpoint) throws IOException {
            return new RawImap(endpoint);
        }

        @Test
        void refusalsHaveTheirCodes() throws IOException {
            mail.atPop3("PASS").next(Pop3Fault.inUse());
            mail.atPop3("PASS").next(Pop3Fault.rateLimit());
            mail.atPop3("PASS").next(Pop3Fault.expiredToken());

            try (RawImap client = client(mail.pop3())) {
                client.say("USER " + ALICE);
                assertThat(client.say("PASS any")).isEqualTo("-ERR [IN-USE] Somebody else reads the mailbox");
                assertThat(client.say("PASS any")).isEqualTo("-ERR [LOGIN-DELAY] Too many logins, try again later");
                assertThat(client.say("PASS any")).isEqualTo("-ERR [AUTH] Token expired");
                assertThat(client.say("PASS any")).isEqualTo("+OK Logged in");
            }
        }

        @Test
        void connectionsBeyondALimitAreRefused() throws IOException {
            mail.atPop3("CONNECT").beyondConnections(1).always(Pop3Fault.tooManyConnections());

            try (RawImap first = client(mail.pop3());
                    RawImap second = client(mail.pop3())) {
                assertThat(second.greeting()).isEqualTo("-ERR [SYS/TEMP] Too many connections");
                assertThat(first.greeting()).startsWith("+OK");
            }
        }

        @Test
        void aHiddenCapabilityIsNeitherOfferedNorUnderstood() throws IOException {
            mail.atPop3("CONNECT").always(Pop3Fault.hide("uidl"));

            try (RawImap client = client(mail.pop3())) {
                client.say("USER " + ALICE);
                client.say("PASS any");
                assertThat(client.say("UIDL 1")).isEqualTo("-ERR Unknown command");
                client.send("CAPA");
                for (String line = client.line(); !line.equals("."); line = client.line()) {
                    assertThat(line).isNotEqualTo("UIDL");
                }
            }
        }

        @Test
        void whatIsExpungedStaysInAnOpenMaildrop() throws IOException {
            DeliveredMail question = mail.mailbox(ALICE).deliver(QUESTION);
            try (RawImap client = client(mail.pop3())) {
                client.say("USER " + ALICE);
                client.say("PASS any");
                mail.mailbox(ALICE).expunge(question);
                assertThat(client.say("RETR 1")).startsWith("+OK");
            }
        }
    }
}
