package io.github.postfixture.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.timeline.Event;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpHostileInputTests {

    private final MailServer mail =
            MailServer.builder().account("alice@example.org", "secret").start();
    private SmtpClientSocket client;

    @BeforeEach
    void connect() throws IOException {
        client = new SmtpClientSocket(mail.smtp());
        client.reply();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        mail.close();
    }

    @Test
    void ofALineWithoutCarriageReturnIsRefused() throws IOException {
        client.send("NOOP\n");

        assertThat(client.reply()).isEqualTo("500 5.5.2 Line must end with CRLF");
        assertThat(client.say("NOOP")).isEqualTo("250 2.0.0 OK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOOP\nMAIL FROM:<eve@example.org>",
                "MAIL FROM:<a@example.org>\nMAIL FROM:<eve@example.org>",
                "RSET\n\nNOOP\nMAIL FROM:<eve@example.org>",
                "NOOP\rMAIL FROM:<eve@example.org>",
                "NOOP\0\nMAIL FROM:<eve@example.org>",
                "\nMAIL FROM:<eve@example.org>",
            })
    void neverHidesACommandInALine(String line) throws IOException {
        client.say("EHLO client.example");

        assertThat(client.say(line)).startsWith("500 5.5.2 ");

        assertThat(client.say("MAIL FROM:<alice@example.org>")).isEqualTo("250 2.1.0 Sender OK");
        assertThat(client.say("VRFY bob")).startsWith("252 ");
        assertThat(mail.timeline().toString()).doesNotContain("eve");
    }

    @Test
    void refusesALineWithBareLineFeedsAsOneHoweverItArrives() throws IOException {
        client.send("NOOP\nMAIL FROM:<eve@exa");
        client.send("mple.org>\nRSET");
        client.send("\r\nNOOP\r\n");

        assertThat(client.reply()).isEqualTo("500 5.5.2 Line must end with CRLF");
        assertThat(client.reply()).isEqualTo("250 2.0.0 OK");
        assertThat(client.say("NOOP " + "x".repeat(20_000) + "\nMAIL FROM:<eve@example.org>"))
                .isEqualTo("500 5.5.2 Line too long");
        assertThat(client.say("NOOP")).isEqualTo("250 2.0.0 OK");
    }

    @Test
    void ofAnOverlongLineIsRefused() throws IOException {
        assertThat(client.say("NOOP " + "x".repeat(100_000))).isEqualTo("500 5.5.2 Line too long");
        assertThat(client.say("NOOP")).isEqualTo("250 2.0.0 OK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAIL FROM:<\"%s\"@example.org>",
                "MAIL FROM:<%s@example.org>",
                "MAIL FROM:<a@example.org> ENVID=%s",
                "MAIL FROM:<a@example.org> SIZE=%s",
                "AUTH PLAIN %s",
                "EHLO %s",
            })
    void ofArgumentsAsLongAsALineIsAnswered(String command) throws IOException {
        client.say("EHLO client.example");
        for (String unit : List.of("x", "a.", "\\\\", "+", "1")) {
            String line = String.format(command, unit.repeat(12_000 / unit.length()));

            assertThat(client.say(line)).matches("[2-5]\\d\\d .*");
            client.say("RSET");
        }
        assertThat(mail.timeline().failures()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL FROM:<a@example.org> SIZE=00000000000000000000000000010 | 250 2.1.0 Sender OK",
                "MAIL FROM:<a@example.org> SIZE=99999999999999999999999999999 | 552 5.3.4 .*",
                "MAIL FROM:<a@example.org> SIZE=9223372036854775807 | 552 5.3.4 .*",
                "BDAT 00000000000000000000000000000 LAST | 503 5.5.1 Send MAIL first",
            })
    void mayHaveNumbersOfAnyLength(String command, String reply) throws IOException {
        client.say("EHLO client.example");

        assertThat(client.say(command)).matches(reply);
    }

    @Test
    void ofControlCharactersIsRefused() throws IOException {
        assertThat(client.say("NOOP \0\1")).isEqualTo("500 5.5.2 Control characters are not allowed");
    }

    @Test
    void ofALineWithoutEndClosesTheConnection() throws IOException {
        String garbage = "x".repeat(1 << 16);
        for (int i = 0; i < 17; i++) {
            client.send(garbage);
        }

        awaitReport("500 5.5.2 Line too long");
    }

    @Test
    void ofHalfAMessageCountsForNothing() throws IOException {
        client.say("EHLO client.example");
        client.say("MAIL FROM:<a@example.org>");
        client.say("RCPT TO:<b@example.org>");
        client.say("DATA");
        client.send("Subject: half");
        client.close();

        awaitReport("connection lost in a transaction from <a@example.org>: The client closed the connection");
        assertThat(mail.receivedMails()).isEmpty();
    }

    @Test
    void leavesTheNextConnectionServed() throws IOException {
        client.send("\0\0\0\r\r\r\n\n\n\u00ff");
        client.close();

        try (SmtpClientSocket next = SmtpClientSocket.greeting(mail.smtp())) {
            assertThat(next.deliver("Subject: x", "a@example.org", "b@example.org"))
                    .isEqualTo("250 2.0.0 Message accepted");
        }
    }

    private void awaitReport(String report) {
        int seen = 0;
        while (mail.timeline().events().stream()
                .map(Event::detail)
                .noneMatch(detail -> Objects.equals(detail, report))) {
            List<Event> events = mail.timeline().awaitEventsAfter(seen, Duration.ofSeconds(10));
            assertThat(events)
                    .as("waiting for: %s in\n%s", report, mail.timeline())
                    .isNotEmpty();
            seen += events.size();
        }
    }
}
