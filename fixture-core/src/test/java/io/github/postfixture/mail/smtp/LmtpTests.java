package io.github.postfixture.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.attempt.Attempt;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.protocol.SmtpOptions;
import io.github.postfixture.mail.protocol.SmtpStage;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LmtpTests {

    private final MailServer mail = MailServer.builder()
            .smtp(SmtpOptions.defaults().lmtp().largestMessage(1_000))
            .start();
    private SmtpClientSocket client;

    @BeforeEach
    void connect() throws IOException {
        client = new SmtpClientSocket(mail.smtp());
        assertThat(client.reply()).isEqualTo("220 localhost LMTP Postfixture");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        mail.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EHLO client.example       | 500 5.5.2 Command not recognized",
                "HELO client.example       | 500 5.5.2 Command not recognized",
                "LHLO                      | 501 5.5.4 Syntax: LHLO hostname",
                "MAIL FROM:<a@example.org> | 503 5.5.1 Send LHLO first",
                "AUTH PLAIN                | 503 5.5.1 Send LHLO first",
                "HELP                      | 214 2.0.0 LHLO STARTTLS AUTH MAIL RCPT DATA BDAT RSET NOOP VRFY EXPN"
                        + " HELP QUIT",
            })
    void hasAHelloOfItsOwn(String command, String reply) throws IOException {
        assertThat(client.say(command)).isEqualTo(reply);
    }

    @Test
    void offersWhatSmtpOffers() throws IOException {
        assertThat(client.listing("LHLO client.example"))
                .contains("250-localhost greets client.example", "250-PIPELINING", "250-ENHANCEDSTATUSCODES");
    }

    @Test
    void repliesOnceForEachRecipient() throws IOException {
        client.say("LHLO client.example");

        assertThat(client.deliver("Subject: x", "a@example.org", "b@example.org", "c@example.org"))
                .isEqualTo("250 2.0.0 Message accepted");
        assertThat(client.reply()).isEqualTo("250 2.0.0 Message accepted");
        assertThat(client.say("NOOP")).isEqualTo("250 2.0.0 OK");
        assertThat(mail.awaitMail().envelope().recipients()).containsExactly("b@example.org", "c@example.org");
    }

    @Test
    void countsOnlyRecipientsThatWereAccepted() throws IOException {
        client.say("LHLO client.example");
        client.deliver("Subject: x", "a@example.org", "nobody", "c@example.org");

        assertThat(client.say("NOOP")).isEqualTo("250 2.0.0 OK");
    }

    @Test
    void repliesOnceForEachRecipientAfterTheLastChunk() throws IOException {
        client.say("LHLO client.example");
        client.say("MAIL FROM:<a@example.org>");
        client.say("RCPT TO:<b@example.org>");
        client.say("RCPT TO:<c@example.org>");
        client.send("BDAT 1\r\nxBDAT 0 LAST\r\n");

        assertThat(client.reply()).isEqualTo("250 2.0.0 1 bytes received");
        assertThat(client.reply()).isEqualTo("250 2.0.0 Message accepted");
        assertThat(client.reply()).isEqualTo("250 2.0.0 Message accepted");
    }

    @Test
    void refusesForEachRecipient() throws IOException {
        client.say("LHLO client.example");
        mail.at(SmtpStage.END_OF_DATA).times(2, SmtpFault.reply(451, "4.3.0", "Try again"));

        assertThat(client.deliver("Subject: x", "a@example.org", "b@example.org", "c@example.org"))
                .isEqualTo("451 4.3.0 Try again");
        assertThat(client.reply()).isEqualTo("451 4.3.0 Try again");
        assertThat(client.deliver("x".repeat(2_000), "a@example.org", "b@example.org", "c@example.org"))
                .isEqualTo("552 5.3.4 A message may have 1000 bytes at most");
        assertThat(client.reply()).isEqualTo("552 5.3.4 A message may have 1000 bytes at most");
        assertThat(mail.receivedMails()).isEmpty();
    }

    @Test
    void refusesForOneRecipientAndStoresForTheOthers() throws IOException {
        mail.at(SmtpStage.END_OF_DATA).matching("c@example.org").next(SmtpFault.mailboxFull());
        client.say("LHLO client.example");

        assertThat(client.deliver("Subject: x", "a@example.org", "b@example.org", "c@example.org", "d@example.org"))
                .isEqualTo("250 2.0.0 Message accepted");
        assertThat(client.reply()).isEqualTo("452 4.2.2 Mailbox full");
        assertThat(client.reply()).isEqualTo("250 2.0.0 Message accepted");
        assertThat(mail.awaitMail().envelope().recipients()).containsExactly("b@example.org", "d@example.org");
        assertThat(mail.mailbox("c@example.org").receivedMails()).isEmpty();
        assertThat(mail.attempts().all()).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo(Attempt.Outcome.ACCEPTED);
            assertThat(attempt.refusedRecipients()).containsExactly("c@example.org");
        });
    }

    @Test
    void aMailboxThatIsFullRefusesAloneAfterTheMessage() throws IOException {
        try (MailServer small = MailServer.builder()
                        .smtp(SmtpOptions.defaults().lmtp())
                        .quota("b@example.org", 1_024)
                        .start();
                SmtpClientSocket sender = new SmtpClientSocket(small.smtp())) {
            sender.reply();
            sender.say("LHLO client.example");

            assertThat(sender.deliver("x".repeat(2_000), "a@example.org", "b@example.org", "c@example.org"))
                    .isEqualTo("552 5.2.2 Mailbox full");
            assertThat(sender.reply()).isEqualTo("250 2.0.0 Message accepted");
            assertThat(small.awaitMail().envelope().recipients()).containsExactly("c@example.org");
        }
    }

    @Test
    void refusesDataWithoutARecipient() throws IOException {
        client.say("LHLO client.example");
        client.say("MAIL FROM:<a@example.org>");

        assertThat(client.say("DATA")).isEqualTo("503 5.5.1 Send RCPT first");
    }
}
