package io.github.postfixture.mail.imap.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.octets.Octets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** BODY[..], RFC 3501 section 6.4.5. */
class SectionTests {

    private static final String HEADER = lines(
            "Subject: outer",
            "To: a@b.example,",
            " c@d.example",
            "X-A: 1",
            "x-a: 2",
            "Content-Type: multipart/mixed;",
            "\tboundary=\"b\"",
            "");
    private static final String INNER_HEADER =
            lines("Subject: inner", "Content-Type: multipart/alternative; boundary=c", "");
    private static final String INNER_TEXT =
            lines("--c", "X-B: 3", "", "inner one", "--c", "Content-Type: text/html", "", "<b>", "--c--");
    private static final String TEXT = lines("preamble", "--b", "", "outer one", "", "--b")
            + lines("Content-Type: message/rfc822", "X-C: 4", "")
            + INNER_HEADER
            + INNER_TEXT
            + lines("", "--b", "Content-Type: message/rfc822", "")
            + lines("Subject: plain", "", "text")
            + lines("--b--", "epilogue");

    private final ImapMessage message = ImapMessage.of(Octets.of(HEADER + TEXT));

    @Test
    void ofTheMessageAreItsBytes() throws BadSyntaxException {
        assertThat(section("")).hasValue(HEADER + TEXT);
        assertThat(section("HEADER")).hasValue(HEADER);
        assertThat(section("TEXT")).hasValue(TEXT);
    }

    @Test
    void ofFieldsAreTheseFieldsAsTheyStandAndTheBlankLine() throws BadSyntaxException {
        assertThat(section("HEADER.FIELDS (TO X-a)"))
                .hasValue(lines("To: a@b.example,", " c@d.example", "X-A: 1", "x-a: 2", ""));
        assertThat(section("header.fields (\"subject\" {4}\r\nNone)")).hasValue(lines("Subject: outer", ""));
        assertThat(section("HEADER.FIELDS (None)")).hasValue("\r\n");
        assertThat(section("HEADER.FIELDS.NOT (To Content-Type)"))
                .hasValue(lines("Subject: outer", "X-A: 1", "x-a: 2", ""));
    }

    @Test
    void ofAPartAreItsBodyAndItsHeader() throws BadSyntaxException {
        assertThat(section("1")).hasValue("outer one\r\n");
        assertThat(section("1.MIME")).hasValue("\r\n");
        assertThat(section("2")).hasValue(INNER_HEADER + INNER_TEXT);
        assertThat(section("2.MIME")).hasValue(lines("Content-Type: message/rfc822", "X-C: 4", ""));
    }

