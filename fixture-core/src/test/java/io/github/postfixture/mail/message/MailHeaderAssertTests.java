package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.Sender;
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
                    Expecting:
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome"
                    to have the subject:
                      Hello
                    but was:
                      Welcome\
                    """);
            failureOf(() -> assertThat(mail).isFrom("bob@example.org")).isEqualTo("""
                    Expecting:
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome"
                    to have in From:
                      bob@example.org
                    but was:
                      shop@example.org\
                    """);
            failureOf(() -> assertThat(mail).isTo("bob@example.org")).isEqualTo("""
                    Expecting:
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome"
                    to have in To:
                      bob@example.org
                    but was:
                      Alice@example.org\
                    """);
            failureOf(() -> assertThat(mail).hasCc("bob@example.org", "eve@example.org"))
                    .isEqualTo("""
                    Expecting:
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome"
                    to have in Cc:
                      bob@example.org, eve@example.org
                    but was:
                      bob@example.org\
                    """);
            failureOf(() -> assertThat(mail).hasReplyTo("help@example.org")).isEqualTo("""
                    Expecting:
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome"
                    to have in Reply-To:
                      help@example.org
                    but was:
                      (none)\
                    """);
            failureOf(() -> assertThat(mail).containsHeader("X-Order")).isEqualTo("""
                    Expecting:
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome"
                    to have a header:
                      X-Order
                    but its headers are:
                      From
                      To
                      Cc
                      Subject
                      X-Tag
                      X-Tag\
                    """);
            failureOf(() -> assertThat(mail).doesNotContainHeader("X-Tag")).isEqualTo("""
                    Expecting:
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome"
                    to have no header:
                      X-Tag
                    but it has the values:
                      one
                      two\
                    """);
            failureOf(() -> assertThat(mail).hasHeader("X-Tag", "three")).isEqualTo("""
                    Expecting:
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome"
                    to have the header:
                      X-Tag: three
                    but it has the values:
                      one
                      two\
                    """);
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
                    Expecting:
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome"
                    to have the recipients:
                      alice@example.org
                    but was:
                      alice@example.org, bob@example.org, carol@example.org\
                    """);
            failureOf(() -> assertThat(mail).hasSender("")).isEqualTo("""
                    Expecting:
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome"
                    to have the envelope sender:
                      (none)
                    but was:
                      shop@example.org\
                    """);
            failureOf(() -> assertThat(mail).isBlindCopiedTo("bob@example.org")).isEqualTo("""
                    Expecting:
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome"
                    to be blind-copied to:
                      bob@example.org
                    but its headers name:
                      Alice@example.org
                      bob@example.org\
                    """);
            failureOf(() -> assertThat(mail).isBlindCopiedTo("dave@example.org"))
                    .isEqualTo("""
                    Expecting:
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome"
                    to be blind-copied to:
                      dave@example.org
                    but its recipients are:
                      alice@example.org
                      bob@example.org
                      carol@example.org\
                    """);
        }
    }

    @Nested
    class Content {

        @Test
        void isVerified() {
            assertThat(mail).hasText("Hello").hasTextContaining("Hello").hasNoAttachments();
            assertThat(Sender.receive("Subject: x\n\nhttps://shop.test/confirm"))
                    .hasLink("https://shop.test/confirm");
        }

        @Test
        void isShown() {
            failureOf(() -> assertThat(mail).hasTextContaining("Bye")).isEqualTo("""
                    [text of mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome"]
                    Expecting actual:
                      "Hello"
                    to contain:
                      "Bye"\
                    """);
            failureOf(() -> assertThat(mail).hasText("Hello!")).isEqualTo("""
                    [text of mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome"]
                    expected: "Hello!"
                     but was: "Hello"\
                    """);
            failureOf(() -> assertThat(mail).hasAttachment("a.pdf")).isEqualTo("""
                    Expecting:
                      mail from shop@example.org to [alice@example.org, bob@example.org, carol@example.org] with subject "Welcome"
                    to have an attachment named:
                      a.pdf
                    but had:
                      (none)\
                    """);
            failureOf(() -> assertThat(mail).hasLink("Confirm")).isEqualTo("""
                    Expecting:
                      markup ""
                    to have one link with text:
                      Confirm
                    but the links are:
                      (none)\
                    """);
        }
    }
}
