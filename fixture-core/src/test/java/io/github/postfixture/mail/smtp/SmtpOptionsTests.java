package io.github.postfixture.mail.smtp;

import static io.github.postfixture.mail.protocol.SmtpExtension.AUTH;
import static io.github.postfixture.mail.protocol.SmtpExtension.CHUNKING;
import static io.github.postfixture.mail.protocol.SmtpExtension.DSN;
import static io.github.postfixture.mail.protocol.SmtpExtension.EIGHT_BIT_MIME;
import static io.github.postfixture.mail.protocol.SmtpExtension.ENHANCED_STATUS_CODES;
import static io.github.postfixture.mail.protocol.SmtpExtension.PIPELINING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.protocol.SmtpExtension;
import io.github.postfixture.mail.protocol.SmtpOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
