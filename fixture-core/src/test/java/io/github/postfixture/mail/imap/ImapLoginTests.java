package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImapLoginTests {

    private final ImapServer server = new ImapServer();
    private final ImapClient client;

    ImapLoginTests() throws IOException {
        client = server.connect();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void isPrecededByAShortGreeting() throws IOException {
        try (ImapClient other = new ImapClient(server.port())) {
            assertThat(other.line()).isEqualTo("* OK Postfixture ready");
            assertThat(other.say("a CAPABILITY"))
                    .startsWith("* CAPABILITY IMAP4rev1 LITERAL+ SASL-IR ")
                    .endsWith(" AUTH=PLAIN AUTH=LOGIN AUTH=CRAM-MD5 AUTH=XOAUTH2 AUTH=OAUTHBEARER STARTTLS");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a LOGIN alice@example.org secret",
                "a LOGIN \"alice@example.org\" \"secret\"",
                "a LOGIN {17+}\r\nalice@example.org {6+}\r\nsecret",
                "a login Alice@Example.ORG secret",
                "a AUTHENTICATE PLAIN AGFsaWNlQGV4YW1wbGUub3JnAHNlY3JldA==",
                "a authenticate plain AGFsaWNlQGV4YW1wbGUub3JnAHNlY3JldA==",
                "a AUTHENTICATE XOAUTH2 dXNlcj1hbGljZUBleGFtcGxlLm9yZwFhdXRoPUJlYXJlciB2YWxpZAEB"
            })
    void opensTheMailbox(String command) throws IOException {
        server.deliver("Subject: one\r\n\r\n");

        assertThat(client.say(command)).isEqualTo("a OK Logged in");
        assertThat(client.command("b STATUS INBOX (MESSAGES)")).contains("* STATUS \"INBOX\" (MESSAGES 1)");
        assertThat(server.events()).singleElement().asString().isEqualToIgnoringCase("login as alice@example.org");
    }

    @Test
    void asksForALiteral() throws IOException {
        assertThat(client.say("a LOGIN {17}")).isEqualTo("+ Ready for the literal");
        assertThat(client.say("alice@example.org {6}")).isEqualTo("+ Ready for the literal");
        assertThat(client.say("secret")).startsWith("a OK ");
    }

    @Test
    void asksForThePlainCredentials() throws IOException {
        assertThat(client.say("a AUTHENTICATE PLAIN")).isEqualTo("+ ");
        assertThat(client.say("AGFsaWNlQGV4YW1wbGUub3JnAHNlY3JldA==")).startsWith("a OK ");
    }

    @Test
    void asksForNameAndPassword() throws IOException {
        assertThat(client.say("a AUTHENTICATE LOGIN")).isEqualTo("+ VXNlcm5hbWU6");
        assertThat(client.say("YWxpY2U=")).isEqualTo("+ UGFzc3dvcmQ6");
        assertThat(client.say("c2VjcmV0")).startsWith("a OK ");
    }

    @Test
    void acceptsADigestOfThePassword() throws Exception {
        String question = client.say("a AUTHENTICATE CRAM-MD5").substring(2);
        String challenge = new String(Base64.getDecoder().decode(question), StandardCharsets.US_ASCII);
        Mac mac = Mac.getInstance("HmacMD5");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.US_ASCII), "HmacMD5"));
        String digest = HexFormat.of().formatHex(mac.doFinal(challenge.getBytes(StandardCharsets.US_ASCII)));

        assertThat(client.say(base64("alice@example.org " + digest))).startsWith("a OK ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "unknown"})
    void tellsWhatIsWrongWithATokenBeforeItRefusesIt(String token) throws IOException {
        String response = base64("user=alice@example.org\1auth=Bearer " + token + "\1\1");
        String question = client.say("a AUTHENTICATE XOAUTH2 " + response);

        assertThat(new String(Base64.getDecoder().decode(question.substring(2)), StandardCharsets.UTF_8))
                .contains("\"status\":\"401\"");
        assertThat(client.say("")).startsWith("a NO [AUTHENTICATIONFAILED] Token ");
        assertThat(client.say("b NOOP")).isEqualTo("b OK NOOP completed");
    }

    @Test
    void canBeCancelledAtEachQuestion() throws IOException {
        client.say("a AUTHENTICATE LOGIN");
        assertThat(client.say("*")).isEqualTo("a BAD Authentication cancelled");
        client.say("b AUTHENTICATE LOGIN");
        client.say("YWxpY2U=");
        assertThat(client.say("*")).isEqualTo("b BAD Authentication cancelled");
        assertThat(client.say("c AUTHENTICATE PLAIN *")).startsWith("c BAD ");
        assertThat(client.say("d AUTHENTICATE PLAIN !!!")).isEqualTo("d BAD Answer is not base64");
        assertThat(client.say("e NOOP")).isEqualTo("e OK NOOP completed");
    }

    @Test
    void isRefusedWithoutAWordOfThePassword() throws IOException {
        assertThat(client.say("a LOGIN alice@example.org wrong"))
                .isEqualTo("a NO [AUTHENTICATIONFAILED] Wrong password for alice@example.org");
        assertThat(server.events())
                .containsExactly("LOGIN refused: [AUTHENTICATIONFAILED] Wrong password for alice@example.org");
    }

    @Test
    void doesNotLetALoginForgeAReply() throws IOException {
        assertThat(client.say("a AUTHENTICATE PLAIN " + base64("\0alice\r\na OK\0wrong")))
                .startsWith("a NO [AUTHENTICATIONFAILED] ")
                .contains("alice??a OK");
    }

    @Test
    void knowsNoOtherMechanism() throws IOException {
        assertThat(client.say("a AUTHENTICATE NTLM"))
                .isEqualTo("a NO [CANNOT] Mechanism must be one of PLAIN LOGIN CRAM-MD5 XOAUTH2 OAUTHBEARER");
    }

    @Test
    void isNeededForMostCommandsAndPossibleOnce() throws IOException {
        assertThat(client.say("a NAMESPACE")).isEqualTo("a BAD NAMESPACE needs a login");
        assertThat(client.say("b SELECT INBOX")).isEqualTo("b BAD SELECT needs a login");
        assertThat(client.say("c IDLE")).isEqualTo("c BAD IDLE needs a login");
        client.say("d LOGIN alice secret");
        assertThat(client.say("e LOGIN alice secret")).isEqualTo("e BAD Logged in already");
        assertThat(client.say("f STARTTLS")).isEqualTo("f BAD Logged in already");
        assertThat(client.command("g CAPABILITY").get(0)).doesNotContain("AUTH=", "STARTTLS");
    }

    @Test
    void isPossibleOverTlsOnlyIfTheServerWantsThat() throws IOException {
        try (ImapServer strict = new ImapServer(new ImapRules(true, true, Duration.ofSeconds(30)));
                ImapClient other = strict.connect()) {
            assertThat(other.command("a CAPABILITY").get(0))
                    .contains(" LOGINDISABLED")
                    .doesNotContain("AUTH=");
            assertThat(other.say("b LOGIN alice secret")).isEqualTo("b NO [PRIVACYREQUIRED] Send STARTTLS first");
            assertThat(other.say("c AUTHENTICATE PLAIN")).isEqualTo("c NO [PRIVACYREQUIRED] Send STARTTLS first");
            other.say("d STARTTLS");
            other.startTls();
            assertThat(other.command("e CAPABILITY").get(0))
                    .contains(" AUTH=PLAIN")
                    .doesNotContain("LOGINDISABLED");
            assertThat(other.say("f LOGIN alice secret")).startsWith("f OK ");
        }
    }

    @Test
    void offersNoEncryptionTwice() throws IOException {
        assertThat(client.say("a STARTTLS")).isEqualTo("a OK Begin TLS negotiation now");
        client.startTls();

        assertThat(client.command("b CAPABILITY")).first().asString().doesNotContain("STARTTLS");
        assertThat(client.say("c STARTTLS")).isEqualTo("c BAD TLS is active already");
    }

    @Test
    void offersNoEncryptionThatIsSwitchedOff() throws IOException {
        try (ImapServer plain = new ImapServer(new ImapRules(false, false, Duration.ofSeconds(30)));
                ImapClient other = plain.connect()) {
            assertThat(other.command("a CAPABILITY").get(0)).doesNotContain("STARTTLS");
            assertThat(other.say("b STARTTLS")).isEqualTo("b BAD Unknown command");
        }
    }

    @Test
    void forgetsPlainTextThatCameAfterStartTls() throws IOException {
        client.send("a STARTTLS\r\nb NOOP\r\n");
        client.line();
        client.startTls();

        assertThat(client.say("c NOOP")).isEqualTo("c OK NOOP completed");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
