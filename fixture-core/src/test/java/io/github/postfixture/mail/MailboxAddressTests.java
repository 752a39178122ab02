package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.fault.ImapFault;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However an address is spelled, its mail lies in one mailbox (RFC 5321 section 4.1.2, RFC 5891). */
@Timeout(60)
class MailboxAddressTests {

    private final MailServer mail = MailServer.builder()
            .account("alice@example.org", "secret")
            .account("bob@m\u00fcnchen.example", "secret")
            .quota("carol@example.org", 10)
            .start();

    @AfterEach
    void close() {
        mail.close();
    }

    private String send(String recipient) throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("MAIL FROM:<shop@example.org> SMTPUTF8");
            String reply = client.say("RCPT TO:<" + recipient + ">");
            client.say("DATA");
            client.say("Subject: Hello\r\n\r\n" + "x".repeat(2_000) + "\r\n.");
            return reply;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"alice\"@example.org | alice@example.org",
                "\"al\\ice\"@example.org | alice@example.org",
                "ALICE@Example.ORG | alice@example.org",
                "alice@example.org | \"alice\"@example.org",
                "@relay.example:alice@example.org | alice@example.org",
                "bob@xn--mnchen-3ya.example | bob@m\u00fcnchen.example",
                "bob@XN--MNCHEN-3YA.example | bob@m\u00fcnchen.example",
                "bob@M\u00dcNCHEN.example | bob@xn--mnchen-3ya.example",
                "\"two words\"@example.org | \"two\\ words\"@example.org",
            })
    void isOneInEverySpelling(String recipient, String mailbox) throws IOException {
        assertThat(send(recipient)).isEqualTo("250 2.1.5 Recipient OK");

        assertThat(mail.mailbox(mailbox).awaitMail().envelope().recipients()).hasSize(1);
        assertThat(mail.mailboxes())
                .filteredOn(box -> !box.receivedMails().isEmpty())
                .hasSize(1);
        try (RawImap client = new RawImap(mail.imap())) {
            String quoted = mailbox.replace("\\", "\\\\").replace("\"", "\\\"");
            client.sendRaw(new String(
                    ("a LOGIN \"" + quoted + "\" secret\r\n").getBytes(StandardCharsets.UTF_8),
                    StandardCharsets.ISO_8859_1));
            assertThat(client.line()).isEqualTo("a OK Logged in");
            client.send("b STATUS INBOX (MESSAGES)");
            assertThat(client.line()).isEqualTo("* STATUS \"INBOX\" (MESSAGES 1)");
        }
    }

    @Test
    void hasOnePasswordInEverySpelling() throws IOException {
        try (RawImap client = new RawImap(mail.imap())) {
            assertThat(client.say("a LOGIN \"\\\"alice\\\"@EXAMPLE.org\" wrong"))
                    .startsWith("a NO [AUTHENTICATIONFAILED]");
            assertThat(client.say("b LOGIN bob@xn--mnchen-3ya.example wrong"))
                    .startsWith("b NO [AUTHENTICATIONFAILED]");
            assertThat(client.say("c LOGIN bob@xn--mnchen-3ya.example secret")).isEqualTo("c OK Logged in");
        }
    }

    @Test
    void hasOneQuotaInEverySpelling() throws IOException {
        send("\"carol\"@example.org");

        assertThat(mail.mailbox("carol@example.org").receivedMails()).isEmpty();
        assertThat(mail.timeline().toString()).contains("552 5.2.2 Mailbox full");
    }

    @Test
    void isMeantByFaultsInEverySpelling() throws IOException {
        mail.atImap("NOOP").ofUser("\"alice\"@EXAMPLE.org").next(ImapFault.no("[INUSE] Later"));

        try (RawImap client = new RawImap(mail.imap())) {
            client.say("a LOGIN alice@example.org secret");
            assertThat(client.say("b NOOP")).isEqualTo("b NO [INUSE] Later");
        }
    }

    @Test
    void keepsTellingOthersApart() throws IOException {
        send("alice@example.org");

        assertThat(mail.mailbox("alice+x@example.org").receivedMails()).isEmpty();
        assertThat(mail.mailbox("\"alice@example.org\"@example.org").receivedMails())
                .isEmpty();
        assertThat(mail.mailbox("alice@example.org.").address()).isEqualTo("alice@example.org");
    }
}
