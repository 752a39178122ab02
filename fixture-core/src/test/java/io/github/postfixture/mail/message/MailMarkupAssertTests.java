package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.message.SampleMail.html;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailMarkupAssertTests {

    @Test
    void hasAPartForEveryImage() {
        assertThat(html("<img src='cid:logo'><img src='https://x.test/y'>"))
                .body()
                .hasImagesThatResolve();
        failureOf(() -> assertThat(html("<img src='cid:lgoo'><p background='cid:%6Cogo'>"))
                        .body()
                        .hasImagesThatResolve())
                .isEqualTo("""
                    Expected a part for every cid: reference but no part is cid:lgoo.
                      mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
    }

    @Test
    void hasAltTexts() {
        assertThat(html("<img src='cid:logo' alt=''>")).body().hasImagesWithAlt();
        failureOf(() -> assertThat(html("<img src='cid:logo'>")).body().hasImagesWithAlt())
                .isEqualTo("""
                    Expected an alt text for every image but found <img src="cid:logo">.
                      mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
    }

    @Test
    void hasNothingThatActs() {
        assertThat(html("<a href='https://shop.test/'>a</a>")).body().hasNoActiveContent();
        failureOf(() -> assertThat(html(
                                "<script>x()</script><form></form><p onclick='x()'><a href='javascript:x()'>a</a>"))
                        .body()
                        .hasNoActiveContent())
                .isEqualTo("""
                    Expected no active content but found 4: <script>, <form>, <p onclick="x()">, <a href="javascript:x()">.
                      mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
    }

    @Test
    void loadsNothing() {
        assertThat(html("<a href='https://shop.test/'>a</a><img src='cid:logo'>"))
                .body()
                .hasNoRemoteContent();
        failureOf(() -> assertThat(html("""
            <style>@import 'https://x.test/a.css'; p { background: url(//x.test/b.png) }</style><link rel="stylesheet" href="https://x.test/c.css">
            <img src="https://x.test/d.png"><p style="background: url('https://x.test/e.png')"><img srcset="https://x.test/f.png 2x">\
            """)).body().hasNoRemoteContent()).isEqualTo("""
                Expected no remote content but found 6: <link rel="stylesheet" href="https://x.test/c.css">, <img src="https://x.test/d.png"> and 4 more.
                  mail from shop@example.org to [alice@example.org] with subject "Welcome"
                All of them:
                  <link rel="stylesheet" href="https://x.test/c.css">
                  <img src="https://x.test/d.png">
                  <p style="background: url('https://x.test/e.png')">
                  <img srcset="https://x.test/f.png 2x">
                  <style> @import 'https://x.test/a.css
                  <style> url(//x.test/b.png""");
    }

    @Test
    void countsNobody() {
        assertThat(html("<img src='https://x.test/logo.png' width=100>")).body().hasNoTrackingPixels();
        failureOf(() -> assertThat(html("""
            <img src="https://x.test/a.gif" width="1"><img src="//x.test/b.gif" height="0">
            <img src="http://x.test/c.gif" style="display:none"><img src="cid:logo" width="1">\
            """)).body().hasNoTrackingPixels()).isEqualTo("""
                Expected no tracking pixels but found 3: <img src="https://x.test/a.gif" width="1">, <img src="//x.test/b.gif" height="0"> and 1 more.
                  mail from shop@example.org to [alice@example.org] with subject "Welcome"
                All of them:
                  <img src="https://x.test/a.gif" width="1">
                  <img src="//x.test/b.gif" height="0">
                  <img src="http://x.test/c.gif" style="display:none">""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='\nHTTPS://x.test/a'>",
                "<img src='ht\ntps://x.test/a'>",
                "<img src='\\\\x.test/a'>",
                "<img src='https:x.test/a'>",
                "<img srcset='\\\\x.test/a 2x'>",
                "<p style='background: url( \" //x.test/a\" )'>",
                "<style>@import\"https://x.test/a\"</style>",
            })
    void isLoadedFromElsewhereHoweverItIsWritten(String markup) {
        failureOf(() -> assertThat(html(markup)).body().hasNoRemoteContent())
                .startsWith("Expected no remote content but found ");
    }

    @Test
    void isActiveHoweverItIsWritten() {
        failureOf(() -> assertThat(html("<a href=' java\nscript:x()'>a</a>"))
                        .body()
                        .hasNoActiveContent())
                .startsWith("Expected no active content but found ");
    }

    @Test
    @Timeout(60)
    void isReadAtAnyLength() {
        String style = "url(" + " ".repeat(1_000_000);

        assertThat(html("<p style='" + style + "'><style>" + style + "</style>"))
                .body()
                .hasNoRemoteContent();
    }

    @Test
    void ofALongTagIsCut() {
        failureOf(() -> assertThat(html("<img src='" + "x".repeat(200) + "'>"))
                        .body()
                        .hasImagesWithAlt())
                .contains("x".repeat(100) + "...\n");
    }
}
