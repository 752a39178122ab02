package io.github.postfixture.mail.smtp;

import static io.github.postfixture.mail.protocol.SmtpExtension.CHUNKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.protocol.SmtpOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChunkTests {

    @Test
    void makeAMessageOfAnyBytes() throws IOException {
        try (MailServer mail = MailServer.start();
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            beginMail(client);
            client.send("BDAT 14\r\nSubject: x\r\n\r\nBDAT 7\r\n.\r\n\0\n\r.BDAT 0 LAST\r\n");

            assertThat(client.reply()).isEqualTo("250 2.0.0 14 bytes received");
            assertThat(client.reply()).isEqualTo("250 2.0.0 7 bytes received");
            assertThat(client.reply()).isEqualTo("250 2.0.0 Message accepted");
            assertThat(new String(mail.awaitMail().raw(), StandardCharsets.US_ASCII))
                    .isEqualTo("Subject: x\r\n\r\n.\r\n\0\n\r.");
        }
    }

    @Test
    void areTheOnlyWayToSendABinaryMessage() throws IOException {
        try (MailServer mail = MailServer.start();
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("MAIL FROM:<a@example.org> BODY=binarymime");
            client.say("RCPT TO:<b@example.org>");

            assertThat(client.say("DATA")).isEqualTo("503 5.5.1 Send a binary message by BDAT");
            client.send("BDAT 3 LAST\r\n\0\n\r");
            assertThat(client.reply()).isEqualTo("250 2.0.0 Message accepted");
            assertThat(mail.awaitMail().raw()).isEqualTo(new byte[] {0, '\n', '\r'});
        }
    }

    @Test
    void takeBinaryMessagesAlong() throws IOException {
        try (MailServer mail = start(SmtpOptions.defaults().without(CHUNKING));
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(client.listing("EHLO client.example")).doesNotContain("250-BINARYMIME");
            assertThat(client.say("MAIL FROM:<a@example.org> BODY=BINARYMIME"))
                    .isEqualTo("501 5.5.4 BODY must be 7BIT or 8BITMIME");
        }
    }

    @Test
    void areReadEvenWhenTheyAreRefused() throws IOException {
        try (MailServer mail = MailServer.start();
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.send("BDAT 6 LAST\r\nNOOP\r\n");

            assertThat(client.reply()).isEqualTo("503 5.5.1 Send MAIL first");
            assertThat(client.say("BDAT many")).isEqualTo("501 5.5.4 Syntax: BDAT size [LAST]");
        }
    }

    @Test
    void doNotMixWithData() throws IOException {
        try (MailServer mail = MailServer.start();
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            beginMail(client);
            client.send("BDAT 1\r\nx");
            client.reply();

            assertThat(client.say("DATA")).isEqualTo("503 5.5.1 Send the rest by BDAT, as the beginning");
        }
    }

    @Test
    void areLimitedTogether() throws IOException {
        try (MailServer mail = start(SmtpOptions.defaults().largestMessage(5));
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            beginMail(client);
            client.send("BDAT 3\r\nabcBDAT 3\r\ndef");

            assertThat(client.reply()).isEqualTo("250 2.0.0 3 bytes received");
            assertThat(client.reply()).isEqualTo("552 5.3.4 A message may have 5 bytes at most");
        }
    }

    private static MailServer start(SmtpOptions options) {
        return MailServer.builder().smtp(options).start();
    }

    private static void beginMail(SmtpClientSocket client) throws IOException {
        client.say("MAIL FROM:<a@example.org>");
        client.say("RCPT TO:<b@example.org>");
    }
}
