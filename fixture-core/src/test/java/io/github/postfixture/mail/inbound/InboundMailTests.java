package io.github.postfixture.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboundMailTests {

    @Nested
    class Composed {

        @Test
        void textAloneIsTextPlain() throws Exception {
            Read mail = Read.mail(InboundMail.from("Carol <carol@example.net>")
                    .to("help@example.org")
                    .subject("Printer on fire")
                    .text("It burns."));

            assertThat(mail.type()).isEqualTo("text/plain");
            assertThat(mail.content()).isEqualTo("It burns.");
            assertThat(mail.header("From")).isEqualTo("Carol <carol@example.net>");
            assertThat(mail.header("To")).isEqualTo("help@example.org");
            assertThat(mail.subject()).isEqualTo("Printer on fire");
        }

        @Test
        void htmlAloneIsTextHtml() throws Exception {
            assertThat(Read.mail(InboundMail.from("c@example.net").html("<p>Hi</p>"))
                            .type())
                    .isEqualTo("text/html");
        }

        @Test
        void textAndHtmlAreAlternatives() throws Exception {
            Read mail = Read.mail(
                    InboundMail.from("c@example.net").html("<p>Hi</p>").text("Hi"));

            assertThat(mail.type()).isEqualTo("multipart/alternative");
            assertThat(mail.types()).containsExactly("text/plain", "text/html");
        }

        @Test
        void filesFollowTheBody() throws Exception {
            Read mail = Read.mail(InboundMail.from("c@example.net")
                    .text("See below")
                    .attach("Größe.txt", "text/plain", "sieben".getBytes(StandardCharsets.UTF_8)));

            assertThat(mail.types()).containsExactly("text/plain", "text/plain");
            assertThat(mail.textOf(1)).isEqualTo("sieben");
            assertThat(mail.part(1).getDisposition()).isEqualTo("attachment");
        }

        @Test
        void textHtmlAndFilesAreAlternativesAndFiles() throws Exception {
            Read mail = Read.mail(InboundMail.from("c@example.net")
                    .text("Hi")
                    .html("<p>Hi</p>")
                    .attach("a.pdf", "application/pdf", new byte[] {1, 2, 3}));

            assertThat(mail.types()).containsExactly("multipart/alternative", "application/pdf");
            assertThat(mail.bytesOf(1)).containsExactly(1, 2, 3);
        }

        @Test
        void aGeneratedFileHasItsSizeAndIsTheSameEachTime() throws Exception {
            InboundMail mail = InboundMail.from("c@example.net")
                    .text("Big")
                    .attachGenerated("big.bin", "application/octet-stream", 1_000_000);

            byte[] first = Read.mail(mail).bytesOf(1);
            assertThat(first).hasSize(1_000_000).isEqualTo(Read.mail(mail).bytesOf(1));
            assertThat(first).contains(0).contains(-1);
        }

        @Test
        void textBeyondAsciiArrivesWhole() throws Exception {
            Read mail = Read.mail(InboundMail.from("Käthe Groß <k@example.net>")
                    .subject("Grüße aus 東京 🎉")
                    .text("Schöne Grüße\n"));

            assertThat(mail.subject()).isEqualTo("Grüße aus 東京 🎉");
            assertThat(mail.content()).isEqualTo("Schöne Grüße\n");
            assertThat(mail.header("From")).isEqualTo("=?UTF-8?Q?K=C3=A4the_Gro=C3=9F?= <k@example.net>");
        }

        @Test
        void dateAndMessageIdAreThereUnlessLeftOut() throws Exception {
            ComposedMail mail = InboundMail.from("c@example.net").text("Hi");

            assertThat(Read.mail(mail).headerNames()).contains("Date", "Message-ID");
            assertThat(Read.mail(mail.withoutDate().withoutMessageId()).headerNames())
                    .doesNotContain("Date", "Message-ID");
            assertThat(mail.raw()).isEqualTo(mail.raw());
        }

        @Test
        void dateAndMessageIdCanBeGiven() throws Exception {
            Read mail = Read.mail(InboundMail.from("c@example.net")
                    .date(Instant.parse("2026-11-24T12:00:00Z"))
                    .messageId("<1@example.net>"));

            assertThat(mail.header("Message-ID")).isEqualTo("<1@example.net>");
            assertThat(new jakarta.mail.internet.MailDateFormat().parse(mail.header("Date")))
                    .isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
        }

        @Test
        void aLineBreakInAHeaderIsRefused() {
            ComposedMail mail = InboundMail.from("c@example.net");

            assertThatThrownBy(() -> mail.subject("one\r\nBcc: two"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("value (one\r\nBcc: two) must be one line;"
                            + " a malformed mail can be had from MalformedMail or InboundMail.raw(..)");
        }

        @Test
        void aSenderThatIsNoAddressIsRefusedWithItsReason() {
            assertThatThrownBy(() -> InboundMail.from("Carol <carol").raw())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The mail cannot be composed: ");
        }
    }

    @Nested
    class Taken {

        @TempDir
        private Path directory;

        @Test
        void bytesAreTakenAsTheyAre() {
            byte[] bytes = {0, 10, 13, -1};
            InboundMail mail = InboundMail.raw(bytes);
            bytes[0] = 7;

            assertThat(mail.raw()).containsExactly(0, 10, 13, -1);
        }

        @Test
        void aFileIsTakenAsItIs() throws Exception {
            Path file = Files.writeString(directory.resolve("a.eml"), "Subject: a\n\nb");

            assertThat(InboundMail.eml(file).raw()).asString().isEqualTo("Subject: a\n\nb");
        }

        @Test
        void aResourceThatIsNotThereIsNamed() {
            assertThatThrownBy(() -> InboundMail.eml("mails/order.eml"))
                    .hasMessage("No resource mails/order.eml on the class path;"
                            + " the name begins with a slash, such as /mails/order.eml");
        }
    }

    @Nested
    class Answers {

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
        void unsubscribingNeedsAnAddress() {
            assertThatThrownBy(() -> InboundMail.unsubscribe(
                            Letter.welcome().with("List-Unsubscribe", "<https://example.org/u/1>")))
                    .hasMessage("The message has no mailto address in List-Unsubscribe,"
                            + " which is <https://example.org/u/1>");
        }
    }
}
