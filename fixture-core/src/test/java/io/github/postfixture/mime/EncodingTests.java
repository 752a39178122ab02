package io.github.postfixture.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.octets.Octets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transfer encodings, RFC 2045 section 6, and encoded words, RFC 2047. */
class EncodingTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "7bit|a=41|a=41",
                "binary|a=41|a=41",
                "base64|SGVsbG8=|Hello",
                "base64|SGVs;bG8|Hello",
                "base64|SGV sb!G8=;|Hello",
                "base64|SGU=SGU=|HeHe",
                "base64|=|``",
                "base64|!|``",
                "quoted-printable|a=3D=3db|a==b",
                "quoted-printable|one=;two;|onetwo;",
                "quoted-printable|one=  ;two|onetwo",
                "quoted-printable|one \t;two|one;two",
                "quoted-printable|=4 =ZZ =|=4 =ZZ ",
                "quoted-printable|=41|A",
            })
    void areDecodedAsFarAsTheyCanBe(String encoding, String encoded, String decoded) {
        Octets octets = Octets.of(encoded.replace(";", "\r\n"));

        assertThat(TransferEncoding.decode(encoding, octets))
                .asString(StandardCharsets.ISO_8859_1)
                .isEqualTo(decoded.replace(";", "\r\n"));
    }

    @Test
    void areNotGuessed() {
        assertThat(TransferEncoding.stream("x-uuencode", Octets.of("x"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "plain|plain",
                "=?utf-8?Q?Gr=C3=BC=C3=9Fe?=|Grüße",
                "=?UTF-8?b?R3LDvMOfZQ==?=|Grüße",
                "=?iso-8859-1?q?Gr=FC=DFe_an?= Bob|Grüße an Bob",
                "=?iso-8859-1*de?q?Gr=FC=DFe?=|Grüße",
                "a =?utf-8?q?b?= =?utf-8?q?c?=  =?utf-8?q?d?= e|a bcd e",
                "=?utf-8?b?w7w=?= =?utf-8?q?=C3?= =?utf-8?q?=9F?=|üß",
                "=?utf-8?q?=C3=BC?= =?iso-8859-1?q?=FC?=|üü",
                "=?koi8-r?b?8NLJ18XU?=|Привет",
                "=?iso-2022-jp?b?GyRCRnxLXBsoQg==?=|日本",
                "=?no-such?q?x?= y|=?no-such?q?x?= y",
                "=?utf-8?x?y?=|=?utf-8?x?y?=",
                "=?utf-8?q?open|=?utf-8?q?open",
                "=?utf-8?q??=|``",
                "=?utf-8?q?a=?=|a=",
                "``|``",
            })
    void ofWordsAreRead(String raw, String text) {
        assertThat(EncodedWords.decode(raw)).isEqualTo(text);
    }

    @Test
    void ofWordsLeaveEightBitsToBeGuessed() {
        assertThat(EncodedWords.decode("Gr\u00c3\u00bc\u00c3\u009fe")).isEqualTo("Grüße");
        assertThat(EncodedWords.decode("Gr\u00fc\u00dfe")).isEqualTo("Grüße");
    }
}
