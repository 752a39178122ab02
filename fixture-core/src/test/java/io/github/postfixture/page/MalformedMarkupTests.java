package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server sends, a reader gets a page or an AssertionError, and nothing else. */
class MalformedMarkupTests {

    private static final List<Consumer<HtmlAssert>> ASSERTIONS = List.of(
            AbstractHtmlAssert::hasNoAccessibilityDefects,
            AbstractHtmlAssert::hasNoMixedContent,
            AbstractHtmlAssert::structuredData,
            AbstractHtmlAssert::headings,
            AbstractHtmlAssert::canonical,
            AbstractHtmlAssert::alternates,
            AbstractHtmlAssert::form,
            html -> html.table().hasRowCount(-1),
            html -> html.table("text").row("text"),
            html -> html.hasLink("none"),
            html -> html.meta("description"));
    private static final String ODD = "\u0000\t\n \"#%&'()*+/:;<=>?@[\\]^`{|}~\u00e4\u20ac\ud800\u2028aA1-_.,";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "://x",
                "http:",
                "http://",
                "//",
                "///",
                "1:2",
                "#a#b",
                "?#",
                "http://[",
                "http://[::1]/a b",
                "%",
                "%zz",
                "\u0000",
                "http://h:99999999999/",
                ":",
                "a:b:c",
                "?a[]=1",
                "http://\u00e4/",
                "\ud800",
                "mailto:",
                "\\\\x"
            })
    void everyReferenceCanBeRead(String reference) {
        assertThatCode(() -> ReferenceParser.resolve(URI.create("http://h/p"), reference))
                .doesNotThrowAnyException();
    }

    @Test
    void everyRandomReferenceCanBeRead() {
        List<String> characters = ODD.chars().mapToObj(Character::toString).toList();

        assertThat(IntStream.range(0, 20_000).mapToObj(seed -> random(new Random(seed), characters, 12)))
                .allSatisfy(reference -> ReferenceParser.resolve(URI.create("http://h/p"), reference));
    }

    @ParameterizedTest
    @MethodSource("markups")
    void everyMarkupCanBeWalked(String markup) {
        Html html = Html.of(markup);

        assertThat(html.links()).extracting(Link::toString).doesNotContainNull();
        html.forms()
                .forEach(form -> form.fields().forEach((name, values) -> values.forEach(value -> touch(form, name))));

        assertThat(html.text()).isNotNull();
        assertThat(TextRendering.of(html.document())).startsWith("title:");
    }

    @ParameterizedTest
    @MethodSource("markups")
    void everyAssertionHoldsOrFails(String markup) {
        Html html = Html.of(markup);

        for (Consumer<HtmlAssert> assertion : ASSERTIONS) {
            try {
                assertion.accept(html.assertThat());
            } catch (AssertionError expected) {
                assertThat(String.valueOf(expected.getMessage()).lines()).hasSizeLessThanOrEqualTo(60);
            }
        }
    }

    private static void touch(Form form, String name) {
        try {
            form.fill(name, "x").clear(name).submit();
        } catch (AssertionError expected) {
            assertThat(expected).hasMessageNotContaining("Exception");
        } catch (IllegalArgumentException expected) {
            assertThat(expected).hasMessageContaining("attach");
        }
    }

    static Stream<String> markups() {
        List<String> pieces = List.of(
                "<form action='://' method=post>",
                "<form id=a>",
                "</form>",
                "<input name=a form=a>",
                "<input name=b type=file>",
                "<select name=c multiple size=x><option selected>",
                "<optgroup disabled>",
                "</select>",
                "<textarea name=d>",
                "</textarea>",
                "<button formaction=':'>",
                "<fieldset disabled><legend>",
                "</fieldset>",
                "<table><tr><td colspan=9999999>",
                "<th rowspan=-1 scope=row>",
                "</table>",
                "<caption>",
                "<a href='http://['>",
                "<a href>",
                "</a>",
                "<img src=#>",
                "<base href='::'>",
                "<script type=application/ld+json>{",
                "</script>",
                "<h1>",
                "<h7>",
                "</h1>",
                "<label for=a>",
                "<meta charset=x>",
                "<svg><title>",
                "<template>",
                "<",
                "&#x110000;",
                "<!--",
                "-->",
                "<![CDATA[",
                "\u0000",
                "<html lang=''>",
                "<title>",
                "<link rel=canonical href=' '>",
                "<link rel=alternate hreflang=x>",
                "<input type=radio name=e>",
                "<input type=checkbox name=f readonly>",
                "text");
        return IntStream.range(0, 100).mapToObj(seed -> random(new Random(seed), pieces, 20));
    }

    private static String random(Random random, List<String> pieces, int most) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(most + 1);
        for (int i = 0; i < length; i++) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
