package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.RealClient;
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
            RealClient.named("msmtp");
            RealClient.named("sh", "-c", "exec msmtp \"$@\" < " + file(), "msmtp")
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

    @Test
    void pythonSendsOverStartTls() {
        python("""
                import smtplib, email.message
                m = email.message.EmailMessage()
                m['From'], m['To'], m['Subject'] = 'shop@example.org', 'alice@example.org', 'Grüße'
                m.set_content('Hällo')
                s = smtplib.SMTP('127.0.0.1', port('smtp'))
                s.starttls(context=tls())
                s.login('alice@example.org', 'secret')
                s.send_message(m)
                s.quit()
                """);

        assertThat(mail.awaitMail())
                .hasSubject("Grüße")
                .wasSentOverTls()
                .wasSentBy("alice@example.org")
                .text()
                .startsWith("Hällo");
    }

    @Test
    void pythonReadsByImap() {
        Sender.send(mail, MESSAGE.replace("\r\n", "\n"), "alice@example.org");

        assertThat(python("""
                        import imaplib
                        i = imaplib.IMAP4('127.0.0.1', port('imap'))
                        i.starttls(tls())
                        i.authenticate('PLAIN', lambda challenge: b'\\0alice@example.org\\0secret')
                        print(i.namespace()[1], i.select())
                        print(i.fetch('1', '(RFC822.SIZE BODY.PEEK[])')[1][0][1] == %s)
                        print(i.append('INBOX', '(\\\\Seen)', None, b'Subject: x\\r\\n\\r\\nx')[0])
                        print(i.search(None, 'SEEN')[1], i.unselect()[0], i.logout()[0])
                        """.formatted(bytes(MESSAGE + "\r\n")))).isEqualTo("""
                        [b'(("" ".")) NIL NIL'] ('OK', [b'1'])
                        True
                        OK
                        [b'2'] OK BYE
                        """);
    }

    @Test
    void pythonReadsByPop3() {
        Sender.send(mail, MESSAGE.replace("\r\n", "\n"), "alice@example.org");
        Sender.send(mail, "Subject: second\n\nx", "alice@example.org");

        assertThat(python("""
                        import poplib
                        p = poplib.POP3('127.0.0.1', port('pop3'))
                        p.stls(tls())
                        p.user('alice@example.org'); p.pass_('secret')
                        print(p.stat(), p.list()[1], len(p.uidl()[1]))
                        print(p.retr(1)[1][4:], p.top(2, 0)[1])
                        p.dele(1); p.rset(); print(p.noop()); p.dele(2); p.quit()
                        p = poplib.POP3_SSL('localhost', port('pop3s'), context=tls())
                        p.user('alice@example.org'); p.pass_('secret')
                        print(p.stat()[0])
                        """)).isEqualTo("""
                        (2, 101) [b'1 79', b'2 22'] 2
                        [b'.dot', b'body', b''] [b'Subject: second', b'']
                        b'+OK'
                        1
                        """);
    }

    private Path file() throws IOException {
        return Files.writeString(directory.resolve("mail.eml"), MESSAGE);
    }

    private String python(String script) {
        StringBuilder ports = new StringBuilder();
        for (MailProtocol protocol : MailProtocol.values()) {
            ports.append('\'')
                    .append(protocol.scheme())
                    .append("': ")
                    .append(mail.endpoint(protocol).port())
                    .append(", ");
        }
        String prologue = """
                import ssl
                def port(name): return {%s}[name]
                def tls(): return ssl.create_default_context(cafile='%s')
                """.formatted(ports, RealClient.caFile());
        return RealClient.named("python3", "-c", prologue + script).run();
    }

    private static String bytes(String text) {
        return "b'" + text.replace("\r\n", "\\r\\n") + "'";
    }
}
