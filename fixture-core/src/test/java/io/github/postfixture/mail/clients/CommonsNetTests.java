package io.github.postfixture.mail.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.net.imap.IMAPClient;
import org.apache.commons.net.pop3.POP3Client;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clients of Apache Commons Net. */
class CommonsNetTests {

    private static final String ALICE = "alice@example.org";

    private final MailServer mail =
            MailServer.builder().account(ALICE, "secret").start();

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void smtpSendsWithALogin() throws Exception {
        AuthenticatingSMTPClient client = new AuthenticatingSMTPClient();
        client.connect(mail.smtp().host(), mail.smtp().port());
        client.ehlo("client.example");
        assertThat(client.auth(AuthenticatingSMTPClient.AUTH_METHOD.CRAM_MD5, ALICE, "secret"))
                .isTrue();
        client.setSender("shop@example.org");
        client.addRecipient(ALICE);
        try (Writer message = client.sendMessageData()) {
            message.write("Subject: one\r\n\r\n.dot\r\n");
        }
        assertThat(client.completePendingCommand()).isTrue();
        client.logout();
        client.disconnect();

        assertThat(mail.awaitMail()).hasSubject("one").wasSentBy(ALICE);
    }

    @Test
    void pop3ListsFetchesAndDeletes() throws IOException {
        deliver();
        POP3Client client = new POP3Client();
        client.connect(mail.pop3().host(), mail.pop3().port());
        assertThat(client.login(ALICE, "secret")).isTrue();
        assertThat(client.listMessages())
                .singleElement()
                .satisfies(found -> assertThat(found.size)
                        .isEqualTo((int) mail.receivedMails().get(0).size()));
        try (BufferedReader message = (BufferedReader) client.retrieveMessage(1)) {
            assertThat(message.lines().collect(Collectors.joining("\n"))).isEqualTo("Subject: one\n\n.dot\n");
        }
        assertThat(client.deleteMessage(1)).isTrue();
        assertThat(client.logout()).isTrue();
        client.disconnect();

        assertThat(left()).isZero();
    }

    @Test
    void imapSelectsFetchesAndStores() throws IOException {
        deliver();
        IMAPClient client = new IMAPClient();
        client.connect(mail.imap().host(), mail.imap().port());
        assertThat(client.login(ALICE, "secret")).isTrue();
        assertThat(client.select("INBOX")).isTrue();
        assertThat(client.fetch("1", "(RFC822.SIZE BODY.PEEK[])")).isTrue();
        assertThat(client.getReplyString()).contains("Subject: one");
        assertThat(client.store("1", "+FLAGS", "\\Deleted")).isTrue();
        assertThat(client.expunge()).isTrue();
        assertThat(client.logout()).isTrue();
        client.disconnect();

        assertThat(left()).isZero();
    }

    private void deliver() {
        MailProgram.send(mail, "Subject: one\n\n.dot\n");
    }

    private int left() throws IOException {
        POP3Client client = new POP3Client();
        client.connect(mail.pop3().host(), mail.pop3().port());
        client.login(ALICE, "secret");
        try {
            return Objects.requireNonNull(client.listMessages()).length;
        } finally {
            client.logout();
            client.disconnect();
        }
    }
}
