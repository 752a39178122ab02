package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessibilityTests {

    private static final String GOOD_HEAD = "<!doctype html><html lang=en-GB><title>Shop</title>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x alt=''><img src=x alt=y><img src=x aria-label=y><div aria-hidden=true><img src=x></div>",
                "<img src=x role=presentation><svg role=img aria-label=chart></svg><input type=image alt=Go>",
                "<label>Name <input name=a></label><label for=b>B</label><select id=b></select>",
                "<input aria-label=a><textarea title=b></textarea><span id=c>C</span><input aria-labelledby=c>",
                "<input type=hidden><input type=submit><input type=reset><input type=button value=x>",
                "<a href=/>Home</a><a href=/><img src=x alt=Home></a><a href=/ aria-label=Home></a><a name=x></a>",
                "<button>Go</button><button aria-label=Close>&nbsp;</button><button><svg><title>x</title></svg></button>",
                "<iframe title=Map></iframe>",
                "<h2>a</h2><h3>b</h3><h1>c</h1><h2>d</h2>",
                "<p id=a><p id=b><p id=''><p id=''>",
                "<div tabindex=0></div><div tabindex=-1></div>",
            })
    void passesWhatEverybodyCanUse(String body) {
        assertThat(Html.of(GOOD_HEAD + body)).hasNoAccessibilityDefects();
    }

    @Test
    void readsALanguageOfAnyLength() {
        String language = "en" + "-a".repeat(100_000);

        assertThat(Html.of("<!doctype html><html lang=" + language + "><title>Shop</title>"))
                .hasNoAccessibilityDefects();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<img src=x> | <img src=\"x\"> has no alternative text (image-alt)",
                "<area href=/ alt=''> | <area href=\"/\" alt=\"\"> has no alternative text (image-alt)",
                "<div role=img></div> | <div role=\"img\"> has no alternative text (image-alt)",
                "<input name=a placeholder=Name> | <input name=\"a\" placeholder=\"Name\"> has no label (label)",
                "<select><option>x</select> | <select> has no label (label)",
                "<label><textarea></textarea></label> | <textarea> has no label (label)",
                "<a href=/><img src=x alt=''></a> | <a href=\"/\"> is a link without text (link-name)",
                "<button> </button> | <button> is a button without text (button-name)",
                "<input type=button> | <input type=\"button\"> is a button without text (button-name)",
                "<iframe src=x>text</iframe> | <iframe src=\"x\"> has no title (frame-title)",
                "<h1>a</h1><h3>b</h3> | <h3> skips a level of headings (heading-order)",
                "<h1>a</h1><h2> </h2> | <h2> is a heading without text (empty-heading)",
                "<p id=a></p><b id=a></b> | <b id=\"a\"> has an id that stands elsewhere, too (duplicate-id)",
                "<label for=a>A</label> | <label for=\"a\"> refers to an id that does not exist (reference)",
                "<p tabindex=3> | <p tabindex=\"3\"> changes the order of the keyboard (tabindex)",
            })
    void showsWhatSomebodyCannotUse(String body, String defect) {
        Html html = Html.of(GOOD_HEAD + body);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(html).hasNoAccessibilityDefects())
                .withMessage("Expected no accessibility defects but line 1: " + defect + ".\n  " + html);
    }

    @Test
    void listsAllWithTheirLines() {
        Html html = Html.of("<html lang=en_US>\n<body>\n<img src=a>\n\n<img src=b>");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(html).hasNoAccessibilityDefects())
                .withMessage("""
                        Expected no accessibility defects but line 3: <img src="a"> has no alternative text (image-alt); line 5: <img src="b"> has no alternative text (image-alt) and 2 more.
                          markup ""
                        All that is wrong:
                          line 3: <img src="a"> has no alternative text (image-alt)
                          line 5: <img src="b"> has no alternative text (image-alt)
                          line 1: <html lang="en_US"> does not say its language (html-lang)
                          line 1: <html lang="en_US"> has no title (title)""");
    }

    @Test
    void cutsALongList() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(Html.of(GOOD_HEAD + "<img src=x>".repeat(25)))
                        .hasNoAccessibilityDefects())
                .withMessageEndingWith("(image-alt)\n  (and 5 more)");
    }

    @Test
    void leavesOutWhatIsExcepted() {
        assertThat(Html.of("<p>x")).hasNoAccessibilityDefectsExcept("html-lang", "title");
    }

    @Test
    void listsTheRulesIfThereIsNoSuch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(Html.of("")).hasNoAccessibilityDefectsExcept("contrast"))
                .withMessage(
                        "rule (contrast) must be one of image-alt, label, link-name, button-name, frame-title, html-lang,"
                                + " title, heading-order, empty-heading, duplicate-id, reference, tabindex");
    }
}
