package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.RealClient;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.mail.protocol.SmtpStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("real-client")
class RealMailClientTests {

    private static final String USER = "alice@example.org:secret";
    private static final String MESSAGE =
            "From: shop@example.org\r\nTo: alice@example.org\r\nSubject: Hello\r\n\r\n.dot\r\nbody\r\n";

    private final MailServer mail =
            MailServer.builder().account("alice@example.org", "secret").start();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        mail.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"SMTP", "SMTPS"})
    void curlSends(MailProtocol protocol) throws IOException {
        RealClient.curl()
                .run(
                        mail.endpoint(protocol).toString(),
                        "--ssl-reqd",
                        "-u",
                        USER,
                        "--mail-from",
                        "shop@example.org",
                        "--mail-rcpt",
                        "alice@example.org",
                        "-T",
                        file().toString());

        assertThat(mail.awaitMail()).hasSubject("Hello").wasSentOverTls().wasSentBy("alice@example.org");
        assertThat(mail.receivedMails().get(0).raw()).asString().isEqualTo(MESSAGE);
    }

    @Test
    void curlSendsInPlainText() throws IOException {
        RealClient.curl()
                .run(
                        mail.smtp().toString(),
                        "--mail-from",
                        "shop@example.org",
                        "--mail-rcpt",
                        "alice@example.org",
                        "-T",
                        file().toString());

        assertThat(mail.awaitMail()).hasRecipients("alice@example.org");
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAP", "IMAPS"})
    void curlFetchesByImap(MailProtocol protocol) {
        Sender.send(mail, MESSAGE.replace("\r\n", "\n"), "alice@example.org");
        String inbox = mail.endpoint(protocol) + "/INBOX";

        assertThat(RealClient.curl().run(inbox + ";MAILINDEX=1", "-u", USER)).isEqualTo(MESSAGE + "\r\n");
        assertThat(RealClient.curl().run(inbox + ";MAILINDEX=1", "--ssl-reqd", "-u", USER))
                .isEqualTo(MESSAGE + "\r\n");
        assertThat(RealClient.curl()
                        .tryRun(inbox, "-u", "alice@example.org:wrong")
                        .exitCode())
                .isEqualTo(67);
    }

    @ParameterizedTest
    @EnumSource(names = {"POP3", "POP3S"})
    void curlFetchesByPop3(MailProtocol protocol) {
        Sender.send(mail, MESSAGE.replace("\r\n", "\n"), "alice@example.org");
        String maildrop = mail.endpoint(protocol).toString();

        assertThat(RealClient.curl().run(maildrop, "-u", USER)).isEqualTo("1 " + (MESSAGE.length() + 2) + "\r\n");
        assertThat(RealClient.curl().run(maildrop + "/1", "-u", USER)).isEqualTo(MESSAGE + "\r\n");
        assertThat(RealClient.curl().run(maildrop + "/1", "--ssl-reqd", "-u", USER))
                .isEqualTo(MESSAGE + "\r\n");
        assertThat(RealClient.curl()
                        .tryRun(maildrop, "-u", "alice@example.org:wrong")
                        .exitCode())
                .isEqualTo(67);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN", "CRAM-MD5"})
    void swaksLogsInAndSendsOverStartTls(String mechanism) {
        RealClient.named(
                        "swaks",
                        "--timeout",
                        "10s",
                        "--tls",
                        "--tls-verify",
                        "--tls-ca-path",
                        RealClient.caFile().toString())
                .run(
                        "--server",
                        "localhost:" + mail.smtp().port(),
                        "--auth",
                        mechanism,
                        "--auth-user",
                        "alice@example.org",
                        "--auth-password",
                        "secret",
                        "--pipeline",
                        "--from",
                        "shop@example.org",
                        "--to",
                        "alice@example.org,bob@example.org",
                        "--header",
                        "Subject: Hello",
                        "--attach",
                        "@" + RealClient.caFile());

        assertThat(mail.awaitMail())
                .hasSubject("Hello")
                .hasRecipients("alice@example.org", "bob@example.org")
                .wasSentOverTls()
                .wasSentBy("alice@example.org");
        assertThat(mail.receivedMails().get(0).envelope().mechanism()).contains(mechanism);
        assertThat(mail.receivedMails().get(0).attachments()).hasSize(1);
    }

    @Test
    void swaksReportsARefusedRecipient() {
        mail.failNext(SmtpStage.RCPT, SmtpFault.reply(550, "5.1.1", "User unknown"));

        assertThat(RealClient.named("swaks", "--timeout", "10s")
                        .tryRun("--server", "127.0.0.1:" + mail.smtp().port(), "--to", "nobody@example.org")
                        .output())
                .contains("<** 550 5.1.1 User unknown");
    }

    @Test
    void msmtpSendsOverStartTlsAndTls() throws IOException {
        for (MailProtocol protocol : new MailProtocol[] {MailProtocol.SMTP, MailProtocol.SMTPS}) {
            RealClient.shell("msmtp", "exec msmtp \"$@\" < " + file())
                    .run(
                            "--file=/dev/null",
                            "--host=localhost",
                            "--port=" + mail.endpoint(protocol).port(),
                            "--tls=on",
                            "--tls-starttls=" + (protocol == MailProtocol.SMTP ? "on" : "off"),
                            "--tls-trust-file=" + RealClient.caFile(),
                            "--auth=plain",
                            "--user=alice@example.org",
                            "--passwordeval=echo secret",
                            "--from=shop@example.org",
                            "alice@example.org");

            assertThat(mail.awaitMail()).hasSubject("Hello").wasSentOverTls().wasSentBy("alice@example.org");
        }
    }

    private Path file() throws IOException {
        return Files.writeString(directory.resolve("mail.eml"), MESSAGE);
    }
}
