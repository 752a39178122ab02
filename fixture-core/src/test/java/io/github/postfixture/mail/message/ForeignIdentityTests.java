package io.github.postfixture.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.RawImap;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody acts for another: a foreign authorization identity is refused (RFC 4616 section 2). */
@Timeout(60)
class ForeignIdentityTests {

    private static final String PLAIN = base64("bob@example.org\0alice@example.org\0secret");
    private static final String BEARER = base64("n,a=bob@example.org,\1auth=Bearer alices\1\1");

    private final MailServer mail = MailServer.builder()
            .account("alice@example.org", "secret")
            .token("alice@example.org", "alices")
            .start();

    @AfterEach
    void close() {
        mail.close();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isRefusedBySmtp() throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(client.say("AUTH PLAIN " + PLAIN))
                    .isEqualTo("535 5.7.8 alice@example.org may not act for bob@example.org");
            assertThat(client.say("AUTH OAUTHBEARER " + BEARER)).startsWith("334 ");
            assertThat(client.say("AQ==")).isEqualTo("535 5.7.8 Token is unknown for bob@example.org");
        }
    }

    @Test
    void isRefusedByImap() throws IOException {
        try (RawImap client = new RawImap(mail.imap())) {
            assertThat(client.say("a AUTHENTICATE PLAIN " + PLAIN))
                    .isEqualTo("a NO [AUTHORIZATIONFAILED] alice@example.org may not act for bob@example.org");
            client.send("b AUTHENTICATE OAUTHBEARER " + BEARER);
            assertThat(client.line()).startsWith("+ ");
            client.send("AQ==");
            assertThat(client.line()).isEqualTo("b NO [AUTHENTICATIONFAILED] Token is unknown for bob@example.org");
        }
    }

    @Test
    void isRefusedByPop3() throws IOException {
        try (RawImap client = new RawImap(mail.pop3())) {
            assertThat(client.say("AUTH PLAIN " + PLAIN))
                    .isEqualTo("-ERR [AUTH] alice@example.org may not act for bob@example.org");
        }
    }
}
