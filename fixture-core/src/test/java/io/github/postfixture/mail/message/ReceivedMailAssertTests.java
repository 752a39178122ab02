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

                        Expecting:
                          mail from shop@example.org to [alice@example.org, bob@example.org, dave@example.org] with subject "Grüße from the shop"
                        to have the subject:
                          Welcome
                        but was:
                          Grüße from the shop""");
    }

    @Test
    void isFromShowsTheSender() {
        assertFailure(() -> assertThat(mail).isFrom("noreply@example.org"))
                .endsWith("\nto have in From:\n  noreply@example.org\nbut was:\n  shop@example.org");
    }

    @Test
    void hasRecipientsShowsTheEnvelope() {
        assertFailure(() -> assertThat(mail).hasRecipients("alice@example.org")).endsWith("""

                        to have the recipients:
                          alice@example.org
                        but was:
                          alice@example.org, bob@example.org, dave@example.org""");
    }

    @Test
    void isToShowsTheHeader() {
        assertFailure(() -> assertThat(mail).isTo(DAVE))
                .endsWith("\nto have in To:\n  dave@example.org\nbut was:\n  alice@example.org, bob@example.org");
    }

    @Test
    void hasCcShowsThatThereIsNone() {
        assertFailure(() -> assertThat(Sender.receive("Subject: x")).hasCc(DAVE))
                .endsWith("\nto have in Cc:\n  dave@example.org\nbut was:\n  (none)");
    }

    @Test
    void isBlindCopiedToShowsTheHeaderThatNamesTheAddress() {
        assertFailure(() -> assertThat(mail).isBlindCopiedTo("carol@example.org"))
                .endsWith("""

                        to be blind-copied to:
                          carol@example.org
                        but its headers name:
                          alice@example.org
                          bob@example.org
                          carol@example.org""");
    }

    @Test
    void isBlindCopiedToShowsTheRecipients() {
        assertFailure(() -> assertThat(mail).isBlindCopiedTo("eve@example.org")).endsWith("""

                        to be blind-copied to:
                          eve@example.org
                        but its recipients are:
                          alice@example.org
                          bob@example.org
                          dave@example.org""");
    }

    @Test
    void containsHeaderListsTheHeaders() {
        assertFailure(() -> assertThat(Sender.receive("Subject: x\nX-A: 1\n\n")).containsHeader("X-B"))
                .endsWith("\nto have a header:\n  X-B\nbut its headers are:\n  Subject\n  X-A");
    }

    @Test
    void doesNotContainHeaderShowsTheValue() {
        assertFailure(() -> assertThat(mail).doesNotContainHeader("X-Order"))
                .endsWith("\nto have no header:\n  X-Order\nbut it has the values:\n  42");
    }

    @Test
    void hasHeaderShowsTheValue() {
        assertFailure(() -> assertThat(mail).hasHeader("X-Order", "43"))
                .endsWith("\nto have the header:\n  X-Order: 43\nbut it has the values:\n  42");
    }

    @Test
    void hasAttachmentListsTheAttachments() {
        assertFailure(() -> assertThat(mail).hasAttachment("terms.pdf")).endsWith("""

                        to have an attachment named:
                          terms.pdf
                        but had:
                          Réchnung.pdf (application/pdf, 3 bytes)""");
    }

    @Test
    void hasNoAttachmentsListsThem() {
        assertFailure(() -> assertThat(mail).hasNoAttachments())
                .endsWith("\nto have:\n  no attachments\nbut had:\n  Réchnung.pdf (application/pdf, 3 bytes)");
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
                .endsWith("\nto have a text/plain body\nbut its parts are:\n  text/html");
    }

    @Test
    void wasSentOverTlsShowsTheDialogue() {
        assertFailure(() -> assertThat(mail).wasSentOverTls())
                .contains("\nto have been sent:\n  over TLS\nbut the dialogue was:\n  S: 220 localhost");
    }

    @Test
    void wasSentByShowsThatNobodyAuthenticated() {
        assertFailure(() -> assertThat(mail).wasSentBy("shop"))
                .endsWith("\nto have been sent by the authenticated user:\n  shop\nbut was:\n  (nobody)");
    }

    @Test
    void ofAttachmentsShowWhatThereIs() {
        assertFailure(() -> assertThat(mail.attachment("Réchnung.pdf")).hasContentType("text/plain"))
                .isEqualTo("""

                        Expecting:
                          Réchnung.pdf (application/pdf, 3 bytes)
                        to have the content type:
                          text/plain
                        but was:
                          application/pdf""");
    }

    private static AbstractStringAssert<?> assertFailure(ThrowingCallable assertion) {
        return assertThat(catchThrowableOfType(AssertionError.class, assertion).getMessage());
    }
}
