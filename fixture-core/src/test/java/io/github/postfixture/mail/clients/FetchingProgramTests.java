package io.github.postfixture.mail.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.RealClient;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.mail.sasl.SaslMechanism;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("real-client")
class FetchingProgramTests {

    private final MailServerBuilder builder =
            MailServer.builder().account("alice@example.org", "secret").token("alice@example.org", "valid");
    private final MailServer mail = builder.start();

    @BeforeEach
    void fillTheMaildrop() {
        MailProgram.send(mail, "Subject: one\n\n.dot\nbody");
    }

    @AfterEach
    void close() {
        mail.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+APOP", "PLAIN", "LOGIN", "CRAM-MD5"})
    void curlLogsInByPassword(String mechanism) {
        assertThat(RealClient.curl()
                        .run(
                                mail.pop3() + "/1",
                                "-u",
                                "alice@example.org:secret",
                                "--login-options",
                                "AUTH=" + mechanism))
                .isEqualTo("Subject: one\r\n\r\n.dot\r\nbody\r\n");
    }

    @ParameterizedTest
    @EnumSource(names = {"XOAUTH2", "OAUTHBEARER"})
    void curlLogsInByToken(SaslMechanism mechanism) {
        try (MailServer only = builder.mechanisms(mechanism).start()) {
            MailProgram.send(only, "Subject: one\n\nbody");
            assertThat(RealClient.curl().run(only.pop3() + "/1", "-u", "alice@example.org", "--oauth2-bearer", "valid"))
                    .contains("Subject: one");
            assertThat(RealClient.curl()
                            .tryRun(only.pop3().toString(), "-u", "alice@example.org", "--oauth2-bearer", "unknown")
                            .exitCode())
                    .isEqualTo(67);
        }
    }

    @Test
    void pythonKnowsEveryCommand() {
        assertThat(RealClient.named("python3", "-c", """
                        import poplib
                        p = poplib.POP3('127.0.0.1', %d)
                        print(p.utf8(), sorted(p.capa())[0])
                        p.apop('alice@example.org', 'secret')
                        print(p.stat(), p.list(1), len(p.uidl(1).split()), p.top(1, 1)[1])
                        print(p.rset(), p.dele(1), p.stat())
                        try: p.retr(1)
                        except poplib.error_proto as e: print(e)
                        print(p.quit())
                        """.formatted(mail.pop3().port()))
                        .run())
                .isEqualTo("""
                        b'+OK UTF-8 it is' AUTH-RESP-CODE
                        (1, 28) b'+OK 1 28' 3 [b'Subject: one', b'', b'.dot']
                        b'+OK' b'+OK Marked as deleted' (0, 0)
                        b'-ERR No such message'
                        b'+OK Bye'
                        """);
    }
}
