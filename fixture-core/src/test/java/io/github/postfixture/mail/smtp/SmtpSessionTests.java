package io.github.postfixture.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
