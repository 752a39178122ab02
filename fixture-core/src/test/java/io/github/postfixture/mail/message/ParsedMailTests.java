package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail without a server: from bytes, from a file, from a text block. */
class ParsedMailTests {

    private static final String ORDER = """
            From: Jürgen <jürgen@exämple.org>
            To: alice@example.org
            Subject: Grüße ✓
            Date: Tue, 3 Nov 2026 11:05:30 +0200

            Thank you
            """;

    @TempDir
    private Path directory;

    @Test
    void isReadFromText() {
        ReceivedMail order = ReceivedMail.parse(ORDER);

        assertThat(order).hasSubject("Grüße ✓").isFrom("jürgen@exämple.org").isTo("alice@example.org");
        assertThat(order).text().isEqualTo("Thank you\r\n");
        assertThat(order.from()).containsExactly(new MailAddress("Jürgen", "jürgen@exämple.org"));
        assertThat(order.date()).hasValue(OffsetDateTime.parse("2026-11-03T11:05:30+02:00"));
        assertThat(order.recipients()).isEmpty();
    }

    @Test
    void isReadFromBytesAndFilesAsTheyAre() throws Exception {
        byte[] bytes = ORDER.getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(directory.resolve("order.eml"), bytes);

        assertThat(ReceivedMail.parse(bytes).raw()).isEqualTo(bytes);
        assertThat(ReceivedMail.parse(file).raw()).isEqualTo(bytes);
        assertThat(ReceivedMail.parse(new ByteArrayInputStream(bytes)).raw()).isEqualTo(bytes);
        assertThat(ReceivedMail.parse(file)).hasSubject("Grüße ✓").text().isEqualTo("Thank you\n");
    }

    @Test
    void isNotReadFromAFileThatIsNotThere() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> ReceivedMail.parse(directory.resolve("none.eml")));
    }

    @Test
    void failsAsAnyOther() {
        failureOf(() -> assertThat(ReceivedMail.parse(ORDER)).hasSubject("Welcome"))
                .isEqualTo("""
                    Expected the subject to be "Welcome" but was "Grüße ✓".
                      mail with subject "Grüße ✓\"""");
    }
}
