package io.github.postfixture.net.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTests {

    @ParameterizedTest
    @CsvSource({
        "b\u00fccher.example, xn--bcher-kva.example",
        "m\u00fcnchen.example, xn--mnchen-3ya.example",
        "fa\u00df.example, xn--fa-hia.example",
        "\u65e5\u672c\u8a9e.example, xn--wgv71a119e.example",
        "\u0440\u043e\u0441\u0441\u0438\u044f, xn--h1alffa9f",
        "\ud83d\udca9.example, xn--ls8h.example",
        "shop.example, shop.example"
    })
    void standsInAsciiAndInUnicode(String unicode, String ascii) {
        assertThat(DomainName.toAscii(unicode)).contains(ascii);
        assertThat(DomainName.toUnicode(ascii)).isEqualTo(unicode);
    }

    @ParameterizedTest
    @CsvSource({
        "B\u00dcCHER\u3002example, xn--bcher-kva.example",
        "bu\u0308cher.example, xn--bcher-kva.example",
        "b%C3%BCcher.example, xn--bcher-kva.example",
        "\uff45xample.org, example.org",
        "b\u00fc\u00adcher.example, xn--bcher-kva.example"
    })
    void isOneNameInEverySpelling(String spelling, String ascii) {
        assertThat(DomainName.toAscii(spelling)).contains(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a b.example",
                "a%00.example",
                "a/b",
                "a@b",
                "1234567890123456789012345678901234567890123456789012345678901234.example"
            })
    void thatCannotBeOneHasNoAscii(String none) {
        assertThat(DomainName.toAscii(none)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xn--.example", "xn--\u00fc.example", "xn--99999999.example", "xn--a-.example"})
    void thatIsMalformedStaysAsItIs(String malformed) {
        assertThat(DomainName.toUnicode(malformed)).isEqualTo(malformed);
    }

    @ParameterizedTest
    @CsvSource({"[IPv6:2001:DB8::1], [ipv6:2001:db8::1]", "Example.ORG., example.org"})
    void isInLowerCase(String name, String lower) {
        assertThat(DomainName.toUnicode(name)).isEqualTo(lower);
    }
}
