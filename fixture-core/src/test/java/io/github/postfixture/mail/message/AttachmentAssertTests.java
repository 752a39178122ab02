package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.message.SampleMail.with;
import static org.assertj.core.api.Assertions.assertThat;

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
                Expecting:
                  mail from shop@example.org to [alice@example.org] with subject "Files"
                to have an attachment at:
                  2
                but had:
                  file (application/pdf, 8 bytes)
                  (no name) (image/png, 0 bytes)\
                """);
            failureOf(() -> assertThat(mail).attachmentOfType("text/csv")).isEqualTo("""
                Expecting:
                  mail from shop@example.org to [alice@example.org] with subject "Files"
                to have an attachment of type:
                  text/csv
                but had:
                  file (application/pdf, 8 bytes)
                  (no name) (image/png, 0 bytes)\
                """);
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
                    [attachment file of mail from shop@example.org to [alice@example.org] with subject "Files"]
                    Expecting:
                      file (application/pdf, 8 bytes)
                    to have the name:
                      invoice.pdf
                    but was:
                      file\
                    """);
            failureOf(() -> assertThat(mail).attachment("file").hasContentType("text/csv"))
                    .isEqualTo("""
                    [attachment file of mail from shop@example.org to [alice@example.org] with subject "Files"]
                    Expecting:
                      file (application/pdf, 8 bytes)
                    to have the content type:
                      text/csv
                    but was:
                      application/pdf\
                    """);
            failureOf(() -> assertThat(mail).hasNoAttachments()).isEqualTo("""
                    Expecting:
                      mail from shop@example.org to [alice@example.org] with subject "Files"
                    to have:
                      no attachments
                    but had:
                      file (application/pdf, 8 bytes)
                      (no name) (image/png, 0 bytes)\
                    """);
            failureOf(() -> assertThat(mail).attachment("file").hasSize(7)).isEqualTo("""
                [attachment file of mail from shop@example.org to [alice@example.org] with subject "Files"]
                Expecting:
                  file (application/pdf, 8 bytes)
                to have the size:
                  7 bytes
                but was:
                  8 bytes\
                """);
            failureOf(() -> assertThat(mail).attachment("file").hasContentId("logo"))
                    .isEqualTo("""
                        [attachment file of mail from shop@example.org to [alice@example.org] with subject "Files"]
                        Expecting:
                          file (application/pdf, 8 bytes)
                        to have the Content-ID:
                          logo
                        but was:
                          file@example.org\
                        """);
            failureOf(() -> assertThat(mail).attachment("file").isInline()).isEqualTo("""
                [attachment file of mail from shop@example.org to [alice@example.org] with subject "Files"]
                Expecting:
                  file (application/pdf, 8 bytes)
                to have the disposition:
                  inline
                but was:
                  attachment\
                """);
            failureOf(() -> assertThat(mail).attachment("file").hasSha256("00")).isEqualTo("""
                [attachment file of mail from shop@example.org to [alice@example.org] with subject "Files"]
                Expecting:
                  file (application/pdf, 8 bytes)
                to have the SHA-256 digest:
                  00
                but was:
                  86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b\
                """);
        }
    }

    @Nested
    class Types {

        @ParameterizedTest
        @CsvSource({
            "application/pdf, 255044462d312e37",
            "application/zip, 504b0304",
            "application/zip, 504b0506",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, 504b0304",
            "application/vnd.oasis.opendocument.text, 504b0304",
            "application/x-zip-compressed, 504b0304",
            "application/gzip, 1f8b08",
            "application/x-gzip, 1f8b08",
            "image/png, 89504e470d0a1a0a00",
            "image/jpeg, ffd8ffe0",
            "image/jpg, ffd8ffe0",
            "image/gif, 474946383961",
            "image/webp, 524946460000000057454250",
            "text/plain, 48656c6c6f",
        })
        void areThoseOfTheContent(String type, String content) {
            assertThat(with(type, HexFormat.of().parseHex(content)))
                    .attachment("file")
                    .hasContentOfItsType();
        }

        @Test
        void areComparedWithHowTheContentBegins() {
            failureOf(() -> assertThat(with("application/pdf", "<html>"))
                            .attachment("file")
                            .hasContentOfItsType())
                    .isEqualTo("""
                        [attachment file of mail from shop@example.org to [alice@example.org] with subject "Files"]
                        Expecting:
                          file (application/pdf, 6 bytes)
                        to have content of the type:
                          application/pdf
                        but it begins like:
                          (none)\
                        """);
            failureOf(() -> assertThat(with("text/plain", "%PDF-1.7"))
                            .attachment("file")
                            .hasContentOfItsType())
                    .isEqualTo("""
                        [attachment file of mail from shop@example.org to [alice@example.org] with subject "Files"]
                        Expecting:
                          file (text/plain, 8 bytes)
                        to have content of the type:
                          text/plain
                        but it begins like:
                          application/pdf\
                        """);
        }
    }
}
