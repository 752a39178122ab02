package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PageMetadataTests {

    private static final Html HTML = Html.of("""
            <base href=http://shop.example/en/><link rel="canonical nofollow" href=orders><link rel=canonical href=/en/orders>
            <link rel=Alternate hreflang=de href=/de/orders><link rel=alternate hreflang=x-default href=/>
            <link rel=alternate type=application/rss+xml href=/feed>
            <meta name=Description content="All orders"><meta property=og:title content=Orders><p>x""");

    @Test
    void namesTheCanonicalAddress() {
        assertThat(HTML).canonical().isEqualTo(URI.create("http://shop.example/en/orders"));
    }

    @Test
    void hasOneCanonicalAddress() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(Html.of("x")).canonical())
                .withMessage("Expected one canonical address but there are no addresses.\n  markup \"x\"");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(Html.of("<link rel=canonical href=/a><link rel=canonical href=/b>"))
                        .canonical())
                .withMessageStartingWith("Expected one canonical address but the addresses are /a, /b.\n");
    }

    @Test
    void namesTheOtherLanguages() {
        assertThat(HTML)
                .alternates()
                .containsExactly(
                        entry("de", URI.create("http://shop.example/de/orders")),
                        entry("x-default", URI.create("http://shop.example/")));
    }

    @Test
    void describesThePage() {
        assertThat(HTML).meta("description").isEqualTo("All orders");
        assertThat(HTML).meta("og:title").isEqualTo("Orders");
        assertThat(HTML).meta("robots").isNull();
    }
}
