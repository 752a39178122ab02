package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.message.ReceivedMail;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading costs what is read: no copy of what is not asked for, and one walk over what is. */
@Timeout(60)
class LargeMailTests {

    @Test
    void isReadInAJvmThatCannotHoldItTwice() throws Exception {
        assertThat(OwnJvm.said(ReadLargeMail.class, "-Xmx64m -XX:+UseSerialGC")).isEqualTo("""
                mail with subject "Large"
                [shop@example.org]
                mixed(text/plain, application/pdf)
                large.pdf
                Hello
                []
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: x%s\n\nx",
                "To: a@example.org,%s b@example.org\n\nx",
                "References: <a@b>%s\n\nx",
                "Content-Type: text/plain;%s x=y\n\nx",
                "Received: x%s\n\nx"
            })
    void ofAHundredThousandFoldedLinesIsReadInOneWalk(String message) {
        ReceivedMail mail = ReceivedMail.parse(
                message.formatted("\n ".concat("=?utf-8?q?=C3=BC?=").repeat(100_000)));

        assertThat(mail.subject()).isNotNull();
        assertThat(mail.to()).isNotNull();
        assertThat(mail.references()).isNotNull();
        assertThat(mail.headers("Received")).isNotNull();
        assertThat(mail.text()).isEqualTo("x");
        assertThat(mail.findings()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no field %d\n", "X-A%d: ü\n", "Content-ID: <%d>\n", "Cc: %d\n", "Date: %d\n", " %d\n"})
    void ofAHundredThousandLinesOfHeaderIsReadInOneWalk(String line) {
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            header.append(line.formatted(i));
        }
        ReceivedMail mail = ReceivedMail.parse(header + "Subject: last\n\nx");

        assertThat(mail.subject()).startsWith("last");
        assertThat(mail.findings()).isNotEmpty();
    }

    /** Reads a mail of 40 MB. */
    static final class ReadLargeMail {

        private ReadLargeMail() {}

        public static void main(String[] arguments) throws IOException {
            Path file = Files.createTempFile("large", ".eml");
            try {
                write(file);
                ReceivedMail mail = ReceivedMail.parse(file);
                System.out.println(mail);
                System.out.println(mail.from());
                System.out.println(mail.structure());
                System.out.println(mail.attachments().get(0).name());
                System.out.println(mail.text());
                System.out.println(mail.findings());
            } finally {
                Files.delete(file);
            }
        }

        private static void write(Path file) throws IOException {
            try (OutputStream output = Files.newOutputStream(file)) {
                output.write(ascii("""
                        From: shop@example.org
                        Date: Tue, 3 Nov 2026 11:05:30 +0200
                        Message-ID: <1@example.org>
                        Subject: Large
                        MIME-Version: 1.0
                        Content-Type: multipart/mixed; boundary=b

                        --b

                        Hello
                        --b
                        Content-Type: application/pdf; name=large.pdf
                        Content-Transfer-Encoding: base64

                        """));
                byte[] lines = ascii("QUJD".repeat(19).concat("\n").repeat(1_000));
                for (int i = 0; i < 40_000_000 / lines.length; i++) {
                    output.write(lines);
                }
                output.write(ascii("--b--\n"));
            }
        }

        private static byte[] ascii(String text) {
            return text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        }
    }
}
