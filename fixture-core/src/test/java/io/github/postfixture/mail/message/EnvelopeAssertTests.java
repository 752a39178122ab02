package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Sender;
import io.github.postfixture.mail.client.MailClient;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnvelopeAssertTests {

    private final MailServer server = MailServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    private ReceivedMail send(String sender) throws IOException {
        byte[] login = "\0shop@example.org\0secret".getBytes(StandardCharsets.UTF_8);
        try (SmtpClientSocket client = SmtpClientSocket.greeting(server.smtp())) {
            client.say("AUTH PLAIN " + Base64.getEncoder().encodeToString(login));
            client.say("MAIL FROM:<" + sender + "> BODY=8BITMIME");
            client.say("RCPT TO:<alice@example.org> NOTIFY=NEVER");
            client.say("DATA");
            client.say("Subject: Welcome\r\n\r\nHello\r\n.");
            return server.awaitMail();
        }
    }

    @Test
    void verifiesWhoWhomAndHow() throws IOException {
        ReceivedMail mail = send("shop@example.org");
        ReceivedMail bounce = send("");

        assertThat(mail)
                .envelope()
                .hasSender("Shop@example.org")
                .hasRecipients("Alice@example.org")
                .hasParameter("body=8bitmime")
                .hasRecipientParameter("alice@example.org", "NOTIFY=NEVER")
                .isAuthenticatedAs("shop@example.org")
                .isAuthenticatedBy("PLAIN")
                .isNotNull();
        assertThat(mail).envelope().recipients().containsExactly("alice@example.org");
        assertThat(bounce).envelope().hasNullSender().isNotNull();
    }

    @Test
    void verifiesEncryption() {
        try (MailClient client = MailClient.of("shop@example.org", "secret")
                .smtp(server.smtps())
                .mailbox(server.imap())
                .start()) {
            client.send(
                    InboundMail.from("shop@example.org").to("alice@example.org").text("Hello"));
        }

        assertThat(server.receivedMails().get(0))
                .wasSentOverTls()
                .wasSentBy("shop@example.org")
                .isNotNull();
        assertThat(server.awaitMail()).envelope().isEncrypted().isNotNull();
    }

    @Test
    void showsWhatItIsInstead() throws IOException {
        ReceivedMail mail = send("shop@example.org");

        failureOf(() -> assertThat(mail).envelope().hasSender("bob@example.org"))
                .isEqualTo("""
                Expected the sender to be "bob@example.org" but was "shop@example.org".
                  envelope from <shop@example.org> to [alice@example.org] of mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        failureOf(() -> assertThat(mail).envelope().hasNullSender()).isEqualTo("""
                Expected the sender to be "<>" but was "<shop@example.org>".
                  envelope from <shop@example.org> to [alice@example.org] of mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        failureOf(() -> assertThat(mail).envelope().hasRecipients("bob@example.org"))
                .isEqualTo("""
                Expected the recipients to be bob@example.org but was alice@example.org.
                  envelope from <shop@example.org> to [alice@example.org] of mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        failureOf(() -> assertThat(mail).envelope().hasParameter("SMTPUTF8")).isEqualTo("""
                Expected MAIL FROM to have the parameter SMTPUTF8 but the only parameter is BODY=8BITMIME.
                  envelope from <shop@example.org> to [alice@example.org] of mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        failureOf(() -> assertThat(mail).envelope().hasRecipientParameter("alice@example.org", "NOTIFY=SUCCESS"))
                .isEqualTo("""
                Expected RCPT TO for alice@example.org to have the parameter NOTIFY=SUCCESS but the only parameter is NOTIFY=NEVER.
                  envelope from <shop@example.org> to [alice@example.org] of mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        failureOf(() -> assertThat(mail).envelope().isEncrypted()).isEqualTo("""
                Expected an encrypted connection but it was in the clear.
                  envelope from <shop@example.org> to [alice@example.org] of mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        failureOf(() -> assertThat(mail).envelope().isAuthenticatedAs("bob@example.org"))
                .isEqualTo("""
                Expected the authenticated user to be "bob@example.org" but was "shop@example.org".
                  envelope from <shop@example.org> to [alice@example.org] of mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        failureOf(() -> assertThat(mail).envelope().isAuthenticatedBy("XOAUTH2"))
                .isEqualTo("""
                Expected the mechanism of authentication to be "XOAUTH2" but was "PLAIN".
                  envelope from <shop@example.org> to [alice@example.org] of mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        failureOf(() -> assertThat(Sender.receive("Subject: x\n\nx")).envelope().isAuthenticatedAs("bob@example.org"))
                .isEqualTo("""
                Expected the authenticated user to be "bob@example.org" but was "nobody".
                  envelope from <shop@example.org> to [alice@example.org] of mail from shop@example.org to [alice@example.org] with subject "x\"""");
        failureOf(() -> assertThat(Sender.receive("Subject: x\n\nx")).wasSentBy("bob@example.org"))
                .isEqualTo("""
                Expected the authenticated user to be "bob@example.org" but was "nobody".
                  mail from shop@example.org to [alice@example.org] with subject "x\"""");
    }

    @Test
    void showsTheDialogueThatWasNotEncrypted() throws IOException {
        try (SmtpClientSocket client = new SmtpClientSocket(server.smtp())) {
            client.reply();
            client.say("HELO client.example");
            client.say("MAIL FROM:<shop@example.org>");
            client.say("RCPT TO:<alice@example.org>");
            client.say("DATA");
            client.say("Subject: Welcome\r\n\r\nHello\r\n.");
        }
        ReceivedMail mail = server.awaitMail();

        failureOf(() -> assertThat(mail).wasSentOverTls()).isEqualTo("""
                Expected a mail that was sent over TLS but it was sent in the clear.
                  mail from shop@example.org to [alice@example.org] with subject "Welcome"
                The dialogue was:
                  S: 220 localhost ESMTP Postfixture
                  C: HELO client.example
                  S: 250 localhost
                  C: MAIL FROM:<shop@example.org>
                  S: 250 2.1.0 Sender OK
                  C: RCPT TO:<alice@example.org>
                  S: 250 2.1.5 Recipient OK
                  C: DATA
                  S: 354 End data with <CR><LF>.<CR><LF>
                  C: (27 bytes) .
                  S: 250 2.0.0 Message accepted""");
    }
}
