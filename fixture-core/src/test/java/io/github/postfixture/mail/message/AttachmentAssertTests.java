package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.message.SampleMail.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Sender;
import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentAssertTests {

    private final ReceivedMail mail = with("application/pdf", "%PDF-1.7");

    @Nested
    class Picking {

        @Test
        void goesByNameByPlaceAndByType() {
            assertThat(mail).attachment("file").hasContentType("application/pdf");
            assertThat(mail).attachment(0).hasName("file");
            assertThat(mail).attachmentOfType("application/PDF").hasName("file");
        }

        @Test
        void listsWhatThereIs() {
            failureOf(() -> assertThat(mail).attachment(2)).isEqualTo("""
                Expected an attachment at 2 but the attachments are file (application/pdf, 8 bytes), (no name) (image/png, 0 bytes).
                  mail from shop@example.org to [alice@example.org] with subject "Files\"""");
            failureOf(() -> assertThat(mail).attachmentOfType("text/csv")).isEqualTo("""
                Expected an attachment of type text/csv but the attachments are file (application/pdf, 8 bytes), (no name) (image/png, 0 bytes).
                  mail from shop@example.org to [alice@example.org] with subject "Files\"""");
        }
    }

    @Nested
    class Facts {

        @Test
        void areSizeDigestIdAndDisposition() {
            assertThat(mail)
                    .attachment("file")
                    .hasName("file")
                    .hasSize(8)
                    .hasContentId("file@example.org")
                    .hasSha256("86EDBAA24831BADFA0A8B04BB410141E2EE4182B6D0014493FE262A7A331C20B");
            assertThat(mail).attachment(1).isInline();
        }

        @Test
        void areShown() {
            failureOf(() -> assertThat(mail).attachment("file").hasName("invoice.pdf"))
                    .isEqualTo("""
                    Expected the name of the attachment to be "invoice.pdf" but was "file".
                      file (application/pdf, 8 bytes) of mail from shop@example.org to [alice@example.org] with subject "Files\"""");
            failureOf(() -> assertThat(mail).attachment("file").hasContentType("text/csv"))
                    .isEqualTo("""
                    Expected the content type of attachment file to be "text/csv" but was "application/pdf".
                      file (application/pdf, 8 bytes) of mail from shop@example.org to [alice@example.org] with subject "Files\"""");
            failureOf(() -> assertThat(mail).hasNoAttachments()).isEqualTo("""
                    Expected no attachments but found 2: file (application/pdf, 8 bytes), (no name) (image/png, 0 bytes).
                      mail from shop@example.org to [alice@example.org] with subject "Files\"""");
            failureOf(() -> assertThat(mail).attachment("file").hasSize(7)).isEqualTo("""
                Expected attachment file to have 7 bytes but it has 8.
                  file (application/pdf, 8 bytes) of mail from shop@example.org to [alice@example.org] with subject "Files\"""");
            failureOf(() -> assertThat(mail).attachment("file").hasContentId("logo"))
                    .isEqualTo("""
                        Expected the Content-ID of attachment file to be "logo" but was "file@example.org".
                          file (application/pdf, 8 bytes) of mail from shop@example.org to [alice@example.org] with subject "Files\"""");
            failureOf(() -> assertThat(mail).attachment("file").isInline()).isEqualTo("""
                Expected attachment file to be inline but its disposition is attachment.
                  file (application/pdf, 8 bytes) of mail from shop@example.org to [alice@example.org] with subject "Files\"""");
            failureOf(() -> assertThat(mail).attachment("file").hasSha256("00")).isEqualTo("""
                Expected the SHA-256 digest of attachment file to be "00" but was "86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b".
                  file (application/pdf, 8 bytes) of mail from shop@example.org to [alice@example.org] with subject "Files\"""");
        }
    }

    @Nested
    class Types {

        @ParameterizedTest
        @CsvSource({
            "application/pdf, 255044462d312e372525454f46",
            "application/zip, 504b0304504b0506",
            "application/zip, 504b0506",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, 504b0304504b0506",
            "application/vnd.oasis.opendocument.text, 504b0304504b0506",
            "application/x-zip-compressed, 504b0304504b0506",
            "application/gzip, 1f8b08",
            "application/x-gzip, 1f8b08",
            "image/png, 89504e470d0a1a0a0049454e44ae426082",
            "image/jpeg, ffd8ffe0ffd9",
            "image/jpg, ffd8ffe0ffd9",
            "image/gif, 4749463839613b",
            "image/webp, 524946460400000057454250",
            "text/plain, 48656c6c6f",
        })
        void areThoseOfTheContent(String type, String content) {
            assertThat(with(type, HexFormat.of().parseHex(content)))
                    .attachment("file")
                    .hasContentOfItsType();
        }

        @ParameterizedTest
        @CsvSource({
            "application/pdf, 255044462d312e37",
            "application/zip, 504b0304",
            "image/png, 89504e470d0a1a0a00",
            "image/jpeg, ffd8ffe0",
            "image/gif, 474946383961",
            "image/webp, 524946460500000057454250",
        })
        void areNotThoseOfAFileThatIsCutOff(String type, String content) {
            byte[] begun = HexFormat.of().parseHex(content);

            failureOf(() -> assertThat(with(type, begun)).attachment("file").hasContentOfItsType())
                    .startsWith("Expected the content of attachment file to be " + type + " but it is cut off: its "
                            + begun.length + " bytes do not end as such a file does.\n");
        }

        @Test
        void areComparedWithHowTheContentBegins() {
            failureOf(() -> assertThat(with("application/pdf", "<html>"))
                            .attachment("file")
                            .hasContentOfItsType())
                    .isEqualTo("""
                        Expected the content of attachment file to be application/pdf but it begins like nothing known.
                          file (application/pdf, 6 bytes) of mail from shop@example.org to [alice@example.org] with subject "Files\"""");
            failureOf(() -> assertThat(with("text/plain", "%PDF-1.7"))
                            .attachment("file")
                            .hasContentOfItsType())
                    .isEqualTo("""
                        Expected the content of attachment file to be text/plain but it begins like application/pdf.
                          file (text/plain, 8 bytes) of mail from shop@example.org to [alice@example.org] with subject "Files\"""");
        }
    }

    @Test
    void standOnTheTimelineWithTheirTypesAndSizes() {
        try (MailServer server = MailServer.start()) {
            Sender.send(
                    server,
                    "Subject: Invoice\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\n%PDF",
                    "alice@example.org");

            assertThat(server.timeline().toString())
                    .contains(" with subject \"Invoice\", with a.pdf (application/pdf, ");
        }
    }
}
