package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.Sender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MailHeaderAssertTests {

    private final ReceivedMail mail = Sender.receive("""
            From: shop@example.org
            To: Alice@example.org
            Cc: bob@example.org
            Subject: Welcome
            X-Tag: one
            X-Tag: two

            Hello""", "alice@example.org", "bob@example.org", "carol@example.org");

    @Nested
    class Headers {

        @Test
        void areVerified() {
            assertThat(mail)
                    .hasSubject("Welcome")
                    .isFrom("shop@example.org")
                    .isTo("alice@example.org")
                    .hasCc("bob@example.org")
                    .hasReplyTo()
                    .containsHeader("Subject")
                    .doesNotContainHeader("Bcc")
                    .hasHeader("X-Tag", "two");
            assertThat(mail).subject().startsWith("Wel");
            assertThat(mail).headers("X-Tag").containsExactly("one", "two");
        }

        @Test
        void areShown() {
            failureOf(() -> assertThat(mail).hasSubject("Hello")).isEqualTo("""
                    Expected the subject to be "Hello" but was "Welcome".
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome\"""");
            failureOf(() -> assertThat(mail).isFrom("bob@example.org")).isEqualTo("""
                    Expected From to be bob@example.org but was shop@example.org.
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome\"""");
            failureOf(() -> assertThat(mail).isTo("bob@example.org")).isEqualTo("""
                    Expected To to be bob@example.org but was Alice@example.org.
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome\"""");
            failureOf(() -> assertThat(mail).hasCc("bob@example.org", "eve@example.org"))
                    .isEqualTo("""
                    Expected Cc to be bob@example.org, eve@example.org but was bob@example.org.
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome\"""");
            failureOf(() -> assertThat(mail).hasReplyTo("help@example.org")).isEqualTo("""
                    Expected Reply-To to be help@example.org but there is none.
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome\"""");
            failureOf(() -> assertThat(mail).containsHeader("X-Order")).isEqualTo("""
                    Expected a header X-Order but the headers are From, To, Cc, Subject, X-Tag, X-Tag.
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome\"""");
            failureOf(() -> assertThat(mail).doesNotContainHeader("X-Tag")).isEqualTo("""
                    Expected no header X-Tag but found 2: X-Tag: one, X-Tag: two.
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome\"""");
            failureOf(() -> assertThat(mail).hasHeader("X-Tag", "three")).isEqualTo("""
                    Expected header X-Tag: three but found X-Tag: one, X-Tag: two.
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome\"""");
        }
    }

    @Nested
    class TheEnvelope {

        @Test
        void isVerified() {
            assertThat(mail)
                    .hasSender("shop@example.org")
                    .hasRecipients("carol@example.org", "bob@example.org", "alice@example.org")
                    .isBlindCopiedTo("carol@example.org");
        }

        @Test
        void isShown() {
            failureOf(() -> assertThat(mail).hasRecipients("alice@example.org")).isEqualTo("""
                    Expected the recipients to be alice@example.org but were alice@example.org, bob@example.org, carol@example.org.
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome\"""");
            failureOf(() -> assertThat(mail).hasSender("")).isEqualTo("""
                    Expected the envelope sender to be empty but was "shop@example.org".
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome\"""");
            failureOf(() -> assertThat(mail).isBlindCopiedTo("bob@example.org")).isEqualTo("""
                    Expected bob@example.org to be hidden from the other recipients but it is visible in Cc.
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome\"""");
            failureOf(() -> assertThat(mail).isBlindCopiedTo("dave@example.org"))
                    .isEqualTo("""
                    Expected a blind copy to dave@example.org but the recipients are alice@example.org, bob@example.org, carol@example.org.
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome\"""");
        }
    }

    @Nested
    class Content {

        @Test
        void tellsOfBytesThatContradictItsCharset() {
            ReceivedMail wrong = ReceivedMail.parse(
                    "Content-Type: text/plain; charset=UTF-8\n\nGr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1));

            failureOf(() -> assertThat(wrong).hasText("Gr\u00fc\u00dfe")).isEqualTo("""
                    Expected the text to be "Gr\u00fc\u00dfe" but was "Gr\ufffd\ufffde".
                      mail with subject ""
                    text/plain is not valid UTF-8: bytes FC DF (perhaps ISO-8859-1)""");
            failureOf(() -> assertThat(wrong).text().isEqualTo("x"))
                    .startsWith("[text of mail with subject \"\"; text/plain is"
                            + " not valid UTF-8: bytes FC DF (perhaps ISO-8859-1)]");
        }

        @Test
        void isVerified() {
            assertThat(mail).hasText("Hello").hasTextContaining("Hello").hasNoAttachments();
            assertThat(Sender.receive("Subject: x\n\nhttps://shop.test/confirm"))
                    .hasLink("https://shop.test/confirm");
        }

        @Test
        void isShown() {
            failureOf(() -> assertThat(mail).hasTextContaining("Bye")).isEqualTo("""
                    Expected the text to contain "Bye" but it is "Hello".
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome\"""");
            failureOf(() -> assertThat(mail).hasText("Hello!")).isEqualTo("""
                    Expected the text to be "Hello!" but was "Hello".
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome\"""");
            failureOf(() -> assertThat(mail).hasAttachment("a.pdf")).isEqualTo("""
                    Expected an attachment named a.pdf but there are no attachments.
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome\"""");
            failureOf(() -> assertThat(mail).hasLink("Confirm")).isEqualTo("""
                    Expected one link with the text "Confirm" but there are no links.
                      markup "\"""");
        }
    }
}
