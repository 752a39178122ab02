package io.github.postfixture.mail.imap.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.octets.Octets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** BODY and BODYSTRUCTURE, RFC 3501 section 7.4.2. */
class StructureTests {

    private static final String PLAIN = "\"text\" \"plain\" (\"charset\" \"us-ascii\") NIL NIL \"7bit\"";

    @Test
    void ofAMessageWithoutMimeIsThatOfPlainText() {
        ImapMessage message = message("Subject: x\n\none\ntwo\n");

        assertThat(message.body()).isEqualTo("(" + PLAIN + " 10 2)");
        assertThat(message.bodyStructure()).isEqualTo("(" + PLAIN + " 10 2 NIL NIL NIL NIL)");
    }

    @Test
    void showsEveryFieldOfAPart() {
        assertThat(message("""
                                Content-Type: Image/PNG; Name="a \\"b\\".png"; x=y
                                Content-ID: <1@example.org>
                                Content-Description: a picture
                                Content-Transfer-Encoding: BASE64
                                Content-MD5: Q2hlY2sgSW50ZWdyaXR5IQ==
                                Content-Disposition: Attachment; FileName=a.png; size=3
                                Content-Language: de, en-GB
                                Content-Location: https://example.org/a.png

                                AAAA
                                """).bodyStructure())
                .isEqualTo("(\"image\" \"png\" (\"name\" \"a \\\"b\\\".png\" \"x\" \"y\")"
                        + " \"<1@example.org>\" \"a picture\" \"base64\" 6"
                        + " \"Q2hlY2sgSW50ZWdyaXR5IQ==\" (\"attachment\" (\"filename\" \"a.png\" \"size\" \"3\"))"
                        + " (\"de\" \"en-GB\") \"https://example.org/a.png\")");
    }

    @Test
    void showsOneLanguageWithoutParentheses() {
        assertThat(message("Content-Disposition: inline\nContent-Language: de\n\n")
                        .bodyStructure())
                .isEqualTo("(" + PLAIN + " 0 0 NIL (\"inline\" NIL) \"de\" NIL)");
    }

    @Test
    void ofAMultipartHoldsItsParts() {
        ImapMessage message = message("""
                Content-Type: multipart/alternative; boundary="b"
                Content-Disposition: inline
                Content-Language: en
                Content-Location: here

                preamble
                --b

                one
                --b
                Content-Type: text/html; charset=utf-8

                <p>two</p>

                --b--
                epilogue
                """);
        String html = "\"text\" \"html\" (\"charset\" \"utf-8\") NIL NIL \"7bit\" 12 1";

        assertThat(message.body()).isEqualTo("((" + PLAIN + " 3 0)(" + html + ") \"alternative\")");
        assertThat(message.bodyStructure())
                .isEqualTo("((" + PLAIN + " 3 0 NIL NIL NIL NIL)(" + html + " NIL NIL NIL NIL) \"alternative\""
                        + " (\"boundary\" \"b\") (\"inline\" NIL) \"en\" \"here\")");
    }

    @Test
    void ofAMessageWithinHasItsEnvelopeItsStructureAndItsLines() {
        assertThat(message("""
                                Content-Type: message/rfc822

                                Subject: inner
                                From: a@b.example

                                text
                                """).body())
                .isEqualTo("(\"message\" \"rfc822\" NIL NIL NIL \"7bit\" 43 "
                        + "(NIL \"inner\" ((NIL NIL \"a\" \"b.example\")) ((NIL NIL \"a\" \"b.example\"))"
                        + " ((NIL NIL \"a\" \"b.example\")) NIL NIL NIL NIL NIL)"
                        + " (" + PLAIN + " 6 1) 4)");
    }

    @Test
    void ofADigestHasMessagesUnlessItSaysOtherwise() {
        assertThat(message("""
                                Content-Type: multipart/digest; boundary=b

                                --b

                                Subject: 1

                                one
                                --b
                                Content-Type: text/plain

                                two
                                --b--
                                """).body())
                .isEqualTo("((\"message\" \"rfc822\" NIL NIL NIL \"7bit\" 17"
                        + " (NIL \"1\" NIL NIL NIL NIL NIL NIL NIL NIL) (" + PLAIN + " 3 0) 2)"
                        + "(" + PLAIN + " 3 0) \"digest\")");
    }

    @Test
    void knowsABoundaryThatIsFoldedWithinQuotes() {
        assertThat(message("Content-Type: multipart/mixed; boundary=\"a\n b\"\n\n--a b\n\nx\n--a b--\n")
                        .body())
                .isEqualTo("((" + PLAIN + " 1 0) \"mixed\")");
    }

    @Test
    void knowsABoundaryInContinuations() {
        assertThat(message("Content-Type: multipart/mixed; boundary*0=a; boundary*1=b\n\n--ab\n\nx\n--ab--\n")
                        .body())
                .isEqualTo("((" + PLAIN + " 1 0) \"mixed\")");
    }

    @Test
    void tellsABoundaryFromAnotherThatBeginsWithIt() {
        assertThat(message("Content-Type: multipart/mixed; boundary=b\n\n--bb\n\n--b  \n\nx--b\n--b--  \n")
                        .body())
                .isEqualTo("((" + PLAIN + " 4 0) \"mixed\")");
    }

    @Test
    void keepsEncodingsAndCharsetsThatNobodyKnows() {
        assertThat(message("Content-Type: text/x-y; charset=\"no such\"\nContent-Transfer-Encoding: X-None\n\n")
                        .body())
                .isEqualTo("(\"text\" \"x-y\" (\"charset\" \"no such\") NIL NIL \"x-none\" 0 0)");
    }

    @Test
    void showsAsciiParametersForTextOnly() {
        assertThat(message("Content-Type: application/x\n\n").body())
                .isEqualTo("(\"application\" \"x\" NIL NIL NIL \"7bit\" 0)");
        assertThat(message("Content-Type: text/plain; name=x\n\n").body())
                .isEqualTo("(\"text\" \"plain\" (\"name\" \"x\" \"charset\" \"us-ascii\") NIL NIL \"7bit\" 0 0)");
    }

    private static ImapMessage message(String text) {
        return ImapMessage.of(Octets.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }
}
