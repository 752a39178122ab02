package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceParserTests {

    private static final URI BASE = URI.create("https://h/a/b?c");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://bücher.example/k|xn--bcher-kva.example",
                "https://BÜCHER.example/|xn--bcher-kva.example",
                "https://faß.de/|xn--fa-hia.de",
                "https://例え.テスト/|xn--r8jz45g.xn--zckzah",
                "https://example。org/|example.org",
                "https://ｅｘａｍｐｌｅ.org/|example.org",
                "https://ex\u00adample.org/|example.org",
                "https://☃.net/|xn--n3h.net",
                "https://mañana.com|xn--maana-pta.com",
                "https://παράδειγμα.δοκιμή|xn--hxajbheg2az3al.xn--jxalpdlp",
                "https://إختبار|xn--kgbechtv",
                "https://xn--bcher-kva.example/|xn--bcher-kva.example",
                "https://%65xample.org/|example.org",
                "https://b%C3%BCcher.example/|xn--bcher-kva.example",
                "//bücher.example/k|xn--bcher-kva.example",
                "https://user:p@ss@h/|h",
                "HTTPS://Example.ORG:443/|example.org",
                "https://[::1]:8080/a b|[::1]",
                "https://[2001:DB8::1]|[2001:db8::1]",
            })
    void nameTheHostAsABrowserDoes(String reference, String host) {
        assertThat(ReferenceParser.parse(reference)).hasHost(host);
        assertThat(ReferenceParser.resolve(BASE, reference)).hasHost(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a b/",
                "https://a<b>/",
                "https:///",
                "https://?x",
                "https://a..b/",
                "https://[::1/",
                "https://%00/"
            })
    void nameNoHostWhereABrowserFindsNone(String reference) {
        assertThat(ReferenceParser.resolve(BASE, reference))
                .extracting(URI::getHost)
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\\\i\\x\\y|https://i/x/y",
                "/\\i/x|https://i/x",
                "https:\\\\i\\a\\..\\b?c\\d|https://i/b?c%5Cd",
                "x\\y|https://h/a/x/y",
                "///i/x|https://i/x",
                "http:x|http://x",
                "https:x|https://h/a/x",
                "https:/x|https://h/x",
                "../../../a/./b/%2e%2E/c|https://h/a/c",
                "x/y/..|https://h/a/x/",
                "https://i/a/../b|https://i/b",
                "?x=[1]|https://h/a/b?x=[1]",
                "[1]|https://h/a/%5B1%5D",
                "#a b#c|https://h/a/b?c#a%20b%23c",
                "https://u:p@w@i:08443/x|https://u:p%40w@i:8443/x",
                "https://i:/x|https://i/x",
                "https://i/^`{|https://i/%5E%60%7B",
                "https://i/ä?ö#ü|https://i/%C3%A4?%C3%B6#%C3%BC",
                "https://i/%zz%4|https://i/%25zz%254",
                "mailto:a b@c|mailto:a%20b@c",
                "tel:+49 1|tel:+49%201",
                "App://Host/x|app://Host/x",
            })
    void leadWhereABrowserWouldGo(String reference, URI target) {
        assertThat(ReferenceParser.resolve(BASE, reference)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " https://i/ab ",
                "\nhttps://i/ab\n",
                "https://i/a\nb",
                "ht\ttps:/\r\n/i/ab",
                "\u0000https://i/ab\u001f"
            })
    void haveNoLineBreaks(String reference) {
        assertThat(ReferenceParser.parse(reference)).hasToString("https://i/ab");
    }

    @Test
    void escapeHalfACharacterAsUnknown() {
        assertThat(ReferenceParser.parse("/a\ud800b")).hasToString("/a%EF%BF%BDb");
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a ", "a/", "../", "a/../", "\\", "[", "@", ":", "%", "#", "\u00fc", ".", "https://"})
    @Timeout(60)
    void areReadAtAnyLength(String piece) {
        String reference = "x" + piece.repeat(500_000) + "x";

        assertThat(ReferenceParser.resolve(BASE, reference)).isNotNull();
        assertThat(ReferenceParser.resolve(BASE, "https://" + reference)).isNotNull();
    }
}
