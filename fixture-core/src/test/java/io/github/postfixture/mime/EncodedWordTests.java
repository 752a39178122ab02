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

/** Encoded words that are not as RFC 2047 has them, and raw UTF-8 (RFC 6532). */
class EncodedWordTests {

    private final List<String> remarks = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=?UTF-8?Q?pasi=C5=BEad=C4?= =?UTF-8?Q?=97jim=C5=B3?=|pasižadėjimų"
                        + "|has a word that is not valid UTF-8 by itself",
                "=?utf-8?b?w7zD?= =?utf-8?q?=BC?=|üü|has a word that is not valid utf-8 by itself",
                "=?gb2312?b?xOM=?= =?gb2312?b?ug==?= =?gb2312?b?ww==?=|你好|has a word that is not valid gb2312 by itself",
                "=?utf-8?q?a?= =?no-such?q?b?= =?utf-8?q?c?=|a =?no-such?q?b?= c|has a word in the unknown charset no-such",
                "=?utf-8?q?Hello World?=|Hello World|has a word with a space or question mark in it",
                "=?utf-8?q?Really??=|Really?|has a word with a space or question mark in it",
                "=?utf-8?b?w7w?=|ü|has an encoded word that ends without its padding",
                "=?utf-8?b?w7w!=?=|ü|has an encoded word that has characters that are no base64",
                "=?utf-8?q?a=zz?=|a=zz|has an encoded word that has an = that escapes nothing",
                "=?utf-8?q?never ends|=?utf-8?q?never ends|has an encoded word that does not end",
                "=?iso-8859-1?q?=93x=94?=|“x”|has a word that is not valid iso-8859-1 by itself",
                "=?utf-8?q?=EF=BB=BFa?=|a|begins with a byte order mark",
                "=?utf-8?q?=C3?= x|\ufffd x|has a word that is not valid utf-8 by itself",
            })
    void areReadAllTheSame(String raw, String text, String remark) {
        assertThat(EncodedWords.decode(raw, remarks::add)).isEqualTo(text);
        assertThat(remarks).contains(remark);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=?utf-8?q?Gr=C3=BC=C3=9Fe?= =?iso-8859-1?q?=FC?=|Grüßeü",
                "=?iso-8859-8-i?b?+ezl7Q==?=|שלום",
                "=?utf-7?q?+AOQ-?=|ä",
                "=?UTF8?B?w7w=?=|ü",
                "1 =? 2 ?= 3|1 =? 2 ?= 3",
                "=?x?=|=?x?=",
            })
    void areReadWithoutARemarkWhereNothingIsWrong(String raw, String text) {
        assertThat(EncodedWords.decode(raw, remarks::add)).isEqualTo(text);
        assertThat(remarks).isEmpty();
    }

    @Test
    void ofUtf16HaveAByteOrderMarkEach() {
        assertThat(EncodedWords.decode("=?utf-16?B?/v8AYQ==?= =?utf-16?B?//5iAA==?="))
                .isEqualTo("ab");
    }

    @Test
    void standBesideRawUtf8() {
        String raw = new String(
                "Grüße =?utf-8?q?=C3=BC?= ✓ 😀".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(EncodedWords.decode(raw)).isEqualTo("Grüße ü ✓ 😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?",
                "=?a?q?",
                "=?a?q? ",
                "=?utf-8?q?=",
                "?=",
                "=?utf-8?q?a?= ",
                "=?u?b?a?=",
                "\u00ff",
                "=?utf-8?q?=C3?="
            })
    @Timeout(60)
    void ofAnyNumberAreReadInOneWalk(String piece) {
        String raw = piece.repeat(2_000_000 / piece.length());

        assertThat(EncodedWords.decode(raw, remark -> {})).isNotNull();
        assertThat(Address.parse(raw)).isNotNull();
    }
}
