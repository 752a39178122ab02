package io.github.postfixture.mail.fault;

import static io.github.postfixture.mail.protocol.SmtpStage.CONNECT;
import static io.github.postfixture.mail.protocol.SmtpStage.EHLO;
import static io.github.postfixture.mail.protocol.SmtpStage.END_OF_DATA;
import static io.github.postfixture.mail.protocol.SmtpStage.MAIL;
import static io.github.postfixture.mail.protocol.SmtpStage.QUIT;
import static io.github.postfixture.mail.protocol.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SmtpFaultTests {

    private static final String BUSY = "450 4.2.1 Busy";

    private final SmtpFault busy = SmtpFault.reply(450, "4.2.1", "Busy");
    private final MailServer mail =
            MailServer.builder().timeout(Duration.ofSeconds(2)).start();

    @AfterEach
    void close() {
        mail.close();
    }

    private SmtpClientSocket client() throws IOException {
        return SmtpClientSocket.greeting(mail.smtp());
    }

    @Nested
    class Places {

        @Test
        void anAddressIsMatchedWithoutRegardToCase() throws IOException {
            mail.at(RCPT).matching("BOB@example.org").always(busy);

            try (SmtpClientSocket client = client()) {
                client.say("MAIL FROM:<a@example.org>");
                assertThat(client.say("RCPT TO:<alice@example.org>")).startsWith("250");
                assertThat(client.say("RCPT TO:<bob@example.org>")).isEqualTo(BUSY);
            }
        }

        @Test
        void anyConditionOnTheArgumentCanBeSet() throws IOException {
            mail.at(RCPT)
                    .matching("for a short address", argument -> argument.length() < 15)
                    .always(busy);

            try (SmtpClientSocket client = client()) {
                client.say("MAIL FROM:<a@example.org>");
                assertThat(client.say("RCPT TO:<a@b.org>")).isEqualTo(BUSY);
                assertThat(client.say("RCPT TO:<alice@example.org>")).startsWith("250");
            }
        }

        @Test
        void aUserIsMeantOnceLoggedIn() throws IOException {
            mail.at(MAIL).ofUser("alice").always(busy);

            try (SmtpClientSocket client = client()) {
                assertThat(client.say("MAIL FROM:<a@example.org>")).startsWith("250");
                client.say("RSET");
                client.say("AUTH PLAIN AGFsaWNlAHNlY3JldA==");
                assertThat(client.say("MAIL FROM:<a@example.org>")).isEqualTo(BUSY);
            }
        }

        @Test
        void largeMessagesAreMeantByDeclaredAndByRealSize() throws IOException {
            mail.at(MAIL).largerThan(1_000).always(busy);
            mail.at(END_OF_DATA).largerThan(20).always(SmtpFault.reply(552, "5.3.4", "Too large"));

            try (SmtpClientSocket client = client()) {
                assertThat(client.say("MAIL FROM:<a@example.org> SIZE=1001")).isEqualTo(BUSY);
                assertThat(client.deliver("0123456789012345678901", "a@example.org", "b@example.org"))
                        .isEqualTo("552 5.3.4 Too large");
                assertThat(client.deliver("0123456789", "a@example.org", "b@example.org"))
                        .startsWith("250");
            }
        }

        @Test
        void theGreetingCanBeRefused() throws IOException {
            mail.at(CONNECT).next(SmtpFault.reply(421, "4.7.0", "Too many connections"));

            try (SmtpClientSocket client = new SmtpClientSocket(mail.smtp())) {
                assertThat(client.reply()).isEqualTo("421 4.7.0 Too many connections");
                assertThat(client.reply()).isEmpty();
            }
            client().close();
        }
    }

    @Nested
    class Occurrences {

        @Test
        void timesStrikesSoOften() throws IOException {
            mail.at(QUIT).matching("never").next(busy);
            mail.at(RCPT).times(2, busy);

            try (SmtpClientSocket client = client()) {
                client.say("MAIL FROM:<a@example.org>");
                assertThat(client.say("RCPT TO:<b@example.org>")).isEqualTo(BUSY);
                assertThat(client.say("RCPT TO:<b@example.org>")).isEqualTo(BUSY);
                assertThat(client.say("RCPT TO:<b@example.org>")).startsWith("250");
            }
            assertThat(mail.problems())
                    .containsExactly("fault #1 (reply 450 4.2.1 Busy) at QUIT matching never, next, never struck");
        }

        @Test
        void everySparesThoseBetween() throws IOException {
            mail.at(EHLO).every(2, busy);

            try (SmtpClientSocket client = client()) {
                assertThat(client.say("EHLO two")).isEqualTo(BUSY);
                assertThat(client.say("EHLO three")).startsWith("250");
                assertThat(client.say("HELO four")).isEqualTo(BUSY);
            }
        }

        @Test
        void firstTryOfEachIsGreylisting() throws IOException {
            mail.at(RCPT).firstTryOfEach(SmtpFault.reply(451, "4.7.1", "Greylisted"));

            try (SmtpClientSocket client = client()) {
                client.say("MAIL FROM:<a@example.org>");
                assertThat(client.say("RCPT TO:<b@example.org>")).isEqualTo("451 4.7.1 Greylisted");
                assertThat(client.say("RCPT TO:<c@example.org>")).isEqualTo("451 4.7.1 Greylisted");
                assertThat(client.say("RCPT TO:<B@example.org>")).startsWith("250");
                assertThat(client.say("RCPT TO:<c@example.org>")).startsWith("250");
            }
        }

        @Test
        void alwaysEndsWhenFaultsAreCleared() throws IOException {
            mail.at(MAIL).always(busy);
            try (SmtpClientSocket client = client()) {
                assertThat(client.say("MAIL FROM:<a@example.org>")).isEqualTo(BUSY);
                assertThat(client.say("MAIL FROM:<a@example.org>")).isEqualTo(BUSY);
                mail.clearFaults();
                assertThat(client.say("MAIL FROM:<a@example.org>")).startsWith("250");
            }
        }

        @Test
        void chanceIsTheSameForTheSameSeed() throws IOException {
            mail.at(EHLO).randomly(42, 0.5, busy);
            try (MailServer twin = MailServer.start()) {
                twin.at(EHLO).randomly(42, 0.5, busy);

                assertThat(greetings(mail)).isEqualTo(greetings(twin)).contains("E", "b");
            }
        }

        private String greetings(MailServer server) throws IOException {
            StringBuilder seen = new StringBuilder();
            try (SmtpClientSocket client = new SmtpClientSocket(server.smtp())) {
                client.reply();
                for (int i = 0; i < 20; i++) {
                    seen.append(client.say("EHLO me").equals(BUSY) ? "b" : "E");
                }
            }
            return seen.toString();
        }
    }

    @Test
    void everyStrikeIsOnTheTimelineWithItsNumber() throws IOException {
        mail.at(RCPT).next(busy);
        mail.at(MAIL).next(ConnectionFault.delay(Duration.ofMillis(1)));
        try (SmtpClientSocket client = client()) {
            client.deliver("Hello", "a@example.org", "b@example.org");
        }

        assertThat(mail.timeline().events())
                .extracting(event -> event.detail().toString())
                .contains(
                        "fault #2 (delay of 1 ms) strikes at MAIL FROM:<a@example.org>",
                        "fault #1 (reply 450 4.2.1 Busy) strikes at RCPT TO:<b@example.org>");
    }

    @Test
    void aStrictServerObjectsToAFaultThatNeverStruck() throws IOException {
        try (MailServer strict = MailServer.builder().strict().start()) {
            strict.at(EHLO).next(busy);
            strict.at(MAIL).matching("bob").next(busy);
            SmtpClientSocket.greeting(strict.smtp()).close();

            assertThatThrownBy(strict::verify)
                    .isInstanceOf(AssertionError.class)
                    .hasMessage(
                            "Expected nothing to be left over at the mail server but fault #2 (reply 450 4.2.1 Busy) at MAIL"
                                    + " matching bob, next, never struck.");
            strict.clearFaults();
            strict.verify();
        }
    }

    @Test
    void aServerThatIsNotStrictDoesNotObject() {
        mail.at(MAIL).next(busy);

        mail.verify();
        assertThat(mail.problems()).hasSize(1);
    }

    @Test
    void nonsenseIsRefusedWhereItIsWritten() {
        assertThatThrownBy(() -> SmtpFault.reply(99, "", "x")).hasMessage("code (99) must be between 200 and 599");
        assertThatThrownBy(() -> SmtpFault.reply(550, "", "x\r\ny"))
                .hasMessage("text (x\r\ny) must not hold a line break");
    }
}
