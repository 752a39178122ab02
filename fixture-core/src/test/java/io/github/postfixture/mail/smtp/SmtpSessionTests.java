package io.github.postfixture.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.ReceivedMail;
import io.github.postfixture.timeline.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpSessionTests {

    private final MailServer mail =
            MailServer.builder().account("alice@example.org", "secret").start();
    private SmtpClientSocket client;

    @BeforeEach
    void connect() throws IOException {
        client = new SmtpClientSocket(mail.smtp());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        mail.close();
    }

    @Nested
    class Greeting {

        @Test
        void namesTheExtensionsThatWork() throws IOException {
            assertThat(client.reply()).isEqualTo("220 localhost ESMTP Postfixture");
            client.send("EHLO client.example\r\n");

            assertThat(client.replyLines())
                    .containsExactly(
                            "250-localhost greets client.example",
                            "250-PIPELINING",
                            "250-8BITMIME",
                            "250-SMTPUTF8",
                            "250-CHUNKING",
                            "250-BINARYMIME",
                            "250-DSN",
                            "250-ENHANCEDSTATUSCODES",
                            "250-SIZE 104857600",
                            "250-LIMITS RCPTMAX=1000",
                            "250-AUTH PLAIN LOGIN CRAM-MD5 XOAUTH2 OAUTHBEARER",
                            "250-STARTTLS",
                            "250 HELP");
        }

        @Test
        void isOneLineForHelo() throws IOException {
            client.reply();

            assertThat(client.say("HELO client.example")).isEqualTo("250 localhost");
        }
    }

    @Nested
    class Commands {

        @BeforeEach
        void greet() throws IOException {
            client.reply();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "FOO                          | 500 5.5.2 Command not recognized",
                    "EHLO                         | 501 5.5.4 Syntax: EHLO hostname",
                    "MAIL FROM:<a@example.org>    | 503 5.5.1 Send EHLO or HELO first",
                    "RCPT TO:<a@example.org>      | 503 5.5.1 Send MAIL first",
                    "DATA                         | 503 5.5.1 Send MAIL first",
                    "DATA now                     | 501 5.5.4 DATA takes no argument",
                    "RSET now                     | 501 5.5.4 RSET takes no argument",
                    "QUIT now                     | 501 5.5.4 QUIT takes no argument",
                    "STARTTLS now                 | 501 5.5.4 STARTTLS takes no argument",
                    "AUTH PLAIN                   | 503 5.5.1 Send EHLO first",
                    "EXPN list                    | 502 5.5.1 EXPN is not implemented",
                    "VRFY                         | 501 5.5.4 Syntax: VRFY address",
                    "VRFY alice                   | 252 2.5.2 Cannot verify, but will accept mail for it",
                    "noop with an argument        | 250 2.0.0 OK",
                    "RSET                         | 250 2.0.0 OK",
                    "HELP                         | 214 2.0.0 EHLO HELO STARTTLS AUTH MAIL RCPT DATA BDAT RSET NOOP"
                            + " VRFY EXPN HELP QUIT",
                    "help rcpt                    | 214 2.0.0 Syntax: RCPT TO:<address> [parameters]",
                    "HELP QUIT                    | 214 2.0.0 Syntax: QUIT",
                    "HELP me                      | 504 5.5.4 There is no help on that; send HELP",
                    "EHLO two words               | 501 5.5.4 Syntax: EHLO hostname",
                    "noop\t                       | 250 2.0.0 OK",
                    "QUIT                         | 221 2.0.0 localhost closing connection",
                })
        void answerBeforeTheClientHasSaidHello(String command, String reply) throws IOException {
            assertThat(client.say(command)).isEqualTo(reply);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "MAIL FROM:<a@example.org>                          | 250 2.1.0 Sender OK",
                    "mail from:<a@example.org>                          | 250 2.1.0 Sender OK",
                    "MAIL FROM: <a@example.org>                         | 250 2.1.0 Sender OK",
                    "MAIL FROM:<>                                       | 250 2.1.0 Sender OK",
                    "MAIL FROM:<\"a b>\"@[127.0.0.1]>                   | 250 2.1.0 Sender OK",
                    "MAIL FROM:<a@example.org> SIZE=10 BODY=8BITMIME    | 250 2.1.0 Sender OK",
                    "MAIL FROM:<ä@example.org> SMTPUTF8                 | 250 2.1.0 Sender OK",
                    "MAIL FROM:<ä@example.org>                          | 553 5.6.7 An address beyond ASCII needs"
                            + " SMTPUTF8",
                    "MAIL FROM:a@example.org                            | 501 5.5.4 Syntax: MAIL FROM:<address>",
                    "MAIL TO:<a@example.org>                            | 501 5.5.4 Syntax: MAIL FROM:<address>",
                    "MAIL FROM:<a b@example.org>                        | 553 5.1.7 <a b@example.org> is not an"
                            + " address",
                    "MAIL FROM:<a@example.org> SIZE=104857601           | 552 5.3.4 A message may have 104857600 bytes"
                            + " at most",
                    "MAIL FROM:<a@example.org> SIZE=99999999999999999999 | 552 5.3.4 A message may have 104857600 bytes"
                            + " at most",
                    "MAIL FROM:<a@example.org> SIZE=big                 | 501 5.5.4 SIZE must be a number of bytes",
                    "MAIL FROM:<a@example.org> BODY=BINARYMIME          | 250 2.1.0 Sender OK",
                    "MAIL FROM:<a@example.org> BODY=9BIT                | 501 5.5.4 BODY must be 7BIT or 8BITMIME",
                    "MAIL FROM:<a@[IPv6:::1]>                           | 250 2.1.0 Sender OK",
                    "MAIL FROM:<a@[300]>                                | 553 5.1.7 <a@[300]> is not an address",
                    "MAIL FROM:<a..b@example.org>                       | 553 5.1.7 <a..b@example.org> is not an"
                            + " address",
                    "MAIL FROM:<a@example..org>                         | 553 5.1.7 <a@example..org> is not an"
                            + " address",
                    "MAIL FROM:<\"a>\\\"b\"@example.org>               | 250 2.1.0 Sender OK",
                    "MAIL FROM:<a@example.org>SIZE=1                    | 501 5.5.4 Syntax: MAIL FROM:<address>",
                    "MAIL FROM:<a@example.org> FOO=1                    | 555 5.5.4 Unknown parameter FOO=1",
                    "MAIL FROM:<a@example.org> REQUIRETLS               | 555 5.5.4 Unknown parameter REQUIRETLS",
                    "MAIL FROM:<a@example.org> RET=HDRS ENVID=QQ314159  | 250 2.1.0 Sender OK",
                    "MAIL FROM:<a@example.org> RET=NONE                 | 501 5.5.4 RET must be FULL or HDRS",
                    "MAIL FROM:<a@example.org> ENVID=a=b                | 501 5.5.4 ENVID must be xtext",
                    "MAIL FROM:<a@example.org> AUTH=<>                  | 250 2.1.0 Sender OK",
                })
        void mailNamesTheSender(String command, String reply) throws IOException {
            client.say("EHLO client.example");

            assertThat(client.say(command)).isEqualTo(reply);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "RCPT TO:<a@example.org>                | 250 2.1.5 Recipient OK",
                    "RCPT TO:<@relay.example:a@example.org> | 250 2.1.5 Recipient OK",
                    "RCPT TO:<Postmaster>                   | 250 2.1.5 Recipient OK",
                    "RCPT TO:<>                             | 553 5.1.3 <> is not an address",
                    "RCPT TO:<nobody>                       | 553 5.1.3 <nobody> is not an address",
                    "RCPT TO:<a@example.org> NOTIFY=NEVER   | 250 2.1.5 Recipient OK",
                    "RCPT TO:<a@example.org> NOTIFY=OFTEN   | 501 5.5.4 NOTIFY must be NEVER, or a list of SUCCESS,"
                            + " FAILURE and DELAY",
                    "RCPT TO:<a@example.org> ORCPT=rfc822;a+20b@example.org | 250 2.1.5 Recipient OK",
                    "RCPT TO:<a@example.org> ORCPT=x        | 501 5.5.4 ORCPT must be type;xtext",
                    "RCPT TO:<a@example.org> FOO            | 555 5.5.4 Unknown parameter FOO",
                    "MAIL FROM:<b@example.org>              | 503 5.5.1 A transaction is open already",
                    "AUTH PLAIN                             | 503 5.5.1 AUTH is not allowed in a transaction",
                    "DATA                                   | 503 5.5.1 Send RCPT first",
                })
        void rcptNamesARecipient(String command, String reply) throws IOException {
            client.say("EHLO client.example");
            client.say("MAIL FROM:<a@example.org>");

            assertThat(client.say(command)).isEqualTo(reply);
        }

        @Test
        void areRefusedOneRecipientAfterTheThousandth() throws IOException {
            client.say("EHLO client.example");
            client.say("MAIL FROM:<a@example.org>");
            for (int i = 0; i < 1_000; i++) {
                client.say("RCPT TO:<r" + i + "@example.org>");
            }

            assertThat(client.say("RCPT TO:<late@example.org>")).isEqualTo("452 4.5.3 Too many recipients");
        }
    }

    @Nested
    class Messages {

        @BeforeEach
        void greet() throws IOException {
            client.reply();
            client.say("EHLO client.example");
        }

        @Test
        void areKeptToTheByteWithoutTheirDotStuffing() throws IOException {
            client.say("MAIL FROM:<a@example.org>");
            client.say("RCPT TO:<b@example.org>");
            client.say("DATA");

            assertThat(client.say("Subject:  x\r\n\r\n..\r\n...y\r\n.z\r\n.\tä\r\n \r\n."))
                    .isEqualTo("250 2.0.0 Message accepted");
            assertThat(raw(mail.awaitMail())).isEqualTo("Subject:  x\r\n\r\n.\r\n..y\r\nz\r\n\tä\r\n \r\n");
        }

        @Test
        void mayBeEmpty() throws IOException {
            client.say("MAIL FROM:<a@example.org>");
            client.say("RCPT TO:<b@example.org>");
            client.say("DATA");

            assertThat(client.say(".")).isEqualTo("250 2.0.0 Message accepted");
            assertThat(mail.awaitMail().raw()).isEmpty();
        }

        @Test
        void keepTheirEnvelope() throws IOException {
            client.say("AUTH PLAIN " + base64("\0alice@example.org\0secret"));
            client.deliver("Subject: x\r\n", "Shop@Example.org", "b@example.org", "C@example.org", "b@example.org");

            ReceivedMail received = mail.awaitMail();

            assertThat(received.envelope().sender()).isEqualTo("Shop@Example.org");
            assertThat(received.envelope().recipients())
                    .containsExactly("b@example.org", "C@example.org", "b@example.org");
            assertThat(received.envelope().helo()).isEqualTo("client.example");
            assertThat(received.envelope().identity()).contains("alice@example.org");
            assertThat(received.envelope().tls()).isEmpty();
            assertThat(mail.mailbox("b@example.org").receivedMails()).containsExactly(received);
            assertThat(mail.mailbox("c@EXAMPLE.org").receivedMails()).containsExactly(received);
        }

        @Test
        void carryTheDialogueThatBroughtThem() throws IOException {
            client.say("AUTH PLAIN " + base64("\0alice@example.org\0secret"));
            client.deliver("Subject: first", "a@example.org", "b@example.org");
            client.deliver("Subject: second", "a@example.org", "b@example.org");

            assertThat(mail.awaitMails(2).get(0).transcript())
                    .contains("C: EHLO client.example", "C: AUTH PLAIN ****", "C: MAIL FROM:<a@example.org>")
                    .endsWith("C: (16 bytes) .", "S: 250 2.0.0 Message accepted");
            assertThat(mail.receivedMails().get(1).transcript())
                    .containsExactly(
                            "C: MAIL FROM:<a@example.org>",
                            "S: 250 2.1.0 Sender OK",
                            "C: RCPT TO:<b@example.org>",
                            "S: 250 2.1.5 Recipient OK",
                            "C: DATA",
                            "S: 354 End data with <CR><LF>.<CR><LF>",
                            "C: (17 bytes) .",
                            "S: 250 2.0.0 Message accepted");
        }

        @Test
        void mayComeAllAtOnce() throws IOException {
            client.send("MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\nSubject: 1\r\n.\r\n"
                    + "MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\nSubject: 2\r\n.\r\nQUIT\r\n");

            assertThat(mail.awaitMails(2)).extracting(ReceivedMail::subject).containsExactly("1", "2");
        }

        @Test
        void countOnlyOnceTheyAreWhole() throws IOException {
            client.say("MAIL FROM:<a@example.org>");
            client.say("RCPT TO:<b@example.org>");
            client.say("DATA");
            client.send("Subject: half");
            client.close();

            awaitReport("connection lost in a transaction from <a@example.org>: The client closed the connection");
            assertThat(mail.receivedMails()).isEmpty();
        }

        @Test
        void largerThanAnyBufferAreKeptWhole() throws IOException {
            String line = "0123456789".repeat(90) + "\r\n";
            String body = line.repeat(6_000);
            client.deliver(body + "end", "a@example.org", "b@example.org");

            assertThat(raw(mail.awaitMail())).isEqualTo(body + "end\r\n");
        }
    }

    @Nested
    class Login {

        @BeforeEach
        void greet() throws IOException {
            client.reply();
            client.say("EHLO client.example");
        }

        @Test
        void byLoginAsksForNameAndPassword() throws IOException {
            assertThat(client.say("AUTH LOGIN")).isEqualTo("334 " + base64("Username:"));
            assertThat(client.say(base64("alice@example.org"))).isEqualTo("334 " + base64("Password:"));
            assertThat(client.say(base64("secret"))).isEqualTo("235 2.7.0 Authentication successful");
        }

        @Test
        void byLoginTakesANameSentAhead() throws IOException {
            assertThat(client.say("AUTH LOGIN " + base64("alice@example.org"))).isEqualTo("334 " + base64("Password:"));
        }

        @Test
        void byPlainWaitsForTheAnswer() throws IOException {
            assertThat(client.say("auth plain")).isEqualTo("334 ");
            assertThat(client.say(base64("\0alice@example.org\0secret")))
                    .isEqualTo("235 2.7.0 Authentication successful");
        }

        @Test
        void withTheWrongPasswordOfAnAccountIsRefused() throws IOException {
            assertThat(client.say("AUTH PLAIN " + base64("\0alice@example.org\0wrong")))
                    .isEqualTo("535 5.7.8 Authentication failed for alice@example.org");
        }

        @Test
        void withoutAnAccountTakesAnyPassword() throws IOException {
            assertThat(client.say("AUTH PLAIN " + base64("\0relay\0anything")))
                    .isEqualTo("235 2.7.0 Authentication successful");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "AUTH            | 501 5.5.4 Syntax: AUTH mechanism",
                    "AUTH NTLM       | 504 5.5.4 Mechanism must be one of PLAIN LOGIN CRAM-MD5 XOAUTH2"
                            + " OAUTHBEARER",
                    "AUTH PLAIN ???  | 501 5.5.2 Answer is not base64",
                    "AUTH PLAIN =    | 501 5.5.2 Answer must be: authorization NUL identity NUL password",
                    "AUTH PLAIN *    | 501 5.7.0 Authentication cancelled",
                })
        void thatIsMalformedIsRefused(String command, String reply) throws IOException {
            assertThat(client.say(command)).isEqualTo(reply);
            assertThat(client.say("NOOP")).isEqualTo("250 2.0.0 OK");
        }

        @Test
        void canBeCancelled() throws IOException {
            client.say("AUTH LOGIN");

            assertThat(client.say("*")).isEqualTo("501 5.7.0 Authentication cancelled");
        }
    }

    @Nested
    class HostileInput {

        @BeforeEach
        void greet() throws IOException {
            client.reply();
        }

        @Test
        void ofALineWithoutCarriageReturnIsRefused() throws IOException {
            client.send("NOOP\n");

            assertThat(client.reply()).isEqualTo("500 5.5.2 Line must end with CRLF");
            assertThat(client.say("NOOP")).isEqualTo("250 2.0.0 OK");
        }

        @Test
        void ofAnOverlongLineIsRefused() throws IOException {
            assertThat(client.say("NOOP " + "x".repeat(100_000))).isEqualTo("500 5.5.2 Line too long");
            assertThat(client.say("NOOP")).isEqualTo("250 2.0.0 OK");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "MAIL FROM:<\"%s\"@example.org>",
                    "MAIL FROM:<%s@example.org>",
                    "MAIL FROM:<a@example.org> ENVID=%s",
                    "MAIL FROM:<a@example.org> SIZE=%s",
                    "AUTH PLAIN %s",
                    "EHLO %s",
                })
        void ofArgumentsAsLongAsALineIsAnswered(String command) throws IOException {
            client.say("EHLO client.example");
            for (String unit : List.of("x", "a.", "\\\\", "+", "1")) {
                String line = String.format(command, unit.repeat(12_000 / unit.length()));

                assertThat(client.say(line)).matches("[2-5]\\d\\d .*");
                client.say("RSET");
            }
            assertThat(mail.timeline().toString()).doesNotContain("defect of the server");
        }

        @Test
        void ofControlCharactersIsRefused() throws IOException {
            assertThat(client.say("NOOP \0\1")).isEqualTo("500 5.5.2 Control characters are not allowed");
        }

        @Test
        void ofALineWithoutEndClosesTheConnection() throws IOException {
            String garbage = "x".repeat(1 << 16);
            for (int i = 0; i < 17; i++) {
                client.send(garbage);
            }

            awaitReport("500 5.5.2 Line too long");
        }

        @Test
        void leavesTheNextConnectionServed() throws IOException {
            client.send("\0\0\0\r\r\r\n\n\n\u00ff");
            client.close();

            try (SmtpClientSocket next = SmtpClientSocket.greeting(mail.smtp())) {
                assertThat(next.deliver("Subject: x", "a@example.org", "b@example.org"))
                        .isEqualTo("250 2.0.0 Message accepted");
            }
        }
    }

    private void awaitReport(String report) {
        int seen = 0;
        while (mail.timeline().events().stream()
                .map(Event::detail)
                .noneMatch(detail -> Objects.equals(detail, report))) {
            List<Event> events = mail.timeline().awaitEventsAfter(seen, Duration.ofSeconds(10));
            assertThat(events)
                    .as("waiting for: %s in\n%s", report, mail.timeline())
                    .isNotEmpty();
            seen += events.size();
        }
    }

    private static String raw(ReceivedMail received) {
        return new String(received.raw(), StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
