package io.github.postfixture.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters as they are written, RFC 2045 section 5.1 and RFC 2231. */
class ParameterTests {

    private final List<String> remarks = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attachment; filename=a.pdf|a.pdf",
                "attachment; FILENAME = \"a b.pdf\"|a b.pdf",
                "attachment; filename=\"a;b.pdf\"; size=3|a;b.pdf",
                "attachment; filename=\"a \\\"b\\\".pdf\"|a \"b\".pdf",
                "attachment (a; b); filename=a.pdf (c; d)|a.pdf",
                "attachment; filename=\"resume.csv\"; filename*=UTF-8''r%C3%A9sum%C3%A9.csv|résumé.csv",
                "attachment; filename*=UTF-8''r%C3%A9sum%C3%A9.csv; filename=\"resume.csv\"|résumé.csv",
                "attachment; filename*=\"UTF-8''a%20b.csv\"|a b.csv",
                "attachment; filename*=iso-8859-1'de'Gr%FC%DFe|Grüße",
                "attachment; filename*0=\"a \"; filename*1=\"b.pdf\"|a b.pdf",
                "attachment; filename*1=b.pdf; filename*0=a-|a-b.pdf",
                "attachment; filename*0*=utf-8''Gr%C3; filename*1*=%BC%C3%9Fe; filename*2=.pdf|Grüße.pdf",
                "attachment; filename=x; filename*0*=utf-8''%C3%BC; filename*1=\"%41.pdf\"|ü%41.pdf",
                "attachment; filename=\"a%20b.pdf\"|a%20b.pdf",
                "attachment; filename=a.pdf;|a.pdf",
                "attachment;filename=a.pdf; ;|a.pdf",
            })
    void areReadAsTheyShouldBe(String field, String name) {
        assertThat(name(field)).isEqualTo(name);
        assertThat(remarks).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attachment; filename=my file.pdf|my file.pdf|has no quotes around the value of filename: my file.pdf",
                "attachment; filename=Invoice (2).pdf|Invoice (2).pdf"
                        + "|has no quotes around the value of filename: Invoice (2).pdf",
                "attachment; filename=a@b.pdf; x=y|a@b.pdf|has no quotes around the value of filename: a@b.pdf",
                "attachment; filename=|``|has no value of filename",
                "attachment; =x; filename=a.pdf|a.pdf|has \"=x\" where a parameter should be",
                "attachment; x; filename=a.pdf|a.pdf|has \"x\" where a parameter should be",
                "attachment filename=a.pdf|a.pdf|lacks a semicolon before filename",
                "filename=a.pdf|a.pdf|lacks a semicolon before filename",
                "attachment; filename=\"a b.pdf; size=3|a b.pdf|has a quote that does not end",
                "attachment; filename=\"a.pdf\"x; size=3|a.pdf|has more after the quotes of filename",
                "attachment; filename=a.pdf; filename=b.pdf|a.pdf|has several values of filename",
                "attachment; filename=\"=?utf-8?q?=C3=BC.pdf?=\"|ü.pdf|has an encoded word in filename",
                "attachment; filename==?utf-8?q?=C3=BC.pdf?=|ü.pdf|has an encoded word in filename",
                "attachment; filename*=r%C3%A9.csv|ré.csv|names no charset in filename",
                "attachment; filename*=''r%C3%A9.csv|ré.csv|names no charset in filename",
                "attachment; filename*=klingon''r%C3%A9.csv|ré.csv"
                        + "|has the parameter filename, which declares the unknown charset klingon",
                "attachment; filename*=utf-8''a%ZZ|a%ZZ|has a percent sign that escapes nothing",
                "attachment; filename*=utf-8''%FC|\ufffd|has the parameter filename, which is not valid utf-8: bytes FC (perhaps ISO-8859-1)",
                "attachment; filename*1=a; filename*2=b|ab|lacks a piece of filename",
                "attachment; filename*0=a; filename*2=b|ab|lacks a piece of filename",
                "attachment; filename*0=\"=?utf-8?q?=C3\"; filename*1=\"=BC?=\"|ü|has an encoded word in filename",
            })
    void areGuessedWhereTheyAreNot(String field, String name, String remark) {
        assertThat(name(field)).isEqualTo(name);
        assertThat(remarks).contains(remark);
    }

    @Test
    void mayBeRawUtf8() {
        String raw = new String(
                "attachment; filename=\"Größe ✓.pdf\"".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(name(raw)).isEqualTo("Größe ✓.pdf");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html; charset=utf-8|text/html",
                "TEXT/Html|text/html",
                "text / html|text/html",
                "(a) text/html (b)|text/html",
                "text/html charset=utf-8|text/html",
                "text; charset=utf-8|text/plain",
                "html|text/plain",
                "text/|text/plain",
                "; charset=utf-8|text/plain",
            })
    void doNotSpoilTheMediaType(String field, String type) {
        assertThat(MediaType.parse(field).name()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html charset=utf-8", "text; charset=utf-8", "; charset=utf-8"})
    void areKeptWhereTheMediaTypeIsNone(String field) {
        assertThat(MediaType.parse(field).charset()).hasValue("utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";",
                "\"",
                "(",
                "\\\"",
                ";\"",
                "; a*1=",
                "; a*=",
                "=",
                "%",
                "; a=\"",
                "( ",
                "; a=(",
                " (",
                "()",
                "() ",
                "=()",
                "; a=\"()"
            })
    @Timeout(60)
    void ofAnyNumberAreReadInOneWalk(String piece) {
        ParameterizedValue.parse("x; a=" + piece.repeat(1_000_000 / piece.length()), remark -> {})
                .verifyParameters(remark -> {});
    }

    @Test
    @Timeout(60)
    void ofAHundredThousandNamesAndPiecesAreReadInOneWalk() {
        numbered(100_000);
        StringBuilder field = new StringBuilder("x");
        for (int i = 0; i < 100_000; i++) {
            field.append("; a").append(i).append("=\"b c\"");
        }
        ParameterizedValue.parse(field.toString(), remarks::add).verifyParameters(remarks::add);

        assertThat(remarks).isEmpty();
    }

    private void numbered(int count) {
        StringBuilder field = new StringBuilder("x");
        for (int i = 0; i < count; i++) {
            field.append("; a*").append(i).append("*=%41");
        }
        assertThat(ParameterizedValue.parse(field.toString()).parameter("a")).hasValue("A".repeat(count));
    }

    private String name(String field) {
        ParameterizedValue value = ParameterizedValue.parse(field, remarks::add);
        value.verifyParameters(remarks::add);
        return value.parameter("filename").orElseThrow();
    }
}