    @Test
    void ofAMessageWithinAreItsHeaderItsTextAndItsParts() throws BadSyntaxException {
        assertThat(section("2.HEADER")).hasValue(INNER_HEADER);
        assertThat(section("2.HEADER.FIELDS (SUBJECT)")).hasValue(lines("Subject: inner", ""));
        assertThat(section("2.TEXT")).hasValue(INNER_TEXT);
        assertThat(section("2.1")).hasValue("inner one");
        assertThat(section("2.1.MIME")).hasValue(lines("X-B: 3", ""));
        assertThat(section("2.2")).hasValue("<b>");
        assertThat(section("3.TEXT")).hasValue("text");
        assertThat(section("3.1")).hasValue("text");
        assertThat(section("3.1.MIME")).hasValue(lines("Subject: plain", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4", "1.1", "1.HEADER", "1.TEXT", "2.3", "2.1.1", "2.1.HEADER", "3.2", "1.HEADER.FIELDS (A)"})
    void ofWhatIsNotThereAreNothing(String spec) throws BadSyntaxException {
        assertThat(section(spec)).isEmpty();
    }

    @Test
    void ofAMessageWithoutPartsAreThatMessage() throws BadSyntaxException {
        ImapMessage plain = ImapMessage.of(Octets.of(lines("Subject: x", "", "text")));

        assertThat(section(plain, "1")).hasValue("text\r\n");
        assertThat(section(plain, "1.MIME")).hasValue(lines("Subject: x", ""));
        assertThat(section(plain, "2")).isEmpty();
        assertThat(section(plain, "1.1")).isEmpty();
    }

    @Test
    void ofAMessageThatIsAMessageAreThoseOfTheInner() throws BadSyntaxException {
        String inner = lines("Subject: inner", "", "text");
        ImapMessage outer = ImapMessage.of(Octets.of(lines("Content-Type: message/rfc822", "") + inner));

        assertThat(section(outer, "TEXT")).hasValue(inner);
        assertThat(section(outer, "1")).hasValue(inner);
        assertThat(section(outer, "1.MIME")).hasValue(lines("Content-Type: message/rfc822", ""));
        assertThat(section(outer, "1.HEADER")).hasValue(lines("Subject: inner", ""));
        assertThat(section(outer, "1.1")).hasValue("text\r\n");
        assertThat(section(outer, "1.1.MIME")).hasValue(lines("Subject: inner", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Subject: x;;text;|Subject: x;;",
                "Subject: x;;|Subject: x;;",
                "Subject: x;|Subject: x;",
                "Subject: x|Subject: x",
                ";text;|;",
                "text without a header|text without a header",
                "Subject: x;no field;|Subject: x;no field;",
                "`Subject: x; ;;`|`Subject: x; ;;`",
                "``|``",
            })
    void headerAndTextAreTheMessage(String text, String header) throws BadSyntaxException {
        ImapMessage odd = ImapMessage.of(Octets.of(text.replace(";", "\r\n")));

        assertThat(section(odd, "HEADER")).hasValue(header.replace(";", "\r\n"));
        assertThat(section(odd, "HEADER").orElseThrow() + section(odd, "TEXT").orElseThrow())
                .isEqualTo(text.replace(";", "\r\n"));
        assertThat(section(odd, "HEADER.FIELDS.NOT (None)")).isEqualTo(section(odd, "HEADER"));
    }

    @ParameterizedTest
    @CsvSource({"<0.3>,one", "<1.2>,ne", "<2.100>,e", "<3.1>,''", "<100.1>,''", "<999999999999999.999999999999999>,''"})
    void maybeTakenInPieces(String range, String expected) {
        assertThat(PartialRange.parse(range).orElseThrow().of(Octets.of("one")).text())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<>", "<1>", "<1.>", "<.1>", "<1.0>", "<-1.1>", "<1.1", "<9999999999999999.1>"})
    void areNotTakenInOtherPieces(String range) {
        assertThat(PartialRange.parse(range)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ''",
                "header | HEADER",
                "Text | TEXT",
                "1.2.3 | 1.2.3",
                "12.mime | 12.MIME",
                "1.header.fields (From \"a b\" {1};*) | 1.HEADER.FIELDS (From \"a b\" \"*\")",
                "HEADER.FIELDS.NOT (x) | HEADER.FIELDS.NOT (x)",
            })
    void areNamedInTheAnswer(String asked, String answered) throws BadSyntaxException {
        assertThat(SectionSpec.parse(asked.replace(";", "\r\n")).toString()).isEqualTo(answered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FOO | There is no section FOO",
                "0 | There is no part 0",
                "1.0 | There is no part 0",
                "01.FOO | There is no section FOO",
                "99999999999 | There is no part 99999999999",
                "9999999999999999999 | The number is too large",
                "1. | Numbers of parts are followed by a dot and more, or by nothing",
                "1..2 | There is no section .2",
                "1TEXT | Numbers of parts are followed by a dot and more, or by nothing",
                "MIME | There is no section MIME",
                "HEADER.FIELDS | ' ' is missing",
                "HEADER.FIELDS () | A string is missing",
                "HEADER.FIELDS (a | ')' is missing",
                "HEADER.FIELDS (a) b | There is more than the command takes",
                "HEADER.FIELDS (a  b) | A string is missing",
                "HEADER.FIELDS ({9};a) | The literal is not complete",
                "HEADER (a) | There is more than the command takes",
                "TEXT.1 | There is no section TEXT.1",
            })
    void areRefusedIfTheyMakeNoSense(String asked, String complaint) {
        assertThatExceptionOfType(BadSyntaxException.class)
                .isThrownBy(() -> SectionSpec.parse(asked.replace(";", "\r\n")))
                .withMessage(complaint);
    }

    private Optional<String> section(String spec) throws BadSyntaxException {
        return section(message, spec);
    }

    private static Optional<String> section(ImapMessage of, String spec) throws BadSyntaxException {
        return of.section(SectionSpec.parse(spec)).map(Octets::text);
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }
}
