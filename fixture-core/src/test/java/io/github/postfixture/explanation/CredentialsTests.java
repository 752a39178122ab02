package io.github.postfixture.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer eyJhbGciOi.e30.c2ln | Bearer ***",
                "bearer SECRET | bearer ***",
                "Basic YWxpY2U6c2VjcmV0 | Basic ***",
                "SECRET | ***",
                "SECRET with spaces | ***",
                "SECRET;more=SECRET | ***",
                "Digest username=\"a\", realm=\"r\", nonce=\"n\", response=\"SECRET\" | Digest ***",
                "AWS4-HMAC-SHA256 Credential=AKID/x, SignedHeaders=host;x-amz-date, Signature=SECRET"
                        + " | AWS4-HMAC-SHA256 ***",
                "Token token=SECRET | Token ***",
                "Basic | Basic"
            })
    void keepsTheSchemeOfALogin(String value, String shown) {
        assertThat(Credentials.masked("Authorization", value)).isEqualTo(shown);
        assertThat(Credentials.masked("proxy-authorization", value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "undefined", "Bearer null", "Bearer undefined"})
    void showsTheSlipOfAClientThatHasNoCredentials(String value) {
        assertThat(Credentials.masked("Authorization", value)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "theme=dark; session=SECRET; c=SECRET | theme=***; session=***; c=***",
                "SECRET | ***",
                "a=1;SECRET;b=\"x y\" | a=***; ***; b=***",
                "a=b=SECRET | a=***",
                "a= | a="
            })
    void keepsTheNamesOfCookies(String value, String shown) {
        assertThat(Credentials.masked("Cookie", value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s=SECRET; Path=/; HttpOnly; SameSite=Lax | s=***; Path=/; HttpOnly; SameSite=Lax",
                "s=SECRET;expires=Wed, 21 Oct 2026 07:28:00 GMT;Secure | s=***; expires=Wed, 21 Oct 2026 07:28:00 GMT; Secure",
                "s=\"a;SECRET\"; Max-Age=5 | s=***; ***; Max-Age=5",
                "s=1; Path=/, t=SECRET | s=***; Path=***",
                "s=1; token=SECRET | s=***; token=***",
                "SECRET | ***"
            })
    void keepsTheAttributesOfACookieThatIsSet(String value, String shown) {
        assertThat(Credentials.masked("Set-Cookie", value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Api-Key",
                "x-api-key",
                "X-Auth-Token",
                "X_Auth_Token",
                "X-Amz-Security-Token",
                "X-CSRF-Token",
                "apikey",
                "Ocp-Apim-Subscription-Key",
                "X-Client-Secret",
                "X-Password",
                "Private-Token",
                "X-Forwarded-Authorization",
                "DPoP",
                "Authentication-Info"
            })
    void masksFieldsWhoseNameTellsOfASecret(String name) {
        assertThat(Credentials.masked(name, "SECRET")).isEqualTo("***");
        assertThat(Credentials.areIn(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Idempotency-Key",
                "X-Hub-Signature-256",
                "Content-Type",
                "WWW-Authenticate",
                "Sec-WebSocket-Key",
                "ETag",
                "Access-Control-Allow-Headers",
                "X-Request-Id"
            })
    void showsOtherFields(String name) {
        assertThat(Credentials.masked(name, "Authorization, x=1")).isEqualTo("Authorization, x=1");
        assertThat(Credentials.areIn(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "graphql-transport-ws, v12.stomp | graphql-transport-ws, v12.stomp",
                "access_token, SECRET | access_token, ***",
                "mqtt, eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl | mqtt, ***",
                "base64url.bearer.authorization.k8s.io.U0VDUkVU, v4.channel.k8s.io | ***, ***",
                "Bearer, SECRET | Bearer, ***"
            })
    void masksTokensAmongTheSubprotocolsOfAWebSocket(String value, String shown) {
        assertThat(Credentials.masked("Sec-WebSocket-Protocol", value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "https://alice:SECRET@example.org/a?b=c@d, https://***@example.org/a?b=c@d",
        "https://alice:p@SECRET@example.org, https://***@example.org",
        "https://example.org/@alice, https://example.org/@alice",
        "mailto:alice@example.org, mailto:alice@example.org"
    })
    void masksWhatStandsBeforeAHost(String address, String shown) {
        assertThat(Credentials.maskedAddress(address)).isEqualTo(shown);
        assertThat(Credentials.masked("Location", address)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "AUTH PLAIN AGFsaWNlAFNFQ1JFVA==|AUTH PLAIN ****",
                "auth plain AGFsaWNlAFNFQ1JFVA==|auth plain ****",
                "AUTH  PLAIN  x|AUTH  PLAIN ****",
                "AUTH\tPLAIN\tx|AUTH\tPLAIN ****",
                " AUTH PLAIN x| AUTH PLAIN ****",
                "AUTHPLAIN SECRET|AUTHPLAIN ****",
                "X-AUTH PLAIN x|X-AUTH PLAIN ****",
                "AUHT PLAIN x|AUHT PLAIN ****",
                "AUTH SCRAM-SHA-999 x y|AUTH SCRAM-SHA-999 ****",
                "AUTH AGFsaWNlAFNFQ1JFVA==|AUTH ****",
                "AUTH PLAIN =|AUTH PLAIN ****",
                "AUTH PLAIN|AUTH PLAIN",
                "AUTH|AUTH",
                "PASS SECRET|PASS ****",
                " pass SECRET| pass ****",
                "PASSWORD SECRET|PASSWORD ****",
                "XPASS SECRET|XPASS ****",
                "APOP alice@example.org c4c9334bac560ecc979e58001b3e22fb|APOP ****",
                "1 LOGIN alice@example.org SECRET|1 LOGIN ****",
                "1\tlogin\t\"alice@example.org\" \"SECRET\"|1\tlogin ****",
                "LOGIN alice@example.org SECRET|LOGIN ****",
                "1 UID LOGIN alice@example.org SECRET|1 UID LOGIN ****",
                "(1 LOGIN alice SECRET|(1 LOGIN ****",
                "a1 AUTHENTICATE PLAIN AGFsaWNlAFNFQ1JFVA==|a1 AUTHENTICATE PLAIN ****",
                "a1 AUTHENTICATE AGFsaWNlAFNFQ1JFVA==|a1 AUTHENTICATE ****"
            })
    void masksWhatFollowsTheVerbThatLogsIn(String line, String shown) {
        assertThat(Credentials.maskedCommand(line)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAIL FROM:<login@example.org> AUTH=<>",
                "RCPT TO:<pass@example.org>",
                "EHLO plain",
                "QUIT",
                "",
                "1 SELECT Login",
                "1 RENAME Login Old",
                "USER alice@example.org",
                "1 SEARCH SUBJECT \"PASS it on\""
            })
    void showsOtherCommands(String line) {
        assertThat(Credentials.maskedCommand(line)).isEqualTo(line);
    }

    @Test
    @Timeout(60)
    void takesTimeInProportion() {
        String hostile = "//a".repeat(1_000_000) + "@";

        assertThat(Credentials.masked("Location", hostile)).endsWith("//***@");
        assertThat(Credentials.masked("Cookie", "a=b;".repeat(100_000))).doesNotContain("b");
        assertThat(Credentials.maskedCommand("AUTH " + "x ".repeat(1_000_000))).isEqualTo("AUTH ****");
    }
}
