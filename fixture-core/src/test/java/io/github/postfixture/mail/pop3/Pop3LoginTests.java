package io.github.postfixture.mail.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.mail.sasl.SaslMechanism;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Pop3LoginTests {

    private final MailServer mail = server().start();
    private Pop3Client client;

    @BeforeEach
    void connect() throws IOException {
        client = new Pop3Client(mail.pop3());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        mail.close();
    }

    @Test
    void capabilitiesNameWhatWorks() throws IOException {
        assertThat(client.listing("CAPA"))
                .containsExactly(
                        "+OK Capabilities",
                        "TOP",
                        "UIDL",
                        "RESP-CODES",
                        "AUTH-RESP-CODE",
                        "PIPELINING",
                        "USER",
                        "UTF8 USER",
                        "SASL PLAIN LOGIN CRAM-MD5 XOAUTH2 OAUTHBEARER",
                        "STLS",
                        "IMPLEMENTATION Postfixture");
        assertThat(client.say("STLS")).isEqualTo("+OK Begin TLS negotiation");
        client.startTls();
        assertThat(client.listing("CAPA")).contains("USER").doesNotContain("STLS");
        assertThat(client.say("STLS")).isEqualTo("-ERR TLS is active already");
    }

    @Test
    void whatWasSentAheadInPlainTextIsThrownAway() throws IOException {
        client.send("USER evil\r\nSTLS\r\nPASS x\r\nQUIT\r\n");
        client.line();
        client.line();
        client.startTls();

        assertThat(client.say("PASS secret")).isEqualTo("-ERR Send USER first");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STAT               | -ERR Log in first",
                "NOOP               | -ERR Log in first",
                "RSET               | -ERR Log in first",
                "DELE 1             | -ERR Log in first",
                "FOO                | -ERR Unknown command",
                "USER               | -ERR Syntax: USER name",
                "PASS secret        | -ERR Send USER first",
                "APOP alice         | -ERR Syntax: APOP name digest",
                "AUTH PLAIN !!!     | -ERR Answer is not base64",
                "AUTH NTLM          | -ERR Mechanism must be one of PLAIN LOGIN CRAM-MD5 XOAUTH2 OAUTHBEARER",
                "auth plain AGFsaWNlQGV4YW1wbGUub3JnAHNlY3JldA== | +OK Logged in",
                "user alice         | +OK Send PASS",
                "UTF8               | +OK UTF-8 it is",
                "UTF8 now           | -ERR UTF8 takes no argument",
                "QUIT               | +OK Bye",
            })
    void commandsAreAnsweredBeforeIt(String command, String response) throws IOException {
        assertThat(client.say(command)).isEqualTo(response);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\0", "RETR 1", "x y z", "\u00e4\u00f6"})
    void isAskedForPatiently(String line) throws IOException {
        assertThat(client.say(line)).startsWith("-ERR ");
        assertThat(client.say("QUIT")).isEqualTo("+OK Bye");
    }

    @Test
    void isRefusedAndCanBeTriedAgain() throws IOException {
        client.say("USER alice@example.org");
        assertThat(client.say("PASS sec ret")).isEqualTo("-ERR [AUTH] Authentication failed for alice@example.org");
        assertThat(client.say("PASS secret")).isEqualTo("-ERR Send USER first");
        client.say("USER alice@example.org");
        assertThat(client.say("PASS secret")).isEqualTo("+OK Logged in");
        assertThat(client.say("USER alice@example.org")).isEqualTo("-ERR Logged in already");
        assertThat(mail.timeline().toString())
                .contains(
                        "PASS refused: [AUTH] Authentication failed for alice@example.org",
                        "login as alice@example.org by USER")
                .doesNotContain("sec ret");
    }

    @Test
    void byApopNeedsTheRightDigest() throws Exception {
        String timestamp = client.greeting().replaceAll(".*(<.+>)$", "$1");
        assertThat(client.greeting()).matches("\\+OK Postfixture ready <[0-9a-f-]{36}@localhost>");
        assertThat(client.say("APOP alice@example.org 00000000000000000000000000000000"))
                .isEqualTo("-ERR [AUTH] Authentication failed for alice@example.org");

        assertThat(client.say("APOP alice@example.org " + md5(timestamp + "secret")))
                .isEqualTo("+OK Logged in");
    }

    @Test
    void byPlainWaitsForTheAnswer() throws IOException {
        assertThat(client.say("AUTH PLAIN")).isEqualTo("+ ");
        assertThat(client.say(base64("\0alice@example.org\0secret"))).isEqualTo("+OK Logged in");
    }

    @Test
    void byLoginAsksForNameAndPassword() throws IOException {
        assertThat(client.say("AUTH LOGIN")).isEqualTo("+ " + base64("Username:"));
        assertThat(client.say(base64("alice@example.org"))).isEqualTo("+ " + base64("Password:"));
        assertThat(client.say(base64("wrong"))).isEqualTo("-ERR [AUTH] Authentication failed for alice@example.org");
    }

    @Test
    void byTokenTakesAValidOne() throws IOException {
        assertThat(client.say("AUTH XOAUTH2 " + base64("user=alice@example.org\1auth=Bearer valid\1\1")))
                .isEqualTo("+OK Logged in");
    }

    @Test
    void byTokenTellsWhyItIsRefused() throws IOException {
        assertThat(client.say("AUTH OAUTHBEARER " + base64("n,a=alice@example.org,\1auth=Bearer old\1\1")))
                .isEqualTo("+ " + base64("{\"status\":\"invalid_token\",\"scope\":\"mail\"}"));
        assertThat(client.say("AQ==")).isEqualTo("-ERR [AUTH] Token has expired for alice@example.org");
    }

    @Test
    void canBeCancelled() throws IOException {
        client.say("AUTH CRAM-MD5");

        assertThat(client.say("*")).isEqualTo("-ERR Authentication cancelled");
        assertThat(client.say("AUTH PLAIN *")).isEqualTo("-ERR Authentication cancelled");
    }

    @Test
    void authWithoutAMechanismListsThem() throws IOException {
        try (MailServer two = server().mechanisms(SaslMechanism.XOAUTH2, SaslMechanism.PLAIN)
                        .start();
                Pop3Client other = new Pop3Client(two.pop3())) {
            assertThat(other.listing("AUTH")).containsExactly("+OK Mechanisms", "XOAUTH2", "PLAIN");
            assertThat(other.listing("CAPA")).contains("SASL XOAUTH2 PLAIN");
        }
    }

    @Test
    void letsAStrangerInWithAnyPassword() throws IOException {
        client.say("USER stranger@example.org");

        assertThat(client.say("PASS any")).isEqualTo("+OK Logged in");
    }

    private static MailServerBuilder server() {
        return MailServer.builder()
                .account("alice@example.org", "secret")
                .token("alice@example.org", "valid")
                .expiredToken("alice@example.org", "old");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String md5(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
