package io.github.postfixture.examples.signup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.lint.MailDefect;
import io.github.postfixture.mail.message.ReceivedMail;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the guide on mail shows of mail that no server received. */
class MailFileTests {

    @Test
    void looksAtAFile() {
        ReceivedMail invoice = ReceivedMail.parse(Path.of("src/test/resources/mails/invoice.eml"));

        assertThat(invoice)
                .hasSubject("Rechnung für März")
                .hasTextContaining("Die Rechnung für März liegt bei.")
                .hasAttachment("Rechnung 7.pdf")
                .isWellFormedExceptFor(MailDefect.MALFORMED_MIME_FIELD);
    }

    @Test
    void looksAtTextAndResources() throws IOException {
        ReceivedMail welcome = ReceivedMail.parse("""
                From: shop@example.org
                Subject: Welcome

                Confirm at https://shop.example/confirm
                """);

        assertThat(welcome).isFrom("shop@example.org").hasLink("https://shop.example/confirm");
        try (InputStream invoice = getClass().getResourceAsStream("/mails/invoice.eml")) {
            assertThat(ReceivedMail.parse(invoice)).isTo("alice@example.org");
        }
    }
}
