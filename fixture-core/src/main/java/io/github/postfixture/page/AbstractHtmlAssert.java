package io.github.postfixture.page;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.PrintableRepresentation;
import io.github.postfixture.explanation.Quantity;
import io.github.postfixture.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.AbstractUriAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.MapAssert;

/** What can be said of markup, wherever it comes from. */
abstract class AbstractHtmlAssert<SELF extends AbstractHtmlAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractExplainedAssert<SELF, ACTUAL> {

    private static final int LONGEST_TEXT = 100;

    AbstractHtmlAssert(ACTUAL actual, Class<SELF> selfType) {
        super(actual, selfType);
    }

    /** Return the markup; fail if there is no subject. */
    abstract Html markup();

    /** Verify that the title is this one. */
    public SELF hasTitle(String expected) {
        String found = markup().title();
        if (!found.equals(expected)) {
            FailureMessage message = FailureMessage.differing("the title", expected, found);
            throw failing(message.with(markup().charsetNote()), expected, found);
        }
        return myself;
    }

    /** Verify that an element matches the CSS selector. */
    public SELF hasElement(String css) {
        if (markup().texts(css).isEmpty()) {
            throw failing(markup().noElement(css));
        }
        return myself;
    }

    /** Verify that no element matches the CSS selector. */
    public SELF doesNotHaveElement(String css) {
        List<String> texts = markup().texts(css);
        if (!texts.isEmpty()) {
            String number = texts.size() == 1 ? "there is one" : "there are " + texts.size() + ", the first";
            throw failing(
                    "no element that matches " + css,
                    number + " with the text \"" + ReadableText.shortened(texts.get(0), LONGEST_TEXT) + '"');
        }
        return myself;
    }

    /** Verify that so many elements match the CSS selector. */
    public SELF hasElementCount(String css, int expected) {
        int count = markup().texts(css).size();
        if (count != expected) {
            throw failing(
                    FailureMessage.expected(
                            Quantity.of(expected, "element")
                                    + (expected == 1 ? " that matches " : " that match ")
                                    + css,
                            count == 1 ? "there is 1" : "there are " + count),
                    expected,
                    count);
        }
        return myself;
    }

    /** Verify that there is a link with this text; runs of white space count as one space. */
    public SELF hasLink(String text) {
        if (markup().linksWith(text).isEmpty()) {
            throw failing(markup().noLink("a link", text));
        }
        return myself;
    }

    /**
     * Verify what markup alone tells of whether everybody can use it: alternative texts of pictures, labels of fields,
     * names of links, buttons and frames, language and title, the order of headings, ids that stand twice or nowhere, and
     * a changed order of the keyboard.
     *
     * <p>Contrast, focus and what scripts do are not looked at.
     */
    public SELF hasNoAccessibilityDefects() {
        return hasNoAccessibilityDefectsExcept();
    }

    /**
     * Verify the same as {@link #hasNoAccessibilityDefects()} apart from some rules.
     *
     * @param rules the names that a failure shows in parentheses, such as {@code html-lang}
     * @throws IllegalArgumentException if there is no such rule
     */
    public SELF hasNoAccessibilityDefectsExcept(String... rules) {
        Set<AccessibilityRule> except =
                Arrays.stream(rules).map(AccessibilityRule::named).collect(Collectors.toSet());
        List<String> broken = AccessibilityRule.broken(markup().document(), except);
        return verifyNothingWrong("no accessibility defects", broken);
    }

    /**
     * Verify that nothing is loaded, and no form is sent, by {@code http} in the clear: browsers refuse that on a page of
     * {@code https}.
     */
    public SELF hasNoMixedContent() {
        return verifyNone("no mixed content", MixedContent.in(markup().document()));
    }

