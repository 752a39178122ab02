package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What of a mail is body, what is a file, and what is neither. */
class BodyAndFilesTests {

    private static final String PLAIN = "Content-Type: text/plain\n\nthe text";
    private static final String HTML = "Content-Type: text/html\n\n<p>the text</p>";
    private static final String PDF = "Content-Type: application/pdf; name=a.pdf\n\n%PDF";
    private static final String LOGO =
            "Content-Type: image/png\nContent-ID: <logo>\nContent-Disposition: inline; filename=logo.png\n\npng";

    @Test
    void joinsTheTextsAroundAFile() {
        ReceivedMail mail =
                mixed("Content-Type: text/plain\n\nfirst half", PDF, "Content-Type: text/plain\n\nsecond half");

        assertThat(mail).text().isEqualTo("first half\r\nsecond half");
        assertThat(mail).attachments().extracting(Attachment::name).containsExactly("a.pdf");
    }

    @Test
    void joinsHtmlAroundAFile() {
        ReceivedMail mail = mixed("Content-Type: text/html\n\n<p>one", PDF, "Content-Type: text/html\n\n<p>two");

        assertThat(mail.html().text()).isEqualTo("one two");
        assertThat(mail).attachments().hasSize(1);
    }

    @Test
    void appendsTheFooterOfAListToTheText() {
        ReceivedMail mail = mixed(multipart("alternative", PLAIN, HTML), "Content-Type: text/plain\n\n_____\nlist");

        assertThat(mail).hasNoAttachments().text().isEqualTo("the text\r\n_____\r\nlist");
        assertThat(mail.html().text()).isEqualTo("the text");
    }

    @Test
    void takesTextWithANameForAFileUnlessItComesFirst() {
        String notes = "Content-Type: text/plain; name=notes.txt\n\nnotes";

        assertThat(ReceivedMail.parse(notes)).hasNoAttachments().text().isEqualTo("notes");
        assertThat(mixed(notes, PDF)).hasTextContaining("notes").attachments().hasSize(1);
        assertThat(mixed(PLAIN, notes)).hasAttachment("notes.txt").text().isEqualTo("the text");
        assertThat(mixed(PLAIN, "Content-Disposition: inline; filename=notes.txt\n\nnotes"))
                .hasAttachment("notes.txt")
                .text()
                .isEqualTo("the text");
    }

    @Test
    void takesForAFileWhatDeclaresToBeOne() {
        ReceivedMail mail = mixed("Content-Disposition: ATTACHMENT\n\nnotes", PLAIN);

        assertThat(mail).text().isEqualTo("the text");
        assertThat(mail.attachments()).singleElement().matches(Attachment::isFile);
        assertThat(mail).attachment(0).text().isEqualTo("notes");
    }

    @Test
    void takesAmpForNeitherBodyNorFile() {
        ReceivedMail mail = ReceivedMail.parse(
                multipart("alternative", PLAIN, "Content-Type: text/x-amp-html\n\n<html amp4email>", HTML));

        assertThat(mail).hasNoAttachments().attachments().isEmpty();
        assertThat(mail).text().isEqualTo("the text");
        assertThat(mail.html().text()).isEqualTo("the text");
        assertThat(mail.alternative("text/x-amp-html")).isEqualTo("<html amp4email>");
        failureOf(() -> mail.alternative("text/enriched")).isEqualTo("""
                Expected a text/enriched alternative but the parts are text/plain, text/x-amp-html, text/html.
                  mail with subject "\"""");
    }

    @Test
    void keepsACalendarAmongAlternativesAtHandThoughItIsNoFile() {
        ReceivedMail mail = ReceivedMail.parse(multipart(
                "alternative", PLAIN, HTML, "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR"));

        assertThat(mail).hasNoAttachments().attachmentOfType("text/calendar").isInline();
        assertThat(mixed(PLAIN, "Content-Type: text/calendar; name=a.ics\n\nBEGIN:VCALENDAR")
                        .attachments())
                .singleElement()
                .matches(Attachment::isFile);
    }

