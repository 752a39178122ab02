package io.github.postfixture.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpLoginTests {

    private final MailServer mail =
            MailServer.builder().account("alice@example.org", "secret").start();
    private SmtpClientSocket client;

    @BeforeEach
    void connect() throws IOException {
        client = SmtpClientSocket.greeting(mail.smtp());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        mail.close();
    }

    @Test
    void byLoginAsksForNameAndPassword() throws IOException {
        assertThat(client.say("AUTH LOGIN")).isEqualTo("334 " + base64("Username:"));
        assertThat(client.say(base64("alice@example.org"))).isEqualTo("334 " + base64("Password:"));
        assertThat(client.say(base64("secret"))).isEqualTo("235 2.7.0 Authentication successful");
    }

    @Test
    void byLoginTakesANameSentAhead() throws IOException {
        assertThat(client.say("AUTH LOGIN " + base64("alice@example.org"))).isEqualTo("334 " + base64("Password:"));
    }

    @Test
    void byPlainWaitsForTheAnswer() throws IOException {
        assertThat(client.say("auth plain")).isEqualTo("334 ");
        assertThat(client.say(base64("\0alice@example.org\0secret"))).isEqualTo("235 2.7.0 Authentication successful");
    }

    @Test
    void withTheWrongPasswordOfAnAccountIsRefused() throws IOException {
        assertThat(client.say("AUTH PLAIN " + base64("\0alice@example.org\0wrong")))
                .isEqualTo("535 5.7.8 Authentication failed for alice@example.org");
    }

    @Test
    void withoutAnAccountTakesAnyPassword() throws IOException {
        assertThat(client.say("AUTH PLAIN " + base64("\0relay\0anything")))
                .isEqualTo("235 2.7.0 Authentication successful");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AUTH            | 501 5.5.4 Syntax: AUTH mechanism",
                "AUTH NTLM       | 504 5.5.4 Mechanism must be one of PLAIN LOGIN CRAM-MD5 XOAUTH2" + " OAUTHBEARER",
                "AUTH PLAIN ???  | 501 5.5.2 Answer is not base64",
                "AUTH PLAIN =    | 501 5.5.2 Answer must be: authorization NUL identity NUL password",
                "AUTH PLAIN *    | 501 5.7.0 Authentication cancelled",
            })
    void thatIsMalformedIsRefused(String command, String reply) throws IOException {
        assertThat(client.say(command)).isEqualTo(reply);
        assertThat(client.say("NOOP")).isEqualTo("250 2.0.0 OK");
    }

    @Test
    void canBeCancelled() throws IOException {
        client.say("AUTH LOGIN");

        assertThat(client.say("*")).isEqualTo("501 5.7.0 Authentication cancelled");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
