package io.github.postfixture.mail.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.postfixture.mail.Sender;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReceivedMailAssertTests {

    private static final String DAVE = "dave@example.org";

    private final ReceivedMail mail = Sender.receive(SampleMail.INVOICE, "alice@example.org", "bob@example.org", DAVE);

    @Test
    void passForWhatIsThere() {
        assertThat(mail)
                .hasSubject("Grüße from the shop")
                .isFrom("Shop@example.org")
                .isTo("bob@example.org", "alice@example.org")
                .hasCc("carol@example.org")
                .hasReplyTo("help@example.org")
                .hasSender("shop@example.org")
                .hasRecipients("alice@example.org", "bob@example.org", DAVE)
                .isBlindCopiedTo(DAVE)
                .containsHeader("X-Order")
                .hasHeader("X-Order", "42")
                .doesNotContainHeader("Bcc")
                .hasTextContaining("Grüße")
                .hasAttachment("Réchnung.pdf")
                .hasLink("Confirm your address");
        assertThat(mail).subject().endsWith("shop");
        assertThat(mail).text().startsWith("Grüße");
        assertThat(mail).html().hasTitle("Grüße").text("b").isEqualTo("Alice");
        assertThat(mail).headers("X-Order").containsExactly("42");
        assertThat(mail).attachments().hasSize(1);
        assertThat(mail)
                .attachment("Réchnung.pdf")
                .hasName("Réchnung.pdf")
                .hasContentType("application/pdf")
                .hasSize(3)
                .content()
                .containsExactly(1, 2, 3);
        assertThat(mail).link("Confirm your address").uri().hasPath("/confirm");
    }

    @Test
    void hasSubjectShowsTheSubject() {
        assertFailure(() -> assertThat(mail).hasSubject("Welcome")).isEqualTo("""
                        Expected the subject to be "Welcome" but was "Grüße from the shop".
                          mail from shop@example.org to [alice@example.org, bob@example.org, dave@example.org] with subject "Grüße from the shop\"""");
    }

    @Test
    void isFromShowsTheSender() {
        assertFailure(() -> assertThat(mail).isFrom("noreply@example.org"))
                .startsWith("Expected From to be noreply@example.org but was shop@example.org.\n");
    }

    @Test
    void hasRecipientsShowsTheEnvelope() {
        assertFailure(() -> assertThat(mail).hasRecipients("alice@example.org"))
                .startsWith(
                        "Expected the recipients to be alice@example.org but were alice@example.org, bob@example.org, dave@example.org.\n");
    }

    @Test
    void isToShowsTheHeader() {
        assertFailure(() -> assertThat(mail).isTo(DAVE))
                .startsWith("Expected To to be dave@example.org but were alice@example.org, bob@example.org.\n");
    }

    @Test
    void hasCcShowsThatThereIsNone() {
        assertFailure(() -> assertThat(Sender.receive("Subject: x")).hasCc(DAVE))
                .startsWith("Expected Cc to be dave@example.org but there is none.\n");
    }

    @Test
    void isBlindCopiedToShowsTheHeaderThatNamesTheAddress() {
        assertFailure(() -> assertThat(mail).isBlindCopiedTo("carol@example.org"))
                .startsWith(
                        "Expected carol@example.org to be hidden from the other recipients but it is visible in Cc.\n");
    }

    @Test
    void isBlindCopiedToShowsTheRecipients() {
        assertFailure(() -> assertThat(mail).isBlindCopiedTo("eve@example.org"))
                .startsWith(
                        "Expected a blind copy to eve@example.org but the recipients are alice@example.org, bob@example.org, dave@example.org.\n");
    }

    @Test
    void containsHeaderListsTheHeaders() {
        assertFailure(() -> assertThat(Sender.receive("Subject: x\nX-A: 1\n\n")).containsHeader("X-B"))
                .startsWith("Expected a header X-B but the headers are X-A, Subject.\n");
    }

    @Test
    void doesNotContainHeaderShowsTheValue() {
        assertFailure(() -> assertThat(mail).doesNotContainHeader("X-Order"))
                .startsWith("Expected no header X-Order but found X-Order: 42.\n");
    }

    @Test
    void hasHeaderShowsTheValue() {
        assertFailure(() -> assertThat(mail).hasHeader("X-Order", "43"))
                .startsWith("Expected header X-Order to be \"43\" but was \"42\".\n");
    }

    @Test
    void hasAttachmentListsTheAttachments() {
        assertFailure(() -> assertThat(mail).hasAttachment("terms.pdf"))
                .startsWith(
                        "Expected an attachment named terms.pdf but the only attachment is Réchnung.pdf (application/pdf, 3 bytes).\n");
    }

    @Test
    void hasNoAttachmentsListsThem() {
        assertFailure(() -> assertThat(mail).hasNoAttachments())
                .startsWith("Expected no attachments but found Réchnung.pdf (application/pdf, 3 bytes).\n");
    }

    @Test
    void hasLinkListsTheLinks() {
        assertFailure(() -> assertThat(mail).hasLink("Unsubscribe"))
                .contains("Unsubscribe", "Confirm your address", "http://127.0.0.1:1/confirm?a=1&b=2");
    }

    @Test
    void textOfAMailWithoutTextListsTheParts() {
        assertFailure(() -> assertThat(Sender.receive("Content-Type: text/html\n\n<p>x"))
                        .text())
                .startsWith("Expected a text/plain body but the only part is text/html.\n");
    }

    @Test
    void wasSentOverTlsShowsTheDialogue() {
        assertFailure(() -> assertThat(mail).wasSentOverTls())
                .startsWith("Expected a mail that was sent over TLS but it was sent in the clear.\n");
    }

    @Test
    void wasSentByShowsThatNobodyAuthenticated() {
        assertFailure(() -> assertThat(mail).wasSentBy("shop"))
                .startsWith("Expected the authenticated user to be \"shop\" but was \"nobody\".\n");
    }

    @Test
    void ofAttachmentsShowWhatThereIs() {
        assertFailure(() -> assertThat(mail.attachment("Réchnung.pdf")).hasContentType("text/plain"))
                .isEqualTo("""
                        Expected the content type of attachment Réchnung.pdf to be "text/plain" but was "application/pdf".
                          Réchnung.pdf (application/pdf, 3 bytes)""");
    }

    private static AbstractStringAssert<?> assertFailure(ThrowingCallable assertion) {
        return assertThat(catchThrowableOfType(AssertionError.class, assertion).getMessage());
    }
}
