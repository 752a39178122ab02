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
        void eachMailHasAMessageIdOfItsOwnThatStays() throws Exception {
            ComposedMail base = InboundMail.from("c@example.net").text("Hi");

            assertThat(Read.mail(base.subject("1")).header("Message-ID"))
                    .isNotEqualTo(Read.mail(base.subject("2")).header("Message-ID"))
                    .matches("<\\S+@postfixture\\.invalid>");
            assertThat(Read.mail(base.messageId("<1@example.net>").subject("1")).header("Message-ID"))
                    .isEqualTo("<1@example.net>");
        }

        @Test
        void severalCallsMakeOneField() throws Exception {
            Read mail = Read.mail(InboundMail.from("c@example.net")
                    .to("a@example.org", "B <b@example.org>")
                    .to("c@example.org")
                    .cc("d@example.org")
                    .cc("e@example.org")
                    .replyTo("f@example.org")
                    .replyTo("g@example.org")
                    .header("To", "h@example.org"));

            assertThat(mail.header("To")).isEqualTo("a@example.org, B <b@example.org>, c@example.org, h@example.org");
            assertThat(mail.header("Cc")).isEqualTo("d@example.org, e@example.org");
            assertThat(mail.header("Reply-To")).isEqualTo("f@example.org, g@example.org");
        }

        @Test
        void aFieldThatAMailHasOnceIsReplaced() throws Exception {
            Read mail = Read.mail(InboundMail.from("c@example.net")
                    .header("Message-ID", "<1@example.net>")
                    .header("Date", "yesterday")
                    .header("Subject", "one")
                    .subject("two"));

            assertThat(mail.header("Message-ID")).isEqualTo("<1@example.net>");
            assertThat(mail.header("Date")).isEqualTo("yesterday");
            assertThat(mail.header("Subject")).isEqualTo("two");
        }

        @Test
        void whatIsNoMediaTypeIsRefused() {
            ComposedMail mail = InboundMail.from("c@example.net");

            assertThatThrownBy(() -> mail.attach("a.txt", "text/plain\r\nX: 1", new byte[0]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("media type (text/plain\r\nX: 1) must be one such as application/pdf or"
                            + " text/csv; charset=utf-8 (RFC 2045 section 5.1)");
            assertThatThrownBy(() -> mail.attachGenerated("a", "binary", 1))
                    .hasMessageStartingWith("media type (binary) must be one such as");
        }

        @Test
        void aBlindCopyIsThereIfItIsAskedFor() throws Exception {
            assertThat(Read.mail(InboundMail.from("c@example.net").header("Bcc", "b@example.org"))
                            .header("Bcc"))
                    .isEqualTo("b@example.org");
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
            assertThatThrownBy(() -> InboundMail.from("Carol <carol"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("address (Carol <carol) must be such as carol@example.net or Carol <carol@example.net>:"
                            + " it lacks the > that ends it");
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
}
