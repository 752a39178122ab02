package io.github.postfixture.mail.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.RealClient;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.mail.protocol.SmtpOptions;
import io.github.postfixture.mail.sasl.SaslMechanism;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("real-client")
class SendingProgramTests {

    private final MailServerBuilder builder =
            MailServer.builder().account("alice@example.org", "secret").token("alice@example.org", "valid");
    private final MailServer mail = builder.start();

    @AfterEach
    void close() {
        mail.close();
    }

    @ParameterizedTest
    @CsvSource({"PLAIN, auth_plain", "LOGIN, auth_login", "CRAM-MD5, auth_cram_md5"})
    void pythonLogsInOverStartTls(String mechanism, String method) {
        python("""
                import smtplib, ssl
                s = smtplib.SMTP('localhost', %d)
                s.starttls(context=ssl.create_default_context(cafile='%s'))
                s.ehlo()
                s.user, s.password = 'alice@example.org', 'secret'
                s.auth('%s', s.%s)
                s.sendmail('shop@example.org', 'alice@example.org', 'Subject: Hello\\r\\n\\r\\n.x', ['SIZE=20'])
                s.quit()
                """.formatted(mail.smtp().port(), RealClient.caFile(), mechanism, method));

        assertThat(mail.awaitMail()).hasSubject("Hello").wasSentOverTls().wasSentBy("alice@example.org");
        assertThat(mail.receivedMails().get(0).envelope().mechanism()).contains(mechanism);
    }

    @Test
    void pythonAsksVerifiesAndIsRefused() {
        assertThat(python("""
                        import smtplib
                        s = smtplib.SMTP('localhost', %d)
                        print(s.verify('alice')[0], s.expn('list')[0], s.help().decode()[:10], s.noop()[0], s.rset()[0])
                        try: s.login('alice@example.org', 'wrong')
                        except smtplib.SMTPAuthenticationError as e: print(e.smtp_code)
                        s.quit()
                        """.formatted(mail.smtp().port()))).isEqualTo("252 502 2.0.0 EHLO 250 250\n535\n");
    }

    @Test
    void pythonDeliversByLmtp() {
        try (MailServer lmtp =
                MailServer.builder().smtp(SmtpOptions.defaults().lmtp()).start()) {
            python("""
                    import smtplib
                    s = smtplib.LMTP('127.0.0.1', %d)
                    s.sendmail('shop@example.org', ['alice@example.org'], 'Subject: Hello\\r\\n\\r\\nx')
                    s.quit()
                    """.formatted(lmtp.smtp().port()));

            assertThat(lmtp.awaitMail()).hasSubject("Hello");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"XOAUTH2", "OAUTHBEARER"})
    void curlLogsInByToken(SaslMechanism mechanism) {
        try (MailServer only = builder.mechanisms(mechanism).start()) {
            RealClient.shell("curl", "printf 'Subject: Hello\\r\\n\\r\\nx\\r\\n' | curl -sS -m 10 \"$@\" -T -")
                    .run(
                            only.smtp().toString(),
                            "-u",
                            "alice@example.org",
                            "--oauth2-bearer",
                            "valid",
                            "--mail-from",
                            "shop@example.org",
                            "--mail-rcpt",
                            "alice@example.org");

            assertThat(only.awaitMail()).hasSubject("Hello").wasSentBy("alice@example.org");
            assertThat(only.receivedMails().get(0).envelope().mechanism()).contains(mechanism.keyword());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2"})
    void nodemailerLogsInAndSendsOverStartTls(String mechanism) {
        String auth = mechanism.equals("XOAUTH2")
                ? "type: 'OAuth2', user: 'alice@example.org', accessToken: 'valid'"
                : "user: 'alice@example.org', pass: 'secret'";
        RealClient.node("""
                const transport = require('nodemailer').createTransport({
                    host: 'localhost', port: %d, requireTLS: true, authMethod: '%s', auth: { %s } });
                transport.sendMail({ from: 'shop@example.org', to: 'alice@example.org, Bob <bob@example.org>',
                    subject: 'Gr\\u00fc\\u00dfe', text: '.dot\\n\\n..', html: '<p>Hi</p>', dsn: { id: 'x', return: 'headers',
                    notify: ['failure'], recipient: 'a@example.org' }, attachments: [{ filename: 'a.txt', content: 'a' }] })
                    .then(() => transport.close());
                """.formatted(mail.smtp().port(), mechanism, auth), "nodemailer")
                .run();

        assertThat(mail.awaitMail())
                .hasSubject("Gr\u00fc\u00dfe")
                .hasRecipients("alice@example.org", "bob@example.org")
                .wasSentOverTls()
                .wasSentBy("alice@example.org");
        assertThat(mail.receivedMails().get(0).envelope().mechanism()).contains(mechanism);
        assertThat(mail.receivedMails().get(0).attachment("a.txt")).isNotNull();
    }

    private static String python(String script) {
        return RealClient.named("python3", "-c", script).run();
    }
}
