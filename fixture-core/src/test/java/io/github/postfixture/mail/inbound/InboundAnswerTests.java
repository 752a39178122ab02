package io.github.postfixture.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboundAnswerTests {

    @Test
    void aReplyRefersToWhatItAnswers() throws Exception {
        Read reply = Read.mail(InboundMail.replyTo(Letter.welcome().with("References", "<1@example.org>"))
                .text("Thanks"));

        assertThat(reply.subject()).isEqualTo("Re: Welcome");
        assertThat(reply.header("From")).isEqualTo("alice@example.net");
        assertThat(reply.header("To")).isEqualTo("Shop <shop@example.org>");
        assertThat(reply.header("In-Reply-To")).isEqualTo("<2@example.org>");
        assertThat(reply.header("References")).isEqualTo("<1@example.org> <2@example.org>");
    }

    @Test
    void aReplyGoesWhereItIsAskedToGo() throws Exception {
        Letter letter = Letter.welcome().with("Reply-To", "service@example.org");

        assertThat(Read.mail(InboundMail.replyTo(letter)).header("To")).isEqualTo("service@example.org");
    }

    @Test
    void aReplyToAReplyKeepsItsSubject() throws Exception {
        Letter letter = new Letter("RE: Welcome", "", Letter.welcome().headers());

        assertThat(Read.mail(InboundMail.replyTo(letter)).subject()).isEqualTo("RE: Welcome");
    }

    @Test
    void quotingPutsAMarkBeforeEachLine() throws Exception {
        ComposedMail reply =
                InboundMail.replyTo(Letter.welcome()).text("Thanks").quoting(Letter.welcome());

        assertThat(Read.mail(reply).content()).isEqualTo("""
                Thanks

                On 24 Nov 2026 at 12:30 UTC, Shop <shop@example.org> wrote:
                > Hello
                >> again
                >
                > Bye
                """);
    }

    @Test
    void quotingInHtmlIsABlockquote() throws Exception {
        ComposedMail reply =
                InboundMail.replyTo(Letter.welcome()).html("<p>Thanks</p>").quoting(Letter.welcome());

        assertThat(Read.mail(reply).content())
                .asString()
                .startsWith(
                        "<p>Thanks</p>\n<p>On 24 Nov 2026 at 12:30 UTC,"
                                + " Shop &lt;shop@example.org&gt; wrote:</p>\n<blockquote type=\"cite\"><pre>Hello\n&gt; again");
    }

    @Test
    void aForwardedMessageIsAttachedWhole() throws Exception {
        Read forward = Read.mail(
                InboundMail.forward(Letter.welcome()).to("dave@example.net").text("FYI"));

        assertThat(forward.subject()).isEqualTo("Fwd: Welcome");
        assertThat(forward.header("References")).isEqualTo("<2@example.org>");
        assertThat(forward.header("In-Reply-To")).isNull();
        assertThat(forward.types()).containsExactly("text/plain", "message/rfc822");
        assertThat(forward.bytesOf(1)).isEqualTo(Letter.welcome().raw());
    }

    @Test
    void unsubscribingSendsWhatTheListAsksFor() throws Exception {
        Letter letter = Letter.welcome()
                .with(
                        "List-Unsubscribe",
                        "<https://example.org/u/1>, <mailto:leave+1@example.org?subject=off%201&body=please>");

        Read mail = Read.mail(InboundMail.unsubscribe(letter));

        assertThat(mail.header("To")).isEqualTo("leave+1@example.org");
        assertThat(mail.subject()).isEqualTo("off 1");
        assertThat(mail.content()).isEqualTo("please");
    }

    @Test
    void aMessageThatSaysNothingCanBeAnsweredToItsReturnPath() throws Exception {
        Letter letter = Letter.welcome().with("From", "Shop").with("Reply-To", "Shop <shop");

        assertThat(Read.mail(InboundMail.replyTo(letter.with("From", "<shop"))).header("To"))
                .isEqualTo("bounces@example.org");
    }

    @Test
    void whatIsSmuggledIntoAMessageStaysWhereItIsInTheAnswer() throws Exception {
        Letter letter = new Letter(
                "one\r\nBcc: eve@example.org",
                "",
                Map.of(
                        "From", "Eve\r\nX-1: x <eve@example.org>",
                        "Message-ID", "<1@example.org>\r\nX-2: x",
                        "References", "<0@example.org>\0\nX-3: x"));

        for (InboundMail mail : List.of(
                InboundMail.replyTo(letter).text("Hi").quoting(letter),
                InboundMail.forward(letter),
                OutOfOffice.EXCHANGE.to(letter),
                ReadReceipt.displayed(letter),
                AbuseReport.of(letter),
                Bounce.hard(letter))) {
            assertThat(Read.mail(mail).headerNames()).doesNotContain("Bcc", "X-1", "X-2", "X-3");
            assertThat(Read.mail(mail).subject()).contains("one Bcc: eve@example.org");
        }
    }

    @Test
    void theAddressOfAListMayBeFolded() throws Exception {
        Letter letter = Letter.welcome()
                .with(
                        "List-Unsubscribe",
                        "<https://example.org/u>, < mailto:leave+1@exam ple.org?subject=off &body=x>");

        Read mail = Read.mail(InboundMail.unsubscribe(letter));

        assertThat(mail.header("To")).isEqualTo("leave+1@example.org");
        assertThat(mail.subject()).isEqualTo("off");
    }

    @Test
    void unsubscribingNeedsAnAddress() {
        assertThatThrownBy(() ->
                        InboundMail.unsubscribe(Letter.welcome().with("List-Unsubscribe", "<https://example.org/u/1>")))
                .hasMessage("The message has no mailto address in List-Unsubscribe,"
                        + " which is <https://example.org/u/1>");
    }
}
