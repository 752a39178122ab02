package io.github.postfixture.mail.smtp;

import static io.github.postfixture.mail.SmtpExtension.AUTH;
import static io.github.postfixture.mail.SmtpExtension.CHUNKING;
import static io.github.postfixture.mail.SmtpExtension.DSN;
import static io.github.postfixture.mail.SmtpExtension.EIGHT_BIT_MIME;
import static io.github.postfixture.mail.SmtpExtension.ENHANCED_STATUS_CODES;
import static io.github.postfixture.mail.SmtpExtension.PIPELINING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.postfixture.mail.Envelope.Addressee;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.mail.SmtpExtension;
import io.github.postfixture.mail.SmtpOptions;
import io.github.postfixture.mail.sasl.SaslMechanism;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpOptionsTests {

    @Nested
    class BareLineEndings {

        private static final String SMUGGLED = "x\n.\nMAIL FROM:<evil@example.org>\r.\r\n.\rRSET\r\n.\nx\r\n.";

        @Test
        void endNothingAndAreRefused() throws IOException {
            try (MailServer mail = MailServer.start();
                    SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                beginData(client);

                assertThat(client.say(SMUGGLED))
                        .isEqualTo("554 5.6.0 The message has a CR or LF on its own (RFC 5321 section 2.3.8)");
                assertThat(client.say("NOOP")).isEqualTo("250 2.0.0 OK");
                assertThat(mail.receivedMails()).isEmpty();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\nb", "a\rb", "\n.", ".\n", ".\rx", "a\r\r\nb", "\r\r\n"})
        void areFoundWhereverTheyStand(String data) throws IOException {
            try (MailServer mail = MailServer.start();
                    SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                beginData(client);

                assertThat(client.say(data + "\r\n.")).startsWith("554 5.6.0");
            }
        }

        @Test
        void endNothingWhereTheyAreAllowed() throws IOException {
            try (MailServer mail = start(SmtpOptions.defaults().allowBareLineEndings());
                    SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                beginData(client);
                client.say(SMUGGLED);

                assertThat(mail.receivedMails()).hasSize(1);
                assertThat(new String(mail.awaitMail().raw(), StandardCharsets.US_ASCII))
                        .isEqualTo("x\n.\nMAIL FROM:<evil@example.org>\r.\r\n\rRSET\r\n\nx\r\n");
            }
        }
    }

    @Nested
    class Chunks {

        @Test
        void makeAMessageOfAnyBytes() throws IOException {
            try (MailServer mail = MailServer.start();
                    SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                beginMail(client);
                client.send("BDAT 14\r\nSubject: x\r\n\r\nBDAT 7\r\n.\r\n\0\n\r.BDAT 0 LAST\r\n");

                assertThat(client.reply()).isEqualTo("250 2.0.0 14 bytes received");
                assertThat(client.reply()).isEqualTo("250 2.0.0 7 bytes received");
                assertThat(client.reply()).isEqualTo("250 2.0.0 Message accepted");
                assertThat(new String(mail.awaitMail().raw(), StandardCharsets.US_ASCII))
                        .isEqualTo("Subject: x\r\n\r\n.\r\n\0\n\r.");
            }
        }

        @Test
        void areTheOnlyWayToSendABinaryMessage() throws IOException {
            try (MailServer mail = MailServer.start();
                    SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                client.say("MAIL FROM:<a@example.org> BODY=binarymime");
                client.say("RCPT TO:<b@example.org>");

                assertThat(client.say("DATA")).isEqualTo("503 5.5.1 Send a binary message by BDAT");
                client.send("BDAT 3 LAST\r\n\0\n\r");
                assertThat(client.reply()).isEqualTo("250 2.0.0 Message accepted");
                assertThat(mail.awaitMail().raw()).isEqualTo(new byte[] {0, '\n', '\r'});
            }
        }

        @Test
        void takeBinaryMessagesAlong() throws IOException {
            try (MailServer mail = start(SmtpOptions.defaults().without(CHUNKING));
                    SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                assertThat(client.listing("EHLO client.example")).doesNotContain("250-BINARYMIME");
                assertThat(client.say("MAIL FROM:<a@example.org> BODY=BINARYMIME"))
                        .isEqualTo("501 5.5.4 BODY must be 7BIT or 8BITMIME");
            }
        }

        @Test
        void areReadEvenWhenTheyAreRefused() throws IOException {
            try (MailServer mail = MailServer.start();
                    SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                client.send("BDAT 6 LAST\r\nNOOP\r\n");

                assertThat(client.reply()).isEqualTo("503 5.5.1 Send MAIL first");
                assertThat(client.say("BDAT many")).isEqualTo("501 5.5.4 Syntax: BDAT size [LAST]");
            }
        }

        @Test
        void doNotMixWithData() throws IOException {
            try (MailServer mail = MailServer.start();
                    SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                beginMail(client);
                client.send("BDAT 1\r\nx");
                client.reply();

                assertThat(client.say("DATA")).isEqualTo("503 5.5.1 Send the rest by BDAT, as the beginning");
            }
        }

        @Test
        void areLimitedTogether() throws IOException {
            try (MailServer mail = start(SmtpOptions.defaults().largestMessage(5));
                    SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                beginMail(client);
                client.send("BDAT 3\r\nabcBDAT 3\r\ndef");

                assertThat(client.reply()).isEqualTo("250 2.0.0 3 bytes received");
                assertThat(client.reply()).isEqualTo("552 5.3.4 A message may have 5 bytes at most");
            }
        }
    }

    @Nested
    class Limits {

        @Test
        void holdForTheRealSize() throws IOException {
            try (MailServer mail = start(SmtpOptions.defaults().largestMessage(10));
                    SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                assertThat(client.deliver("0123456789", "a@example.org", "b@example.org"))
                        .isEqualTo("552 5.3.4 A message may have 10 bytes at most");
                assertThat(client.deliver("01234567", "a@example.org", "b@example.org"))
                        .isEqualTo("250 2.0.0 Message accepted");
            }
        }

        @Test
        void holdForRecipients() throws IOException {
            try (MailServer mail = start(SmtpOptions.defaults().mostRecipients(1));
                    SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                beginMail(client);

                assertThat(client.say("RCPT TO:<c@example.org>")).isEqualTo("452 4.5.3 Too many recipients");
            }
        }

        @Test
        void holdForTheMessagesOfAConnection() throws IOException {
            try (MailServer mail = start(SmtpOptions.defaults().mostMessagesPerConnection(1));
                    SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                assertThat(client.listing("EHLO client.example")).contains("250-LIMITS MAILMAX=1 RCPTMAX=1000");
                client.deliver("Subject: x", "a@example.org", "b@example.org");

                assertThat(client.say("MAIL FROM:<a@example.org>"))
                        .isEqualTo("421 4.7.0 Too many messages on one connection; connect again");
                assertThat(client.reply()).isEmpty();
            }
        }

        @Test
        void holdForTheMessagesOfTheServer() throws IOException {
            try (MailServer mail = start(SmtpOptions.defaults().mostMessages(1));
                    SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp());
                    SmtpClientSocket other = SmtpClientSocket.greeting(mail.smtp())) {
                client.deliver("Subject: x", "a@example.org", "b@example.org");

                assertThat(other.say("MAIL FROM:<a@example.org>"))
                        .isEqualTo("452 4.3.1 The server takes no more messages");
            }
        }

        @Test
        void holdForSilence() throws IOException {
            try (MailServer mail = start(SmtpOptions.defaults().longestSilence(Duration.ofMillis(20)));
                    SmtpClientSocket client = new SmtpClientSocket(mail.smtp())) {
                client.reply();

                assertThat(client.reply()).isEqualTo("421 4.4.2 localhost waited too long");
                assertThat(client.reply()).isEmpty();
            }
        }

        @Test
        void mustBePositive() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SmtpOptions.defaults().largestMessage(0))
                    .withMessage("bytes (0) must be positive");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SmtpOptions.defaults().mostRecipients(0))
                    .withMessage("count (0) must be positive");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SmtpOptions.defaults().longestSilence(Duration.ZERO))
                    .withMessage("milliseconds of silence (0) must be positive");
        }
    }

    @Nested
    class HiddenExtensions {

        @Test
        void areNotNamed() throws IOException {
            try (MailServer mail = start(SmtpOptions.defaults().without(SmtpExtension.values()));
                    SmtpClientSocket client = new SmtpClientSocket(mail.smtp())) {
                client.reply();
                client.send("EHLO client.example\r\n");

                assertThat(client.replyLines()).containsExactly("250-localhost greets client.example", "250 HELP");
            }
        }

        @Test
        void takeTheirCommandsAndParametersAlong() throws IOException {
            SmtpOptions options = SmtpOptions.defaults().without(PIPELINING, EIGHT_BIT_MIME, AUTH, CHUNKING, DSN);
            try (MailServer mail = start(options);
                    SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                assertThat(client.say("AUTH PLAIN")).isEqualTo("502 5.5.1 AUTH is not offered");
                assertThat(client.say("BDAT 0 LAST")).isEqualTo("502 5.5.1 CHUNKING is not offered");
                assertThat(client.say("MAIL FROM:<a@example.org> BODY=8BITMIME"))
                        .isEqualTo("555 5.5.4 Unknown parameter BODY=8BITMIME");
                assertThat(client.say("MAIL FROM:<a@example.org> RET=FULL"))
                        .isEqualTo("555 5.5.4 Unknown parameter RET=FULL");
            }
        }

        @Test
        void takeEnhancedCodesAlong() throws IOException {
            try (MailServer mail = start(SmtpOptions.defaults().without(ENHANCED_STATUS_CODES));
                    SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
                assertThat(client.say("NOOP")).isEqualTo("250 OK");
            }
        }
    }

    @Nested
    class Authenticating {

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
                assertThat(client.say("AUTH CRAM-MD5 eA=="))
                        .isEqualTo("501 5.5.2 This mechanism has no initial response");
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
                assertThat(client.say("AUTH XOAUTH2 " + xoauth2(identity, token)))
                        .isEqualTo(reply);
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
    }

    private static MailServer start(SmtpOptions options) {
        return MailServer.builder().smtp(options).start();
    }

    private static void beginMail(SmtpClientSocket client) throws IOException {
        client.say("MAIL FROM:<a@example.org>");
        client.say("RCPT TO:<b@example.org>");
    }

    private static void beginData(SmtpClientSocket client) throws IOException {
        beginMail(client);
        client.say("DATA");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
