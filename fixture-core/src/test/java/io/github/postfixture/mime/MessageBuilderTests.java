package io.github.postfixture.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MessageBuilderTests {

    private final MessageBuilder message = new MessageBuilder();

    private String written() {
        return new String(message.build().toByteArray(), StandardCharsets.UTF_8);
    }

    private String header() {
        return written().split("MIME-Version", 2)[0];
    }

    @Test
    void theSameCallsGiveTheSameBytes() {
        message.header("From", "carol@example.net")
                .date(Instant.parse("2026-11-24T12:00:00Z"))
                .text("Hi\n")
                .html("<p>Hi</p>\n");

        assertThat(written()).isEqualTo("""
                From: carol@example.net
                Date: Tue, 24 Nov 2026 12:00:00 +0000
                MIME-Version: 1.0
                Content-Type: multipart/alternative;
                 boundary="=_1_009bd093bdc78c6585052545323140f6"

                --=_1_009bd093bdc78c6585052545323140f6
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 7bit

                Hi

                --=_1_009bd093bdc78c6585052545323140f6
                Content-Type: text/html; charset=UTF-8
                Content-Transfer-Encoding: 7bit

                <p>Hi</p>

                --=_1_009bd093bdc78c6585052545323140f6--
                """.replace("\n", "\r\n"));
    }

    @Nested
    class Fields {

        @Test
        void addressesOfOneKindAreOneField() {
            message.header("To", "a@example.org")
                    .header("to", "B <b@example.org>, c@example.org")
                    .header("Cc", "")
                    .header("To", "Team: d@example.org;");

            assertThat(header())
                    .isEqualTo("To: a@example.org, B <b@example.org>, c@example.org, Team: d@example.org;\r\n");
            assertThat(message.recipients())
                    .containsExactly("a@example.org", "b@example.org", "c@example.org", "d@example.org");
        }

        @Test
        void whatThereIsOneOfIsReplaced() {
            message.header("Subject", "one")
                    .header("X-Tag", "1")
                    .header("subject", "two")
                    .header("X-Tag", "2");

            assertThat(header()).isEqualTo("subject: two\r\nX-Tag: 1\r\nX-Tag: 2\r\n");
        }

        @Test
        void blindCopiesAreForTheEnvelopeUnlessAskedFor() {
            message.header("To", "a@example.org").header("Bcc", "b@example.org");

            assertThat(header()).isEqualTo("To: a@example.org\r\n");
            assertThat(message.recipients()).containsExactly("a@example.org", "b@example.org");
            message.withBcc();
            assertThat(header()).isEqualTo("To: a@example.org\r\nBcc: b@example.org\r\n");
        }

        @Test
        void theWayOfTheMessageStandsOnTop() {
            message.header("Subject", "x").header("Return-Path", "<>").header("Received", "from a by b; now");

            assertThat(header()).isEqualTo("Return-Path: <>\r\nReceived: from a by b; now\r\nSubject: x\r\n");
        }

        @Test
        void namesAndAddressesMayBeGivenApart() {
            message.address("From", "Müller, \"K\"", "k@example.org")
                    .address("To", "Shop, Inc.", "s@example.org")
                    .address("To", "", "t@example.org");

            assertThat(header())
                    .isEqualTo("From: =?UTF-8?Q?M=C3=BCller=2C_=22K=22?= <k@example.org>\r\n"
                            + "To: \"Shop, Inc.\" <s@example.org>, t@example.org\r\n");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "carol@example.net | carol@example.net",
                    "<carol@example.net> | carol@example.net",
                    "carol@example.net (Carol) | Carol <carol@example.net>",
                    "Carol Q. Public <carol@example.net> | \"Carol Q. Public\" <carol@example.net>",
                    "\"Carol\" <carol@example.net> | Carol <carol@example.net>",
                    "<@relay.example,@b:carol@example.net> | carol@example.net",
                    "\"john doe\"@example.net | \"john doe\"@example.net",
                    "\"carol\"@example.net | carol@example.net",
                    "a..b.@example.net | \"a..b.\"@example.net",
                    "carol@[192.0.2.1] | carol@[192.0.2.1]",
                    "carol@[IPv6:2001:db8::1] | carol@[IPv6:2001:db8::1]",
                    "carol | carol",
                    "k@bücher.example | k@xn--bcher-kva.example",
                    "k@straße.example | k@xn--strae-oqa.example",
                    "jürgen@bücher.example | jürgen@bücher.example",
                    "undisclosed-recipients:; | undisclosed-recipients:;",
                    ",, a@example.org ,, | a@example.org",
                })
        void addressesAreWrittenInTheirOneForm(String given, String written) {
            message.header("To", given);

            assertThat(header()).isEqualTo("To: " + written + "\r\n");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "Carol <carol | it lacks the > that ends it",
                    "Carol Smith | Carol Smith is no name of a mailbox",
                    "carol@ | `` is no domain",
                    "@example.net | `` is no name of a mailbox",
                    "carol@exa mple | exa mple is no domain",
                    "<> | `` is no name of a mailbox",
                    "a@b> | it has a > that nothing opens",
                    "\"Carol <carol@example.net> | it lacks the \" that ends what \" begins",
                    "carol@example.net (Carol | it lacks the ) that ends what ( begins",
                    "<a@example.org> <b@example.org> | after the > there is more than a comma",
                    "Team: a@example.org | the group lacks the ; that ends it",
                    "a@example.org; | it has a ; that ends no group",
                    "carol@exa\u0001mple | exa\u0001mple is no domain",
                    "\"a\" \"b\"@example.org | \"a\" \"b\" is no name of a mailbox",
                })
        void whatIsNoAddressIsRefusedWithItsReason(String given, String reason) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> message.header("To", given))
                    .withMessage("address (" + given
                            + ") must be such as carol@example.net or Carol <carol@example.net>: "
                            + reason.replace("`` ", " "));
        }

        @Test
        void aSenderThereMustBe() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> message.header("From", " , "))
                    .withMessage("address () must be such as carol@example.net; From needs one");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Subject", "To", "Message-ID", "References", "X-Tag", "Date", "List-Id"})
        void aLineBreakInAValueIsRefused(String name) {
            for (String end : new String[] {"\r\nBcc: eve@example.org", "\nx", "\rx", "\r\n x", "\r\n"}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> message.header(name, "a@example.org" + end))
                        .withMessage("value (a@example.org" + end + ") of " + name + " must be one line of text");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "X Y", "X:", "X\r\nY", "Grüße"})
        void whatIsNoNameOfAFieldIsRefused(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> message.header(name, "x"))
                    .withMessage("name (" + name + ") must be that of a header field (RFC 5322 section 2.2)");
        }

        @Test
        void whatFollowsFromTheContentIsNotGiven() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> message.header("Content-type", "text/plain"))
                    .withMessage("Content-type follows from the content, and cannot be given");
        }

        @Test
        void longFieldsAreFoldedAtTheirSpaces() {
            message.header("References", "<1@example.org> ".repeat(20).strip())
                    .header("Subject", "word ".repeat(40).strip());

            assertThat(header().lines()).allMatch(line -> line.length() <= 76);
            assertThat(header().replace("\r\n ", " "))
                    .isEqualTo("References: " + "<1@example.org> ".repeat(20).strip() + "\r\nSubject: "
                            + "word ".repeat(40).strip() + "\r\n");
        }

        @Test
        void anInternationalizedHeaderIsWrittenAsItIs() {
            message.header("From", "Jürgen Groß <jürgen@bücher.example>")
                    .header("Subject", "Grüße aus 東京")
                    .utf8();

            assertThat(header()).isEqualTo("From: Jürgen Groß <jürgen@bücher.example>\r\nSubject: Grüße aus 東京\r\n");
        }
    }

    @Nested
    class Contents {

        @Test
        void picturesAreRelatedToTheHtmlAndFilesFollow() {
            message.text("Hi")
                    .html("<img src=\"cid:logo@example.net\">")
                    .inline(BodyPart.of("image/png", output -> output.write(1)).inline("logo@example.net", "logo.png"))
                    .attach(BodyPart.of("application/pdf", output -> output.write(2))
                            .attachment("a.pdf"));

            assertThat(JakartaReader.read(message.build().toByteArray()).structure())
                    .isEqualTo("multipart/mixed(multipart/alternative(text/plain,"
                            + " multipart/related(text/html, image/png)), application/pdf)");
            assertThat(written())
                    .contains("Content-Disposition: inline; filename=logo.png\r\nContent-ID: <logo@example.net>\r\n")
                    .contains("Content-Disposition: attachment; filename=a.pdf\r\n");
        }

        @Test
        void aBoundaryIsNoneOfTheLinesThatItEncloses() {
            byte[] inner = message.text("1").html("2").build().toByteArray();
            for (int depth = 0; depth < 5; depth++) {
                byte[] forwarded = inner;
                inner = new MessageBuilder()
                        .text("1")
                        .html("2")
                        .attach(BodyPart.of("message/rfc822", output -> output.write(forwarded)))
                        .build()
                        .toByteArray();
                assertThat(JakartaReader.read(inner).structure())
                        .isEqualTo("multipart/mixed(multipart/alternative(text/plain, text/html), message/rfc822)");
            }
        }

        @ParameterizedTest
        @CsvSource({
            "text/plain, Hi, 7bit",
            "text/plain, Grüße und so weiter, quoted-printable",
            "text/plain, 東京, base64",
            "message/rfc822, Subject: x, 7bit",
            "message/rfc822, Subject: Grüße, 8bit",
            "application/json, {}, base64"
        })
        void theTransferEncodingSuitsTheContent(String type, String content, String encoding) {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            message.content(BodyPart.of(type, output -> output.write(bytes)));

            assertThat(written()).contains("\r\nContent-Transfer-Encoding: " + encoding + "\r\n");
        }

        @Test
        void aMessageWithinThatBreaksTheLinesIsBinaryAndSoIsWhatEnclosesIt() {
            byte[] bytes = "Subject: x\n\nbare".getBytes(StandardCharsets.UTF_8);
            message.attach(BodyPart.of("message/rfc822", output -> output.write(bytes)));

            assertThat(written().split("\r\nContent-Transfer-Encoding: binary\r\n", -1))
                    .hasSize(3);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "text",
                    "text/",
                    "/plain",
                    "text/plain\r\nX: 1",
                    "text/plain; name=\"a\r\nX: 1\"",
                    "te xt/plain",
                    "text/plain/x",
                    "text/plain; charset",
                    "text/plain; a b=c",
                    "text/plain; name=\"open",
                    "text/plain x"
                })
        void whatIsNoMediaTypeIsRefused(String type) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BodyPart.of(type, output -> {}))
                    .withMessage("media type (" + type + ") must be one such as application/pdf or"
                            + " text/csv; charset=utf-8 (RFC 2045 section 5.1)");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "text/csv;charset=utf-8 | text/csv; charset=utf-8",
                    "text/csv; header=\"a; b\" ; charset=\"utf-8\"; | text/csv; header=\"a; b\"; charset=utf-8",
                    "Text/CSV | Text/CSV"
                })
        void parametersOfAMediaTypeAreKept(String given, String written) {
            message.content(BodyPart.of(given, output -> {}));

            assertThat(written()).contains("Content-Type: " + written + "\r\n");
        }

        @Test
        void aFileNameOfSeveralLinesIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BodyPart.of("text/csv", output -> {}).attachment("a\r\nX: 1"))
                    .withMessage("name (a\r\nX: 1) must be that of a file, without control characters");
        }

        @Test
        void aFileNameBeyondAsciiIsEncodedAndCutBetweenCharacters() {
            message.content(
                    BodyPart.of("application/pdf", output -> {}).attachment("Größe " + "ж".repeat(12) + ".pdf"));

            assertThat(written())
                    .contains("Content-Disposition: attachment;\r\n"
                            + " filename*0*=UTF-8''Gr%C3%B6%C3%9Fe%20%D0%B6%D0%B6%D0%B6%D0%B6%D0%B6;\r\n"
                            + " filename*1*=%D0%B6%D0%B6%D0%B6%D0%B6%D0%B6%D0%B6%D0%B6.pdf\r\n");
        }

        @Test
        void aLargeFileIsWrittenPieceByPieceAndAskedForOnce() throws IOException {
            AtomicLong asked = new AtomicLong();
            byte[] piece = new byte[1 << 16];
            message.text("Big")
                    .attach(BodyPart.of("application/octet-stream", output -> {
                                asked.incrementAndGet();
                                for (int i = 0; i < 1 << 10; i++) {
                                    output.write(piece);
                                }
                            })
                            .attachment("64MB.bin"));
            Counting counting = new Counting();

            message.writeTo(counting);

            assertThat(asked).hasValue(1);
            assertThat(counting.count).isGreaterThan(4L * (1 << 26) / 3);
        }
    }

    /** Counts bytes. */
    private static final class Counting extends OutputStream {

        private long count;

        @Override
        public void write(int octet) {
            count++;
        }

        @Override
        public void write(byte[] octets, int offset, int length) {
            count += length;
        }
    }
}