    @Test
    void keepsAnImageOfTheHtmlAtHandThoughItIsNoFile() {
        ReceivedMail mail =
                ReceivedMail.parse(multipart("related", "Content-Type: text/html\n\n<img src=\"cid:logo\">", LOGO));

        assertThat(mail)
                .hasNoAttachments()
                .attachment("logo.png")
                .hasContentId("logo")
                .isInline();
        assertThat(mail.attachment("logo.png").isFile()).isFalse();
    }

    @Test
    void tellsAnImageThatTheHtmlShowsFromOneThatItDoesNotWhereverItLies() {
        String shown = "Content-Type: text/html\n\n<img src=\"cid:logo\">";

        assertThat(mixed(shown, LOGO)).hasNoAttachments();
        assertThat(mixed(HTML, LOGO).attachments()).singleElement().matches(Attachment::isFile);
        assertThat(ReceivedMail.parse(multipart("related", shown, LOGO.replace("inline", "attachment")))
                        .attachments())
                .singleElement()
                .matches(Attachment::isFile);
    }

    @Test
    void takesForAFileWhatLiesBesideTheHtmlAndCannotBeReferredTo() {
        failureOf(() -> assertThat(ReceivedMail.parse(multipart("related", HTML, PDF, LOGO)))
                        .hasNoAttachments())
                .isEqualTo("""
                    Expected no attachments but found a.pdf (application/pdf, 4 bytes).
                      mail with subject "\"""");
    }

    @Test
    void readsTheRootOfARelatedMultipartWhereverItStands() {
        String related = multipart("related; start=\"<root>\"", LOGO, "Content-ID: <root>\n" + HTML);

        assertThat(ReceivedMail.parse(related).html().text()).isEqualTo("the text");
        assertThat(ReceivedMail.parse(related)).attachments().hasSize(1);
        assertThat(ReceivedMail.parse(multipart("related", HTML, PLAIN)).hasText())
                .isFalse();
    }

    @Test
    void takesSignaturesAndReportsForNoFiles() {
        String signature = "Content-Type: application/pkcs7-signature; name=smime.p7s\n\nx";
        String pgp = "Content-Type: application/pgp-encrypted\n\nVersion: 1";

        assertThat(ReceivedMail.parse(multipart("signed", PLAIN, signature)))
                .hasNoAttachments()
                .hasAttachment("smime.p7s")
                .text()
                .isEqualTo("the text");
        assertThat(ReceivedMail.parse(multipart("encrypted", pgp, "Content-Type: application/octet-stream\n\nx")))
                .hasNoAttachments();
        assertThat(ReceivedMail.parse(multipart("report", PLAIN, "Content-Type: message/delivery-status\n\nx")))
                .hasNoAttachments();
    }

    @Test
    void takesAForwardedMessageForAFile() {
        ReceivedMail mail = mixed(PLAIN, "Content-Type: message/rfc822\n\nSubject: Inner\n\nx");

        assertThat(mail.attachments()).singleElement().matches(Attachment::isFile);
        assertThat(mail).attachment(0).message().hasSubject("Inner");
    }

    @Test
    void leavesUuencodedTextAsItStands() {
        String text = "begin 644 a.txt\r\n#0V%T\r\n`\r\nend\r\n";

        assertThat(ReceivedMail.parse("Subject: x\n\n" + text))
                .hasNoAttachments()
                .text()
                .isEqualTo(text);
    }

    @Test
    void tellsNoComposedCharactersFromDecomposedOnes() {
        ReceivedMail mail = ReceivedMail.parse(multipart(
                "alternative",
                "Content-Type: text/plain; charset=utf-8\n\nCafé",
                "Content-Type: text/html; charset=utf-8\n\n<p>Cafe\u0301"));

        assertThat(mail).body().hasTextAndHtmlThatAgree();
    }

    private static ReceivedMail mixed(String... parts) {
        return ReceivedMail.parse(multipart("mixed", parts));
    }

    private static String multipart(String subtype, String... parts) {
        String boundary = "b" + Integer.toHexString(List.of(parts).hashCode());
        String[] type = subtype.split(";", 2);
        return Stream.of(parts)
                .map(part -> "--" + boundary + "\n" + part + "\n")
                .collect(Collectors.joining(
                        "",
                        "Content-Type: multipart/" + type[0] + "; boundary=" + boundary
                                + (type.length == 2 ? ";" + type[1] : "") + "\n\n",
                        "--" + boundary + "--\n"));
    }
}
