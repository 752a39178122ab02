package io.github.postfixture.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.mail.message.Envelope.Addressee;
import io.github.postfixture.mail.protocol.SmtpOptions;
import io.github.postfixture.mail.sasl.SaslMechanism;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticationTests {

    private final MailServerBuilder builder = MailServer.builder()
            .account("alice@example.org", "secret")
            .token("alice@example.org", "valid")
            .expiredToken("alice@example.org", "old");

    @Test
    void canBeRequiredBeforeMail() throws IOException {
        try (MailServer mail = builder.smtp(SmtpOptions.defaults().requireAuthentication())
                        .start();
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(client.say("MAIL FROM:<a@example.org>")).isEqualTo("530 5.7.0 Authentication required");
            client.say("AUTH PLAIN " + base64("\0alice@example.org\0secret"));
            assertThat(client.say("MAIL FROM:<a@example.org>")).isEqualTo("250 2.1.0 Sender OK");
        }
    }

    @Test
    void canRequireTls() throws IOException {
        try (MailServer mail = builder.smtp(SmtpOptions.defaults().requireTlsForAuthentication())
                        .start();
                SmtpClientSocket client = new SmtpClientSocket(mail.smtp())) {
            client.reply();
            client.send("EHLO client.example\r\n");

            assertThat(client.replyLines()).noneMatch(line -> line.contains("AUTH"));
            assertThat(client.say("AUTH PLAIN"))
                    .isEqualTo("538 5.7.11 Encryption required for authentication; send STARTTLS first");
        }
    }

    @Test
    void canBeForAccountsOnly() throws IOException {
        try (MailServer mail = builder.accountsOnly().start();
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(client.say("AUTH PLAIN " + base64("\0bob@example.org\0any")))
                    .isEqualTo("535 5.7.8 Authentication failed for bob@example.org");
        }
    }

    @Test
    void offersTheMechanismsThatAreChosen() throws IOException {
        try (MailServer mail = builder.mechanisms(SaslMechanism.XOAUTH2, SaslMechanism.PLAIN)
                        .start();
                SmtpClientSocket client = new SmtpClientSocket(mail.smtp())) {
            client.reply();
            client.send("EHLO client.example\r\n");

            assertThat(client.replyLines()).contains("250-AUTH XOAUTH2 PLAIN");
            assertThat(client.say("AUTH LOGIN")).isEqualTo("504 5.5.4 Mechanism must be one of XOAUTH2 PLAIN");
        }
    }

    @Test
    void isNotOfferedWithoutAnyMechanism() throws IOException {
        try (MailServer mail = builder.mechanisms().start();
                SmtpClientSocket client = new SmtpClientSocket(mail.smtp())) {
            client.reply();
            client.send("EHLO client.example\r\n");

            assertThat(client.replyLines()).noneMatch(line -> line.contains("AUTH"));
            assertThat(client.say("AUTH PLAIN")).isEqualTo("502 5.5.1 AUTH is not offered");
        }
    }

    @Test
    void byCramMd5NeedsTheRightDigest() throws IOException {
        try (MailServer mail = builder.start();
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(client.say("AUTH CRAM-MD5")).startsWith("334 ");
            assertThat(client.say(base64("alice@example.org 00000000000000000000000000000000")))
                    .isEqualTo("535 5.7.8 Authentication failed for alice@example.org");
            assertThat(client.say("AUTH CRAM-MD5 eA==")).isEqualTo("501 5.5.2 This mechanism has no initial response");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alice@example.org | valid | 235 2.7.0 Authentication successful",
                "bob@example.org   | any   | 235 2.7.0 Authentication successful",
            })
    void byTokenLetsItsOwnerIn(String identity, String token, String reply) throws IOException {
        try (MailServer mail = builder.start();
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(client.say("AUTH XOAUTH2 " + xoauth2(identity, token))).isEqualTo(reply);
        }
        try (MailServer mail = builder.start();
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(client.say("AUTH OAUTHBEARER " + oauthBearer(identity, token)))
                    .isEqualTo(reply);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "old   | 535 5.7.8 Token has expired for alice@example.org",
                "wrong | 535 5.7.8 Token is unknown for alice@example.org",
            })
    void byTokenTellsWhyItIsRefused(String token, String reply) throws IOException {
        try (MailServer mail = builder.start();
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            String challenge = client.say("AUTH XOAUTH2 " + xoauth2("alice@example.org", token));

            assertThat(new String(Base64.getDecoder().decode(challenge.substring(4)), StandardCharsets.UTF_8))
                    .isEqualTo("{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"mail\"}");
            assertThat(client.say("")).isEqualTo(reply);
            client.say("AUTH OAUTHBEARER " + oauthBearer("alice@example.org", token));
            assertThat(client.say("AQ==")).isEqualTo(reply);
        }
    }

    @Test
    void isKeptInTheEnvelope() throws IOException {
        try (MailServer mail = builder.start();
                SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            client.say("AUTH XOAUTH2 " + xoauth2("alice@example.org", "valid"));
            client.say("MAIL FROM:<a@example.org> RET=HDRS");
            client.say("RCPT TO:<b@example.org> NOTIFY=NEVER");
            client.say("DATA");
            client.say(".");

            assertThat(mail.awaitMail().envelope().mechanism()).contains("XOAUTH2");
            assertThat(mail.receivedMails().get(0).envelope().parameters()).containsExactly("RET=HDRS");
            assertThat(mail.receivedMails().get(0).envelope().addressees())
                    .containsExactly(new Addressee("b@example.org", List.of("NOTIFY=NEVER")));
        }
    }

    private static String xoauth2(String identity, String token) {
        return base64("user=" + identity + "\1auth=Bearer " + token + "\1\1");
    }

    private static String oauthBearer(String identity, String token) {
        return base64("n,a=" + identity + ",\1host=localhost\1port=25\1auth=Bearer " + token + "\1\1");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
