package io.github.postfixture.mail.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.postfixture.account.Account;
import io.github.postfixture.mail.sasl.SaslRefusal.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaslMechanismTests {

    private static final String ALICE = "alice@example.org";

    private final List<String> challenges = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();

    @Test
    void plainTakesAnInitialResponse() throws Exception {
        assertThat(authenticate("plain", base64("\0" + ALICE + "\0secret")))
                .isEqualTo(new SaslIdentity(ALICE, SaslMechanism.PLAIN));
        assertThat(challenges).isEmpty();
    }

    @Test
    void plainAsksWithAnEmptyChallenge() throws Exception {
        answers.add(base64("\0" + ALICE + "\0secret"));

        assertThat(authenticate("PLAIN", "").name()).isEqualTo(ALICE);
        assertThat(challenges).containsExactly("");
    }

    @Test
    void loginAsksForNameAndPassword() throws Exception {
        answers.addAll(List.of(base64(ALICE), base64("secret")));

        assertThat(authenticate("LOGIN", "").name()).isEqualTo(ALICE);
        assertThat(challenges).containsExactly(base64("Username:"), base64("Password:"));
    }

    @Test
    void loginTakesANameSentAhead() throws Exception {
        answers.add(base64("secret"));

        assertThat(authenticate("LOGIN", base64(ALICE)).name()).isEqualTo(ALICE);
        assertThat(challenges).containsExactly(base64("Password:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob@example.org", "alice", "alice@example.net", "*", " "})
    void plainLetsNobodyActForAnother(String authorization) {
        refused(
                "PLAIN",
                base64(authorization + "\0" + ALICE + "\0secret"),
                Reason.NOT_AUTHORIZED,
                ALICE + " may not act for " + authorization);
        refused(
                "PLAIN",
                base64(authorization + "\0" + ALICE + "\0wrong"),
                Reason.WRONG,
                "Authentication failed for " + ALICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ALICE, "ALICE@Example.org", "\"alice\"@example.org"})
    void plainLetsEverybodyActForThemselves(String authorization) throws Exception {
        assertThat(authenticate("PLAIN", base64(authorization + "\0" + ALICE + "\0secret"))
                        .name())
                .isEqualTo(ALICE);
    }

    @Test
    void cramMd5HasNoInitialResponse() {
        refused("CRAM-MD5", base64("alice x"), Reason.MALFORMED, "This mechanism has no initial response");
    }

    @Test
    void cramMd5RefusesTheWrongDigest() {
        answers.add(base64(ALICE + " 00000000000000000000000000000000"));

        refused("CRAM-MD5", "", Reason.WRONG, "Authentication failed for " + ALICE);
        assertThat(text(challenges.get(0))).matches("<[0-9a-f-]{36}@localhost>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "XOAUTH2     | user=alice@example.org~auth=Bearer good~~",
                "XOAUTH2     | user=alice@example.org~auth=bearer good~~",
                "OAUTHBEARER | n,a=alice@example.org,~auth=Bearer good~~",
                "OAUTHBEARER | n,a=alice@example.org,~host=localhost~port=587~auth=Bearer good~~",
            })
    void aValidTokenLetsItsOwnerIn(String mechanism, String response) throws Exception {
        assertThat(authenticate(mechanism, base64(response.replace('~', '\1'))).name())
                .isEqualTo(ALICE);
        assertThat(challenges).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "XOAUTH2     | user=alice@example.org~auth=Bearer old~~ | Token has expired for alice@example.org"
                        + " | {\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"mail\"}",
                "XOAUTH2     | user=alice@example.org~auth=Bearer odd~~ | Token is unknown for alice@example.org"
                        + " | {\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"mail\"}",
                "OAUTHBEARER | n,a=alice@example.org,~auth=Bearer old~~ | Token has expired for alice@example.org"
                        + " | {\"status\":\"invalid_token\",\"scope\":\"mail\"}",
            })
    void anyOtherTokenIsRefusedAfterTheErrorOfTheMechanism(
            String mechanism, String response, String refusal, String error) {
        answers.add("");

        refused(mechanism, base64(response.replace('~', '\1')), Reason.WRONG, refusal);
        assertThat(challenges).extracting(SaslMechanismTests::text).containsExactly(error);
    }

    @Test
    void oauthBearerReadsANameWithACommaInIt() {
        refused(
                "OAUTHBEARER",
                base64("n,a=a=2Cb=3Dc,\1auth=Bearer x\1\1"),
                Reason.CANCELLED,
                "Authentication cancelled");
        assertThat(challenges).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLAIN       | ???      | MALFORMED         | Answer is not base64",
                "PLAIN       | =        | MALFORMED         | Answer must be: authorization NUL identity NUL password",
                "PLAIN       | *        | CANCELLED         | Authentication cancelled",
                "LOGIN       | *        | CANCELLED         | Authentication cancelled",
                "XOAUTH2     | eA==     | MALFORMED         | Answer must be: user=identity ^A auth=Bearer token ^A ^A",
                "OAUTHBEARER | biwsAQ== | MALFORMED         | Answer must be: n,a=identity, ^A auth=Bearer token ^A ^A",
                "NTLM        | x        | NO_SUCH_MECHANISM | Mechanism must be one of PLAIN LOGIN CRAM-MD5 XOAUTH2"
                        + " OAUTHBEARER",
                "''          | x        | NO_SUCH_MECHANISM | Mechanism must be one of PLAIN LOGIN CRAM-MD5 XOAUTH2"
                        + " OAUTHBEARER",
            })
    void whatIsNoAnswerIsRefused(String mechanism, String initial, Reason reason, String refusal) {
        refused(mechanism, initial, reason, refusal);
    }

    @ParameterizedTest
    @EnumSource
    void manyEmptyFieldsAreNoTrouble(SaslMechanism mechanism) {
        answers.add(base64("n,a=x," + "\1".repeat(9_000)));

        refused(mechanism.keyword(), "");
    }

    @ParameterizedTest
    @EnumSource
    void canBeCancelledAtItsFirstChallenge(SaslMechanism mechanism) {
        refused(mechanism.keyword(), "", Reason.CANCELLED, "Authentication cancelled");
    }

    @Test
    void controlCharactersDoNotGetIntoARefusal() {
        refused("PLAIN", base64("\0a\r\nb\0x"), Reason.WRONG, "Authentication failed for a??b");
    }

    private SaslIdentity authenticate(String mechanism, String initial) throws SaslRefusal, IOException {
        return SaslMechanism.authenticate(mechanism, initial, new OneAccount(), challenge -> {
            challenges.add(challenge);
            return answers.isEmpty() ? "*" : answers.remove();
        });
    }

    private void refused(String mechanism, String initial, Reason reason, String text) {
        assertThatExceptionOfType(SaslRefusal.class)
                .isThrownBy(() -> authenticate(mechanism, initial))
                .withMessage(text)
                .extracting(SaslRefusal::reason)
                .isEqualTo(reason);
    }

    private void refused(String mechanism, String initial) {
        assertThatExceptionOfType(SaslRefusal.class).isThrownBy(() -> authenticate(mechanism, initial));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static final class OneAccount implements SaslAccounts {

        @Override
        public List<SaslMechanism> mechanisms() {
            return Arrays.asList(SaslMechanism.values());
        }

        @Override
        public boolean accepts(String identity, String password) {
            return password(identity).filter(password::equals).isPresent();
        }

        @Override
        public Optional<Account> account(String identity) {
            return identity.equals(ALICE) ? Optional.of(Account.of(ALICE, "secret")) : Optional.empty();
        }

        @Override
        public boolean welcomesStrangers() {
            return false;
        }

        @Override
        public TokenVerdict token(String identity, String token) {
            return switch (token) {
                case "good" -> TokenVerdict.VALID;
                case "old" -> TokenVerdict.EXPIRED;
                default -> TokenVerdict.UNKNOWN;
            };
        }
    }
}
