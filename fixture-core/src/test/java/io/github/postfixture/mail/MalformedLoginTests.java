package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Endpoint;
import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.protocol.SmtpStage;
import io.github.postfixture.mail.smtp.SmtpClientSocket;
import io.github.postfixture.net.transcript.Dialogue;
import io.github.postfixture.timeline.Event;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password stands nowhere in timelines and transcripts, however wrongly it was sent. */
@Timeout(60)
class MalformedLoginTests {

    private final MailServer mail = MailServer.builder()
            .account("alice@example.org", "other")
            .accountsOnly()
            .start();

    @AfterEach
    void showNoPassword() {
        Stream<String> events = mail.timeline().events().stream().map(Event::toString);
        Stream<String> dialogues = mail.timeline().events().stream()
                .map(Event::detail)
                .filter(Dialogue.class::isInstance)
                .flatMap(dialogue -> ((Dialogue) dialogue).transcript().lines().stream());
        Stream<String> attempts = mail.attempts().all().stream().flatMap(attempt -> attempt.transcript().stream());

        assertThat(Stream.of(events, dialogues, attempts, mail.problems().stream())
                        .flatMap(lines -> lines))
                .isNotEmpty()
                .noneMatch(line -> line.contains("SECRET"));
        mail.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AUTH\tPLAIN\tSECRET",
                " AUTH PLAIN SECRET",
                "AUTHPLAIN SECRET",
                "X-AUTH PLAIN SECRET",
                "AUTH PLAIN =|SECRET",
                "AUTH PLAIN = =|SECRET",
                "AUTH|SECRET",
                "AUTH UNKNOWN|SECRET|SECRET",
                "AUTH LOGIN =|SECRET|SECRET",
                "AUTH PLAIN|*|SECRET",
                "AUTH PLAIN !!|SECRET",
                "AUTH LOGIN SECRET|SECRET",
                "auth plain SECRET SECRET",
                "AUTH PLAIN SECRET\nSECRET",
                "PASS SECRET",
                "LOGIN alice@example.org SECRET",
            })
    void bySmtp(String lines) throws IOException {
        try (SmtpClientSocket client = SmtpClientSocket.greeting(mail.smtp())) {
            mail.at(SmtpStage.MAIL).next(SmtpFault.greylisted());
            for (String line : lines.split("\\|", -1)) {
                assertThat(client.say(line)).matches("[345]\\d\\d .*");
            }
            client.say("MAIL FROM:<alice@example.org>");
            client.say("QUIT");
        }
        assertThat(mail.attempts().all().get(0).transcript())
                .anyMatch(
                        line -> line.contains("****") || line.contains("(a malformed line)") || line.contains("AUTH"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a LOGIN alice@example.org SECRET",
                "a LOGIN\talice@example.org SECRET",
                "a LOGIN alice@example.org {6+}\r\nSECRET",
                "LOGIN alice@example.org SECRET",
                "a AUTHENTICATE PLAIN =|SECRET",
                "a AUTHENTICATE UNKNOWN|SECRET",
                "a AUTHENTICATE LOGIN SECRET SECRET",
                "a UID LOGIN b SECRET",
                "a LOGIN b SECRET\nSECRET",
                "a AUTHENTICATE|SECRET|SECRET",
            })
    void byImap(String lines) throws IOException {
        mail.atImap("*").always(ConnectionFault.run("nothing", () -> {}));
        say(mail.imap(), lines, "z LOGOUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "USER alice@example.org|PASS SECRET",
                "USER alice@example.org|PASS\tSECRET",
                "USER alice@example.org| PASS SECRET",
                "USER alice@example.org|PASSWORD SECRET",
                "XPASS SECRET",
                "APOP alice@example.org SECRET",
                "AUTH PLAIN =|SECRET",
                "AUTH UNKNOWN|SECRET|SECRET",
                "PASS|SECRET",
                "PASS SECRET\nSECRET",
            })
    void byPop3(String lines) throws IOException {
        mail.atPop3("*").always(ConnectionFault.run("nothing", () -> {}));
        say(mail.pop3(), lines, "QUIT");
    }

    private static void say(Endpoint endpoint, String lines, String last) throws IOException {
        try (RawImap client = new RawImap(endpoint)) {
            for (String line : List.of(lines.split("\\|", -1))) {
                client.send(line);
                client.line();
            }
            client.say(last);
        }
    }
}
