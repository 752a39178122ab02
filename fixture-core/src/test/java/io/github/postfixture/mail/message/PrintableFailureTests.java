package io.github.postfixture.mail.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Sender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrintableFailureTests {

    private static final String HOSTILE = "\u001b[2J\n  #7 mail from forged\u202e";

    private final MailServer server =
            MailServer.builder().timeout(Duration.ofMillis(1)).start();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void showMailWithItsSubjectInOneLine() {
        Sender.send(server, message(), "alice@example.org");
        ReceivedMail mail = server.awaitMail();

        assertThat(mail.toString()).contains("\\u001b[2J\\n  #7 mail from forged\\u202e");
        assertThatThrownBy(() -> assertThat(mail).hasSubject("x"))
                .hasMessageEndingWith("Actual:\n  \\u001b[2J\n    #7 mail from forged\\u202e");
        failsPrintably(() -> assertThat(mail).isFrom("x@example.org"));
        failsPrintably(() -> assertThat(mail).subject().isEqualTo("x"));
        failsPrintably(() -> assertThat(mail).text().isEqualTo("x"));
        assertThatThrownBy(() -> assertThat(mail).headers("Subject").contains("x"))
                .hasMessageContaining("\\u001b")
                .hasMessageNotContaining("\u001b");
        failsPrintably(() -> assertThat(server).receivedMails().isEmpty());
        failsPrintably(() -> server.awaitMail(MailCriteria.subject("x")));
        failsPrintably(() -> server.awaitMails(2));
    }

    private static void failsPrintably(ThrowingCallable assertion) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .satisfies(failure -> assertThat(
                                String.valueOf(failure.getMessage()).lines())
                        .noneMatch(line -> line.startsWith("  #7 mail from forged") || line.contains("\u001b"))
                        .noneMatch(line -> line.contains("\u202e")));
    }

    private static String message() {
        String word = Base64.getEncoder().encodeToString(HOSTILE.getBytes(StandardCharsets.UTF_8));
        return "From: =?utf-8?B?" + word + "?= <shop@example.org>\nSubject: =?utf-8?B?" + word
                + "?=\nContent-Type: text/plain; charset=utf-8\n\n\u001b[2Jhello\n";
    }
}
