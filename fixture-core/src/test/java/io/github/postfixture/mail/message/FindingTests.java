package io.github.postfixture.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.lint.Finding;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What had to be guessed to read a mail is a finding, and what is as it should be is none. */
class FindingTests {

    private static final String HEADER = """
            From: shop@example.org
            Date: Tue, 3 Nov 2026 11:05:30 +0200
            Message-ID: <1@example.org>
            MIME-Version: 1.0
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Subject: =?utf-8?q?=C3?= =?utf-8?q?=BC?="
                        + "|malformed encoded word: subject has a word that is not valid utf-8 by itself",
                "Subject: =?klingon?q?x?=|malformed encoded word: subject has a word in the unknown charset klingon",
                "X-A: =?utf-8?b?w7w?=|malformed encoded word: x-a has an encoded word that ends without its padding",
                "Subject: ü|eight bit header: subject has bytes beyond ASCII",
                "To: alice|malformed address: to has no domain in <alice>",
                "Cc: @example.org|malformed address: cc has no local part in <@example.org>",
                "Reply-To: a@b..c|malformed address: reply-to has no domain name in <a@b..c>",
                "Sender: Doe, John <j@example.org>|malformed address: sender has no domain in <Doe>",
                "In-Reply-To: Your mail|malformed message id: in-reply-to is not made of message ids: Your mail",
                "References: a@b|malformed message id: references is not made of message ids: a@b",
                "Subject: x;Subject: y|duplicate header: subject stands 2 times",
                "no field|malformed header: \"no field\" is no field",
                "Content-Type: text/plain; name=x y"
                        + "|malformed mime field: content-type has no quotes around the value of name: x y",
                "Content-Type: text|malformed mime field: content-type names no media type, but text",
                "Content-Disposition: inline; filename=a b"
                        + "|malformed mime field: content-disposition has no quotes around the value of filename: a b",
                "Content-Type: multipart/mixed;;x|malformed structure: multipart/mixed names no boundary",
                "Content-Type: multipart/mixed; boundary=C;;--B;;x;--B--"
                        + "|malformed structure: multipart/mixed has no part: there is no line --C",
                "Content-Type: multipart/mixed; boundary=B;;--B;;x"
                        + "|malformed structure: multipart/mixed does not end: there is no line --B--",
                "Content-Type: multipart/mixed; boundary=B;;--B;;x;--B--more;y;--B--"
                        + "|malformed structure: multipart/mixed has a line that only begins like its boundary: --B--more",
                "Content-Type: multipart/mixed; boundary=B;Content-Transfer-Encoding: base64;;--B;;x;--B--"
                        + "|malformed structure: multipart/mixed must not be encoded as a whole, but declares base64",
                "Content-Type: message/rfc822;Content-Transfer-Encoding: base64;;U3ViamVjdDogeAoKeA=="
                        + "|malformed structure: message/rfc822 must not be encoded as a whole, but declares base64",
                "Content-Transfer-Encoding: base64;;SGVsbG8gV29ybGQ"
                        + "|malformed encoding: text/plain is declared as base64 and ends without its padding",
                "Content-Transfer-Encoding: base64;;SGVsb"
                        + "|malformed encoding: text/plain is declared as base64 and ends within an octet",
                "Content-Transfer-Encoding: base64;;SGVs!bG8="
                        + "|malformed encoding: text/plain is declared as base64 and has characters that are no base64",
                "Content-Transfer-Encoding: base64;;SGU=SGU="
                        + "|malformed encoding: text/plain is declared as base64 and goes on after its padding",
                "Content-Transfer-Encoding: quoted-printable;;a=zz"
                        + "|malformed encoding: text/plain is declared as quoted-printable and has an = that escapes nothing",
                "Content-Transfer-Encoding: quoted-printable;Content-Type: text/plain; charset=utf-8;;ü"
                        + "|malformed encoding: text/plain is declared as quoted-printable and has bytes beyond ASCII",
                "Content-Transfer-Encoding: x-uuencode;;x"
                        + "|malformed encoding: text/plain declares the unknown transfer encoding x-uuencode",
                "Content-Type: text/plain; charset=utf-8;Content-Transfer-Encoding: 7bit;;ü"
                        + "|eight bit body: text/plain has bytes beyond ASCII, but is declared as 7bit",
                "Content-Type: text/plain; charset=utf-8;;ü"
                        + "|eight bit body: text/plain has bytes beyond ASCII, as no transfer encoding is declared",
                "Content-Type: text/html;Content-Transfer-Encoding: quoted-printable;;<meta charset=3Dutf-8>=C3=BC"
                        + "|wrong charset: text/html declares its charset in its markup only: utf-8",
                "Content-Type: text/plain; charset=iso-8859-1;Content-Transfer-Encoding: quoted-printable;;=93"
                        + "|wrong charset: text/plain is not valid iso-8859-1",
                "Content-Type: text/plain; charset=utf-8;Content-Transfer-Encoding: base64;;77u/YQ=="
                        + "|wrong charset: text/plain begins with a byte order mark",
            })
    void areAllThatIsWrong(String message, String finding) {
        assertThat(findings(message)).extracting(Finding::toString).containsExactly(finding);
    }

    @Test
    void areMadeOfEveryPart() {
        assertThat(findings("Content-Type: multipart/mixed; boundary=B;;--B;no field;Content-ID: <a>;Content-ID: <b>;;"
                        + "x;--B;Content-Type: text/plain; charset=klingon;;x;--B--"))
                .extracting(Finding::toString)
                .containsExactly(
                        "malformed header: \"no field\" is no field",
                        "duplicate header: text/plain has content-id 2 times",
                        "wrong charset: text/plain declares the unknown charset klingon");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Subject: =?utf-8?q?Gr=C3=BC?= =?utf-8?q?=C3=9Fe?=",
                "To: Team: alice@example.org, \"B, C\" <b@example.org>;",
                "To: undisclosed-recipients:;",
                "To: a@[127.0.0.1], info@xn--mnchen-3ya.example, \"a b\"@example.org (Alice)",
                "In-Reply-To: <1@example.org>;References: <0@example.org> <1@example.org>",
                "Content-Disposition: attachment; filename=\"a.pdf\"; filename*=utf-8''%C3%BC.pdf",
                "Content-Type: text/plain; charset=utf-8; format=flowed;Content-Transfer-Encoding: 8bit;;ü",
                "Content-Type: text/plain; charset=utf-8;Content-Transfer-Encoding: quoted-printable;;=C3=BC=;x=3D",
                "Content-Transfer-Encoding: base64;;SGVs;bG8=;;",
                "Content-Type: multipart/mixed; boundary=\"B B\";;preamble;--B B;;x;--B B  ;;--B B--;epilogue",
                "Content-Type: multipart/mixed; boundary=B;;--B;Content-Type: multipart/mixed; boundary=\"B--alt\";;"
                        + "--B--alt;;x;--B--alt--;--B--",
                "Content-Type: text/html;;<meta charset=utf-8>x",
            })
    void areNoneWhereNothingIsWrong(String message) {
        assertThat(findings(message)).isEmpty();
    }

    @Test
    void areMadeOfADateThatIsOutOfDate() {
        String message = HEADER.replace("2026 11:05:30 +0200", "26 11:05 EST") + "\nx\n";

        assertThat(ReceivedMail.parse(message).findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "malformed date: Tue, 3 Nov 26 11:05 EST has a year of two digits",
                        "malformed date: Tue, 3 Nov 26 11:05 EST names its zone: EST");
    }

    @Test
    void areMadeOfASenderWhoIsNobody() {
        assertThat(ReceivedMail.parse(HEADER.replace("shop@example.org", "") + "\nx\n")
                        .findings())
                .extracting(Finding::toString)
                .containsExactly("malformed address: from has no address");
    }

    @Test
    void areMadeOfANul() {
        assertThat(findings("Content-Transfer-Encoding: 7bit;;\0")).hasSize(1);
    }

    @Test
    void areNoneForWhatIsReadRightly() {
        byte[] utf16 = "\ufeffü".getBytes(StandardCharsets.UTF_16BE);
        String base64 = Base64.getEncoder().encodeToString(utf16);

        assertThat(findings("Content-Type: text/plain; charset=utf-16;Content-Transfer-Encoding: base64;;" + base64))
                .isEmpty();
    }

    private static List<Finding> findings(String message) {
        String lines =
                message.replaceAll(";(?! )", "\n").replace("undisclosed-recipients:\n", "undisclosed-recipients:;");
        return ReceivedMail.parse(HEADER + lines + (lines.contains("\n\n") ? "\n" : "\n\nx\n"))
                .findings();
    }
}