    /**
     * Verify that what a reader meets is what somebody has approved: title, headings, text, links, pictures, forms and
     * tables, a line for each block, and neither style nor the port of the server.
     *
     * <p>If it is not, what was received lies beside the file, and the failure tells how to approve it.
     *
     * @param approved a text file in UTF-8, which need not exist at first
     */
    public SELF matchesApproved(Path approved) {
        new Approval(approved).reject(TextRendering.of(markup().document())).ifPresent(message -> {
            throw failing(message.with(markup().charsetNote()));
        });
        return myself;
    }

    /** Verify that an object of structured data (JSON-LD) has this type, such as {@code Product}. */
    public SELF hasStructuredData(String type) {
        List<String> types = markup().structuredData().stream()
                .flatMap(StructuredData::types)
                .toList();
        if (!types.contains(type)) {
            throw lacking("structured data of type " + type, "type", types);
        }
        return myself;
    }

    /** Go on to the structured data (JSON-LD): the objects of all scripts, which must be JSON. */
    public ListAssert<Json> structuredData() {
        return Assertions.assertThat(markup().structuredData()).as("structured data of %s", markup());
    }

    /** Go on to the title, which is empty if there is none. */
    public AbstractStringAssert<?> title() {
        return Assertions.assertThat(markup().title())
                .as(() -> "title of " + markup().withCharsetNote())
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Go on to the text of the body, in which runs of white space are one space. */
    public AbstractStringAssert<?> text() {
        return Assertions.assertThat(markup().text())
                .as(() -> "text of " + markup().withCharsetNote())
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Verify that an element matches the CSS selector, and go on with the text of the first that does. */
    public AbstractStringAssert<?> text(String css) {
        hasElement(css);
        return Assertions.assertThat(markup().text(css))
                .as(() -> "text of " + css + " in " + markup().withCharsetNote())
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Go on to the text of each element that matches the CSS selector. */
    public ListAssert<String> texts(String css) {
        return Assertions.assertThat(markup().texts(css))
                .as(() -> "texts of " + css + " in " + markup().withCharsetNote())
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Verify that an element matches the CSS selector, and go on with an attribute of the first; null if it has none. */
    public AbstractStringAssert<?> attribute(String css, String name) {
        hasElement(css);
        return Assertions.assertThat(markup().attribute(css, name).orElse(null))
                .as("attribute %s of %s in %s", name, css, markup());
    }

    /** Verify that the first element that matches the CSS selector is a link, and go on with it. */
    public LinkAssert linkAt(String css) {
        return part(markup().linkAt(css).assertThat());
    }

    /** Go on to the headings: level and text, such as {@code h1 Orders}. */
    public ListAssert<String> headings() {
        return Assertions.assertThat(markup().headings())
                .as(() -> "headings of " + markup().withCharsetNote())
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Go on to what a {@code meta} element says, found by its name or property; null if there is none. */
    public AbstractStringAssert<?> meta(String name) {
        return Assertions.assertThat(markup().about().meta(name).orElse(null)).as("meta %s of %s", name, markup());
    }

    /** Verify that there is one form, and go on with it. */
    public FormAssert form() {
        return part(markup().form().assertThat());
    }

    /** Verify that the first element that matches the CSS selector is a form, and go on with it. */
    public FormAssert form(String css) {
        return part(markup().form(css).assertThat());
    }

    /** Verify that there is one table, and go on with it. */
    public TableAssert table() {
        return part(markup().table().assertThat());
    }

    /** Verify that one table has this caption or label, or stands below this heading, and go on with it. */
    public TableAssert table(String name) {
        return part(markup().table(name).assertThat());
    }

    /** Verify that there is one canonical address, and go on with it. */
    public AbstractUriAssert<?> canonical() {
        List<URI> canonical = markup().about().canonical();
        if (canonical.size() != 1) {
            throw lacking("one canonical address", "address", canonical);
        }
        return Assertions.assertThat(canonical.get(0)).as("canonical address of %s", markup());
    }

    /** Go on to the same page in other languages: its addresses by the language ({@code hreflang}). */
    public MapAssert<String, URI> alternates() {
        return Assertions.assertThat(markup().about().alternates()).as("alternates of %s", markup());
    }
}
