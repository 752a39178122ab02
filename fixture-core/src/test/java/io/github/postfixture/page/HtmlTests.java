package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTests {

    @Nested
    class Reading {

        @Test
        void showsTextAsAReaderSeesIt() {
            Html html =
                    Html.of("<title> A\n title </title><style>p{}</style><p>One&nbsp; \n<b>two</b><script>x</script>");

            assertThat(html.text()).isEqualTo("One two");
            assertThat(html.title()).isEqualTo("A title");
            assertThat(html.text("b")).isEqualTo("two");
        }

        @Test
        void keepsTheSource() {
            assertThat(Html.of("<P>x").source()).isEqualTo("<P>x");
        }

        @Test
        void outlinesWhatThereIsInPlaceOfAMissingElement() {
            Html html = Html.of("<h1 class='big red'>Hello</h1><form id=login><input name=user></form>");

            assertFails(() -> html.text("h2"), """
                        Expected an element that matches h2 but there is none.
                          markup "Hello"
                        The elements are:
                          h1.big.red "Hello"
                          form#login
                            input[name=user]""");
        }

        @Test
        void cutsALongOutline() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> Html.of("<p>x</p>".repeat(15)).text("h1"))
                    .withMessageEndingWith("  p \"x\"\n  (and 3 more)");
        }

        @Test
        void refusesABrokenSelector() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Html.of("").text("p["))
                    .withMessageStartingWith("selector (p[) must be a CSS selector: ");
        }
    }

    @Nested
    class Links {

        @Test
        void areFoundByTheirWholeText() {
            Html html = Html.of("<a href=/a>Confirm</a> <a href=/b>Confirm\n your&nbsp;<b>address</b></a>");

            assertThat(html.link("Confirm your address").uri()).isEqualTo(URI.create("/b"));
            assertThat(html.links())
                    .extracting(Link::toString)
                    .containsExactly("\"Confirm\" → /a", "\"Confirm your address\" → /b");
        }

        @Test
        void areNamedByTheirPictures() {
            Html html = Html.of("<a href=/a><img alt='A logo'></a><map><area href=/b alt='A corner'></map>");

            assertThat(html.links()).extracting(Link::text).containsExactly("A logo", "A corner");
        }

        @Test
        void mayRepeatOneTarget() {
            assertThat(Html.of("<a href=/a>x</a><a href=/a>x</a>").link("x").uri())
                    .hasPath("/a");
        }

        @Test
        void areListedIfNoneFits() {
            assertFails(() -> Html.of("<a href=/a>Home</a>").link("Away"), """
                        Expected one link with the text "Away" but the only link is "Home" → /a.
                          markup "Home\"""");
        }

        @Test
        void areListedIfTheTextIsAmbiguous() {
            assertFails(() -> Html.of("<a href=/a>Go</a><a href=/b>Go</a>").link("Go"), """
                        Expected one link with the text "Go" but the links are "Go" → /a, "Go" → /b.
                          markup "GoGo\"""");
        }

        @Test
        void areRelativeToTheBaseElement() {
            Html html = Html.of("<base href='http://example.org/dir/'><a href=page>x</a>");

            assertThat(html.link("x").uri()).isEqualTo(URI.create("http://example.org/dir/page"));
        }

        @ParameterizedTest
        @CsvSource({
            "http://h/a/b?c, d, http://h/a/d",
            "http://h/a/b?c, ?d, http://h/a/b?d",
            "http://h/a/b?c, #d, http://h/a/b?c#d",
            "http://h/a/b?c, ../d, http://h/d",
            "http://h/a/b?c, //i/d, http://i/d",
            "http://h, d, http://h/d",
            "http://h/a, mailto:x@y, mailto:x@y",
            "http://h/a, b c|d%2F, http://h/b%20c%7Cd%2F",
            "http://h/a, 100%, http://h/100%25",
        })
        void resolveAsInABrowser(URI base, String reference, URI target) {
            assertThat(ReferenceParser.resolve(base, reference)).isEqualTo(target);
        }
    }

    @Nested
    class Assertions {

        private final Html html = Html.of("<title>T</title><p>one</p><p>two</p><a href=/x>X</a>");

        @Test
        void pass() {
            assertThat(html)
                    .hasTitle("T")
                    .hasElement("p")
                    .doesNotHaveElement("h1")
                    .hasElementCount("p", 2)
                    .hasLink("X");
            assertThat(html).text().isEqualTo("one two X");
            assertThat(html).text("p").isEqualTo("one");
        }

        @Test
        void goOnWithParts() {
            Html parts = Html.of("<h1>A  b</h1><h3>c</h3><p class=x>1<p>2<form id=f><input name=q></form>");

            assertThat(parts).headings().containsExactly("h1 A b", "h3 c");
            assertThat(parts).texts("p").containsExactly("1", "2");
            assertThat(parts).texts("b").isEmpty();
            assertThat(parts).attribute("p", "class").isEqualTo("x");
            assertThat(parts).attribute("h1", "class").isNull();
            assertThat(parts).form().hasField("q");
            assertThat(parts).form("#f").hasMethod("get");
        }

        @Test
        void wantTheElementOfAnAttribute() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(html).attribute("h1", "class"))
                    .withMessageContaining("Expected an element that matches h1 but there is none.\n");
        }

        @Test
        void countSoftly() {
            SoftAssertions softly = new SoftAssertions();
            HtmlAssert soft = softly.proxy(HtmlAssert.class, Html.class, html);

            soft.hasTitle("U").hasElement("h1").hasLink("X");

            assertThat(softly.errorsCollected()).hasSize(2);
        }

        @Test
        void nameTheTitle() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(html).hasTitle("U"))
                    .withMessage("Expected the title to be \"U\" but was \"T\".\n  markup \"one two X\"");
        }

        @Test
        void showAnUnexpectedElement() {
            assertFails(() -> assertThat(html).doesNotHaveElement("p"), """
                        Expected no element that matches p but there are 2, the first with the text "one".
                          markup "one two X\"""");
        }

        @Test
        void countElements() {
            assertFails(() -> assertThat(html).hasElementCount("p", 3), """
                        Expected 3 elements that match p but there are 2.
                          markup "one two X\"""");
        }

        @Test
        void listTheLinks() {
            assertFails(() -> assertThat(html).hasLink("Y"), """
                        Expected a link with the text "Y" but the only link is "X" → /x.
                          markup "one two X\"""");
        }

        @Test
        void leaveAPercentSignAlone() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(Html.of("<p>100 %s</p>")).text("h1"))
                    .withMessageContaining("p \"100 %s\"");
        }
    }

    private static void assertFails(ThrowingCallable call, String message) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(call).withMessage(message);
    }
}
