package io.github.postfixture.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.page.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLinksTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTPS://example.org/Confirm|https://example.org/Confirm",
                "Http://Example.ORG/Pay|http://example.org/Pay",
                "hTTpS://example.org|https://example.org",
                "see:https://e.test/a|https://e.test/a",
                "请访问https://e.test/a|https://e.test/a",
                "https://[::1]:8080/a|https://[::1]:8080/a",
                "http://[::1]|http://[::1]",
                "https://user:pw@e.test:8443/a|https://user:pw@e.test:8443/a",
                "https://bücher.example/k|https://xn--bcher-kva.example/k",
                "https://e.test/köln|https://e.test/k%C3%B6ln",
            })
    void beginByASchemeInAnyCase(String text, String target) {
        assertThat(targets(text)).containsExactly(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shttp://e.test/", "http://", "https:// e.test", "http://...", "https:e.test", "http//e.test"})
    void areNotWhatOnlyLooksLikeOne(String text) {
        assertThat(targets(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "https://e.test/a.|https://e.test/a",
                "https://e.test/a?!|https://e.test/a",
                "https://e.test/a...|https://e.test/a",
                "https://e.test/a.b,c;d:e|https://e.test/a.b,c;d:e",
                "'https://e.test/a',|https://e.test/a",
                "\"https://e.test/a\"|https://e.test/a",
                "“https://e.test/a”|https://e.test/a",
                "«https://e.test/a».|https://e.test/a",
                "„https://e.test/a“|https://e.test/a",
                "https://e.test/a。次|https://e.test/a",
                "https://e.test/a，谢谢|https://e.test/a",
                "（https://e.test/a）|https://e.test/a",
                "「https://e.test/a」|https://e.test/a",
                "https://e.test/a؟|https://e.test/a",
                "https://e.test/a।|https://e.test/a",
                "https://e.test/a…|https://e.test/a",
                "https://e.test/a—|https://e.test/a",
                "https://e.test/a\u00a0b|https://e.test/a",
                "https://e.test/a\u3000b|https://e.test/a",
                "https://e.test/a\u200bb|https://e.test/a",
                "(https://e.test/a)|https://e.test/a",
                "(https://e.test/a_(b)).|https://e.test/a_(b)",
                "(https://e.test/a).b|https://e.test/a",
                "https://e.test/a_(b)_c|https://e.test/a_(b)_c",
                "[here](https://e.test/a)|https://e.test/a",
                "[https://e.test/a](b)|https://e.test/a",
                "https://e.test/a(|https://e.test/a",
                "{'u':'https://e.test/a'}|https://e.test/a",
                "https://e.test/?a[]=1|https://e.test/?a[]=1",
                "https://e.test/a?t=x_-|https://e.test/a?t=x_-",
                "**https://e.test/a**.|https://e.test/a",
                "_https://e.test/a_b_|https://e.test/a_b",
                "`https://e.test/a`|https://e.test/a",
                "https://e.test/?a=1&b=2&gt;|https://e.test/?a=1&b=2",
                "&quot;https://e.test/a&quot;,|https://e.test/a",
                "https://e.test/?a=1;|https://e.test/?a=1",
                "https://e.test/#a,|https://e.test/#a",
            })
    void endWhereTheSentenceGoesOn(String text, String target) {
        assertThat(targets("Go to " + text + " now")).containsExactly(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://e.test/a?t=bc>",
                "<https://e.test/a\n?t=bc>",
                "<https://e.test/\r\n    a?t=\r\n\tbc>",
                "<URL:https://e.test/a?t=\nbc>",
                "<url: https://e.test/a?t=bc >",
                "<\nhttps://e.test/a?t=bc\n>",
                "<https://e.test/a?t= bc>",
                "Go<https://e.test/a?t=bc>now",
            })
    void inAngleBracketsHaveNoWhiteSpace(String text) {
        assertThat(targets("Confirm: " + text + " or not")).containsExactly("https://e.test/a?t=bc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://e.test/a b",
                "<https://e.test/a <b>",
                "<https://e.test/a\n\nb>",
                "<https://e.test/a \"b\">",
                "<see https://e.test/a b>",
            })
    void inAngleBracketsThatDoNotCloseEndAtWhiteSpace(String text) {
        assertThat(targets(text)).containsExactly("https://e.test/a");
    }

    @Test
    void areAllFound() {
        assertThat(targets("<https://e.test/a>, <https://e.test/b>\nhttps://e.test/c (https://e.test/d)"))
                .containsExactly("https://e.test/a", "https://e.test/b", "https://e.test/c", "https://e.test/d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://x)", "<https://x ", "https://x!", "https://x(", " ", "<", "https://x&gt;", "*https://x*"
            })
    @Timeout(60)
    void areFoundInALongTextToo(String piece) {
        assertThat(TextLinks.in(piece.repeat(1_000_000 / piece.length()))).isNotNull();
    }

    private static Iterable<String> targets(String text) {
        return TextLinks.in(text).links().stream()
                .map(Link::uri)
                .map(Object::toString)
                .toList();
    }
}
