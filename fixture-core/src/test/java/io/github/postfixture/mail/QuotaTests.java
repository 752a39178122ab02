package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.mail.client.MailClient;
import io.github.postfixture.mail.client.MailClientException;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuotaTests {

    private final MailServer mail =
            MailServer.builder().quota("Small@example.org", 2_000).start();

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void aMessageThatDeclaresTooMuchIsRefusedForItsRecipient() throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("MAIL FROM:<a@example.org> SIZE=3000");
            assertThat(client.say("RCPT TO:<small@example.org>")).isEqualTo("452 4.2.2 Mailbox full");
            assertThat(client.say("RCPT TO:<large@example.org>")).startsWith("250");
        }
    }

    @Test
    void aMessageThatIsTooMuchIsRefused() throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(client.deliver("x".repeat(900), "a@example.org", "small@example.org"))
                    .startsWith("250");
            assertThat(client.deliver("x".repeat(2_000), "a@example.org", "small@example.org"))
                    .isEqualTo("552 5.2.2 Mailbox full");
        }
        assertThat(mail.receivedMails()).hasSize(1);
    }

    @Test
    void imapRefusesToo() {
        try (MailClient client = MailClient.of("small@example.org", "any")
                .smtp(mail.smtp())
                .mailbox(mail.imap())
                .start()) {
            client.send(InboundMail.from("small@example.org")
                    .to("large@example.org")
                    .text("x".repeat(3_000)));

            assertThatThrownBy(client::synchronise)
                    .isInstanceOf(MailClientException.class)
                    .hasMessageContaining("OVERQUOTA");
        }
    }
}
