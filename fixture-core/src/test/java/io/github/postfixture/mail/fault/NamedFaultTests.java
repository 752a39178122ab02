package io.github.postfixture.mail.fault;

import static io.github.postfixture.mail.protocol.SmtpStage.AUTH;
import static io.github.postfixture.mail.protocol.SmtpStage.CONNECT;
import static io.github.postfixture.mail.protocol.SmtpStage.EHLO;
import static io.github.postfixture.mail.protocol.SmtpStage.MAIL;
import static io.github.postfixture.mail.protocol.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Endpoint;
import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.RawImap;
import io.github.postfixture.mail.Sender;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.message.DeliveredMail;
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
            mail.at(EHLO).next(ConnectionFault.garbage("2x0?"));

            try (RawImap client = new RawImap(mail.smtp())) {
                assertThat(client.say("HELO client.example")).startsWith("2x0?250 ");
            }
        }

        @Test
        void anythingElseIsALambda() throws IOException {
            AtomicInteger seen = new AtomicInteger();
            mail.at(RCPT).always(ConnectionFault.run("counting", seen::incrementAndGet));

            Sender.send(mail, "Subject: x\n\nx\n", "a@example.org", "b@example.org");

            assertThat(seen).hasValue(2);
            assertThat(mail.timeline().toString()).contains("fault #1 (counting) strikes at RCPT TO:<b@example.org>");
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
