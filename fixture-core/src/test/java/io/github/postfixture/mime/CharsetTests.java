package io.github.postfixture.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Charsets by the names that mail gives them, and text whose charset is wrong. */
class CharsetTests {

    private final List<String> remarks = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "utf8, UTF-8",
                "UTF_8, UTF-8",
                "\"utf-8\", UTF-8",
                "'utf-8', UTF-8",
                "utf-8mb4, UTF-8",
                "iso-8859-8-i, ISO-8859-8",
                "ISO-8859-8-E, ISO-8859-8",
                "iso-8859-6-i, ISO-8859-6",
                "iso-8859-6-e, ISO-8859-6",
                "iso 8859-1, ISO-8859-1",
                "iso88591, ISO-8859-1",
                "latin-1, ISO-8859-1",
                "iso-8859-10, ISO-8859-10",
                "iso-8859-14, ISO-8859-14",
                "iso-8859-16, ISO-8859-16",
                "ansi_x3.110-1983, ISO-8859-1",
                "ansi_x3.4-1968, US-ASCII",
                "x-sjis, Shift_JIS",
                "shift-jis, Shift_JIS",
                "ks_c_5601-1987, EUC-KR",
                "ks_c_5601, EUC-KR",
                "cp-850, IBM850",
                "cp_866, IBM866",
                "ibm-437, IBM437",
                "windows1252, windows-1252",
                "win-1251, windows-1251",
                "x-cp1250, windows-1250",
                "x-mac-roman, x-MacRoman",
                "macintosh, x-MacRoman",
                "x-mac-cyrillic, x-MacCyrillic",
                "x-gbk, GBK",
                "gb_2312-80, GB2312",
                "x-euc-jp, EUC-JP",
                "x-x-big5, Big5",
                "unicode-1-1-utf-7, UTF-7",
                "utf-7, UTF-7",
                "unicode-1-1-utf-8, UTF-8",
                "cp932, windows-31j",
            })
    void haveManyNames(String name, String charset) {
        assertThat(Charsets.named(name).map(Charset::name)).hasValue(charset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x-unknown",
                "unknown-8bit",
                "8bit",
                "binary",
                "../etc",
                "x",
                "xxxx",
                "\ud800",
                "charset=utf-8"
            })
    void areUnknownByOtherNames(String name) {
        assertThat(Charsets.named(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso-8859-8-i | F9 EC E5 ED | שלום",
                "utf-7 | 47 72 2B 41 50 77 41 33 77 2D 65 | Grüße",
                "utf-7 | 31 20 2B 2D 20 32 | 1 + 2",
                "utf-7 | 2B 32 44 33 65 41 41 2D | 😀",
                "iso-8859-10 | A1 BA FE | Ąšþ",
                "iso-8859-14 | D0 F0 FE | Ŵŵŷ",
                "iso-8859-1 | 47 FC DF | Güß",
                "gb2312 | C4 E3 BA C3 | 你好",
            })
    void areRead(String charset, String octets, String text) {
        assertThat(decode(charset, octets)).isEqualTo(text);
        assertThat(remarks).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso-8859-1 | 93 80 94 | “€” | is not valid iso-8859-1",
                "us-ascii | C3 BC | ü | is not valid us-ascii: bytes C3 BC (all of it is valid UTF-8)",
                "us-ascii | FC | ü | is not valid us-ascii: bytes FC",
                "gb2312 | 80 C4 E3 96 7C | €你東 | is not valid gb2312",
                "gb2312 | 96 7C | 東 | is not valid gb2312",
                "euc-kr | 8C 63 | 똠 | is not valid euc-kr",
                "shift_jis | 87 40 | ① | is not valid shift_jis",
                "iso-2022-jp | 1B 24 42 2D 21 1B 28 42 | ① | is not valid iso-2022-jp",
                "utf-7 | 47 C3 BC | Gü | is not valid utf-7",
                "utf-8 | 47 FC | G\ufffd | is not valid utf-8: bytes FC (perhaps ISO-8859-1)",
                "x-unknown | C3 BC | ü | declares the unknown charset x-unknown",
                "8bit | FC | ü | declares the unknown charset 8bit",
                "utf-8 | EF BB BF 61 | a | begins with a byte order mark",
                "iso-8859-1 | EF BB BF C3 BC | ü | begins with a byte order mark of UTF-8, but declares iso-8859-1",
            })
    void areReadInAnotherWhereTheyAreWrong(String charset, String octets, String text, String remark) {
        assertThat(decode(charset, octets)).isEqualTo(text);
        assertThat(remarks.get(0)).startsWith(remark);
    }

    @Test
    void areGuessedWhereNoneIsDeclared() {
        byte[] utf8 = "ü".getBytes(StandardCharsets.UTF_8);

        assertThat(TextDecoder.decode(utf8, Optional.empty(), remarks::add)).isEqualTo("ü");
        assertThat(remarks)
                .containsExactly("is not valid us-ascii, as none is declared: bytes C3 BC (all of it is valid UTF-8)");
    }

    @Test
    void ofUtf16AreToldByTheirMark() {
        assertThat(decode("utf-16", "FE FF 00 61")).isEqualTo("a");
        assertThat(decode("utf-16", "FF FE 61 00")).isEqualTo("a");
        assertThat(decode("utf-16", "00 61")).isEqualTo("a");
        assertThat(remarks).isEmpty();
    }

    private String decode(String charset, String octets) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(octets);
        return TextDecoder.decode(bytes, Optional.of(charset), remarks::add);
    }
}
