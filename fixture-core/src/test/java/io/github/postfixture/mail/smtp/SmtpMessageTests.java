package io.github.postfixture.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.message.ReceivedMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpMessageTests {

    private final MailServer mail =
            MailServer.builder().account("alice@example.org", "secret").start();
    private SmtpClientSocket client;

    @BeforeEach
    void connect() throws IOException {
        client = SmtpClientSocket.greeting(mail.smtp());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        mail.close();
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
        assertThat(received.envelope().recipients()).containsExactly("b@example.org", "C@example.org", "b@example.org");
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
    void largerThanAnyBufferAreKeptWhole() throws IOException {
        String line = "0123456789".repeat(90) + "\r\n";
        String body = line.repeat(6_000);
        client.deliver(body + "end", "a@example.org", "b@example.org");

        assertThat(raw(mail.awaitMail())).isEqualTo(body + "end\r\n");
    }

    private static String raw(ReceivedMail received) {
        return new String(received.raw(), StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
