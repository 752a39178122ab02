package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.message.MailStructure.multipart;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.Sender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovedMailTests {

    @TempDir
    private Path directory;

    private final String multipart = """
        Received: from here
         by there
        From: shop@example.org
        Date: %s
        Message-ID: <%s@example.org>
        Content-Type: multipart/related; boundary="%s"

        --%3$s
        Content-Type: text/html; charset=utf-8

        <img src="cid:%2$s">Grüße, %s
        --%3$s
        Content-ID: <%2$s>
        Content-Type: image/png

        --%3$s--
        """;

    @Test
    void scrubsDatesIdsAndBoundaries() throws IOException {
        Path approved = directory.resolve("welcome.eml");
        ReceivedMail first =
                Sender.receive(multipart.formatted("Tue, 3 Nov 2026 11:05:30 +0200", "id1", "b1", "Alice"));
        ReceivedMail second =
                Sender.receive(multipart.formatted("Wed, 4 Nov 2026 11:05:30 +0200", "id2", "b2", "Alice"));

        failureOf(() -> assertThat(first).matchesApproved(approved))
                .isEqualTo("""
                    Expected the mail to be as approved in %s but there is no such file yet.
                      mail from shop@example.org to [alice@example.org] with subject ""
                    What was received is in:
                      %s\
                    """.formatted(approved, directory.resolve("welcome.received.eml")));
        Files.move(directory.resolve("welcome.received.eml"), approved);
        assertThat(second).matchesApproved(approved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"References: <a@b>", "Received: from here", "Message-ID: <a@b>"})
    @Timeout(60)
    void scrubsFieldsOfAnyLength(String field) throws IOException {
        Path approved = directory.resolve("long.eml");
        ReceivedMail mail = Sender.receive(field + "\n <c@d>".repeat(100_000) + "\nSubject: x\n\n");

        failureOf(() -> assertThat(mail).matchesApproved(approved)).contains("there is no such file yet");
        assertThat(directory.resolve("long.received.eml"))
                .content()
                .doesNotContain("c@d")
                .contains("Subject: x");
    }

    @Test
    @Timeout(60)
    void numbersAThousandIds() {
        StringBuilder parts = new StringBuilder("Subject: x\n\n");
        for (int i = 0; i < 50_000; i++) {
            parts.append("Content-ID: <id").append(i).append("@x>\n");
        }
        ReceivedMail mail = Sender.receive(parts.toString());

        failureOf(() -> assertThat(mail).matchesApproved(directory.resolve("ids.eml")))
                .contains("there is no such file yet");
        assertThat(directory.resolve("ids.received.eml"))
                .content()
                .contains("<(content-id 1000)>\n")
                .doesNotContain("(content-id 1001)");
    }

    @Test
    void showsTheFirstLineThatDiffers() throws IOException {
        Path approved = directory.resolve("welcome");
        Files.writeString(approved, "From: shop@example.org\nSubject: Welcome\n\nHello\n");
        ReceivedMail other = Sender.receive("From: shop@example.org\nSubject: Welcome\n\nHullo");

        failureOf(() -> assertThat(other).matchesApproved(approved))
                .contains("but line 4 is \"Hullo\" instead of \"Hello\".\n");
        assertThat(directory.resolve("welcome.received"))
                .hasContent("From: shop@example.org\nSubject: Welcome\n\nHullo\n");
        Files.writeString(approved, "From: shop@example.org\n\n");
        assertThat(Sender.receive("From: shop@example.org\n")).matchesApproved(approved);
        assertThat(directory.resolve("welcome.received")).doesNotExist();
    }
}
