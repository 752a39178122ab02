package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.message.SampleMail.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.Sender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

class AttachedFileAssertTests {

    private final ReceivedMail mail = with("application/pdf", "%PDF-1.7");

    @Test
    void haveZipEntries() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.putNextEntry(new ZipEntry("b/c.txt"));
        }
        assertThat(with("application/zip", bytes.toByteArray()))
                .attachment("file")
                .zipEntries()
                .containsExactly("a.txt", "b/c.txt");
        failureOf(() -> assertThat(mail).attachment("file").zipEntries()).isEqualTo("""
            Expected attachment file to be a ZIP file but it has no entries.
              file (application/pdf, 8 bytes)""");
    }

    @Test
    void havePdfText() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.showText("Invoice 42");
                content.endText();
            }
            document.save(bytes);
        }
        assertThat(with("application/pdf", bytes.toByteArray()))
                .attachment("file")
                .pdfText()
                .contains("Invoice 42");
        failureOf(() -> assertThat(with("application/pdf", "no PDF"))
                        .attachment("file")
                        .pdfText())
                .isEqualTo("""
                    Expected attachment file to be a PDF file but it cannot be read: Error: End-of-File, expected line at offset 6.
                      file (application/pdf, 6 bytes)""");
    }

    @Test
    void areMessages() {
        ReceivedMail forwarded = Sender.receive("""
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: message/rfc822

            Subject: Inner

            Hello
            --b--
            """);

        assertThat(forwarded)
                .attachment(0)
                .message()
                .hasSubject("Inner")
                .hasSender("")
                .hasTextContaining("Hello");
        failureOf(() -> assertThat(mail).attachment("file").message()).isEqualTo("""
            Expected the content type of attachment file to be "message/rfc822" but was "application/pdf".
              file (application/pdf, 8 bytes) of mail from shop@example.org to [alice@example.org] with subject "Files\"""");
    }
}
