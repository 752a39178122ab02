package io.github.postfixture.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.Sender;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReceivedMailTests {

    private static final String DAVE = "dave@example.org";

    @Nested
    class Reading {

        private final ReceivedMail mail =
                Sender.receive(SampleMail.INVOICE, "alice@example.org", "bob@example.org", DAVE);

        @Test
        void decodesHeaders() {
            assertThat(mail.subject()).isEqualTo("Grüße from the shop");
            assertThat(mail.from()).containsExactly(new MailAddress("Shöp", "shop@example.org"));
            assertThat(mail.to())
                    .containsExactly(
                            new MailAddress("Alice", "alice@example.org"), new MailAddress("", "bob@example.org"));
            assertThat(mail.cc()).extracting(MailAddress::domain).containsExactly("example.org");
            assertThat(mail.header("x-order")).contains("42");
            assertThat(mail.header("X-None")).isEmpty();
        }

        @Test
        void decodesBothBodies() {
            assertThat(mail.text()).isEqualTo("Grüße, long line");
            assertThat(mail.html().title()).isEqualTo("Grüße");
            assertThat(mail.html().text()).isEqualTo("Hello Alice Confirm your address Help");
        }

        @Test
        void findsLinksThroughTransferEncodingAndEntities() {
            assertThat(mail.link("Confirm your address").uri()).hasToString("http://127.0.0.1:1/confirm?a=1&b=2");
        }

        @Test
        void decodesAttachments() {
            assertThat(mail.attachments()).hasToString("[Réchnung.pdf (application/pdf, 3 bytes)]");
            assertThat(mail.attachment("Réchnung.pdf").content()).containsExactly(1, 2, 3);
        }

        @Test
        void givesJakartaMailAMessageOfItsOwn() throws MessagingException {
            mail.toMimeMessage().setSubject("changed");

            assertThat(mail.toMimeMessage().getSubject()).contains("from the shop");
        }

        @Test
        void keepsTheBytes() {
            assertThat(new String(mail.raw(), StandardCharsets.US_ASCII))
                    .isEqualTo(SampleMail.INVOICE.replace("\n", "\r\n") + "\r\n");
        }
    }

    @Nested
    class MalformedMail {

        @Test
        void withoutHeadersHasText() {
            ReceivedMail mail = Sender.receive("\njust text");

            assertThat(mail.subject()).isEmpty();
            assertThat(mail.from()).isEmpty();
            assertThat(mail.text()).isEqualTo("just text\r\n");
        }

        @Test
        void ofAMultipartWithoutBoundaryIsText() {
            ReceivedMail mail = Sender.receive("Content-Type: multipart/mixed\n\nx");

            assertThat(mail.text()).isEqualTo("x\r\n");
            assertThat(mail.attachments()).isEmpty();
        }

        @Test
        void ofAnUnknownCharsetAndEncodingIsReadAsItStands() {
            ReceivedMail mail = Sender.receive(
                    "Content-Type: text/plain; charset=no-such\nContent-Transfer-Encoding: no-such\n\nhällo");

            assertThat(mail.text()).isEqualTo("hällo\r\n");
        }

        @Test
        void ofBrokenBase64HasWhatCanBeDecoded() {
            ReceivedMail mail = Sender.receive("Content-Transfer-Encoding: base64\n\nSGVsbG8=???");

            assertThat(mail.text()).startsWith("Hello");
        }

        @Test
        void withAddressesThatAreNoneKeepsThem() {
            ReceivedMail mail = Sender.receive("From: @@@ <<>>\nTo: \"unclosed\n\nx");

            assertThat(mail.from()).hasSize(1);
            assertThat(mail.to()).hasSize(1);
        }

        @Test
        void nestedAThousandDeepIsRead() {
            StringBuilder message = new StringBuilder();
            for (int i = 0; i < 1_000; i++) {
                message.append("Content-Type: multipart/mixed; boundary=b")
                        .append(i)
                        .append("\n\n--b")
                        .append(i)
                        .append('\n');
            }

            assertThat(Sender.receive(message + "\ndeep").text()).endsWith("deep\r\n");
        }

        @Test
        void withTenThousandHeadersIsRead() {
            assertThat(Sender.receive("X-Many: x\n".repeat(10_000) + "Subject: last\n\nx")
                            .subject())
                    .isEqualTo("last");
        }
    }

    @Nested
    class TextOnlyMail {

        @Test
        void hasLinksToo() {
            ReceivedMail mail =
                    Sender.receive("Subject: x\n\nConfirm at <http://127.0.0.1:1/c?a=1&b=2>, or (https://x.test/y).");

            assertThat(mail.links())
                    .extracting(link -> link.uri().toString())
                    .containsExactly("http://127.0.0.1:1/c?a=1&b=2", "https://x.test/y");
        }
    }
}
