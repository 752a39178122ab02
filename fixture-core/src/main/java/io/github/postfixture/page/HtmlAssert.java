package io.github.postfixture.page;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** Assertions on {@link Html}. */
public class HtmlAssert extends AbstractAssert<HtmlAssert, Html> {

    HtmlAssert(Html actual) {
        super(actual, HtmlAssert.class);
    }

    /** Verify that the title is this. */
    public HtmlAssert hasTitle(String expected) {
        if (!actual.title().equals(expected)) {
            throw failureWithActualExpected(
                    actual.title(),
                    expected,
                    "%nExpecting:%n  %s%nto have the title:%n  %s%nbut was:%n  %s",
                    actual,
                    expected,
                    actual.title().isEmpty() ? "(none)" : actual.title());
        }
        return this;
    }

    /** Verify that the selector finds an element. */
    public HtmlAssert hasElement(String selector) {
        if (actual.count(selector) == 0) {
            throw lacking("to have an element", selector);
        }
        return this;
    }

    /** Verify that the selector finds no element. */
    public HtmlAssert doesNotHaveElement(String selector) {
        if (actual.count(selector) > 0) {
            throw lacking("to have no element", selector);
        }
        return this;
    }

    /** Verify that there is one link with that text, and no other with another target. */
    public HtmlAssert hasLink(String text) {
        actual.link(text);
        return this;
    }

    /** Go on to the text that a reader sees. */
    public AbstractStringAssert<?> text() {
        return Assertions.assertThat(actual.text()).as("text of %s", actual);
    }

    /** Go on to the text of the first element that the selector finds; fail if there is none. */
    public AbstractStringAssert<?> text(String selector) {
        return Assertions.assertThat(actual.text(selector)).as("text of %s in %s", selector, actual);
    }

    /** Go on to the texts of all elements that the selector finds. */
    public ListAssert<String> texts(String selector) {
        return Assertions.assertThat(actual.texts(selector)).as("texts of %s in %s", selector, actual);
    }

    /** Go on to the links. */
    public ListAssert<Link> links() {
        return Assertions.assertThat(actual.links()).as("links of %s", actual);
    }

    /** Go on to the link with that text; fail if there is none. */
    public LinkAssert link(String text) {
        return Assertions.assertThat(actual.link(text)).as("link \"%s\" of %s", text, actual);
    }

    private AssertionError lacking(String expectation, String selector) {
        return failure(
                "%nExpecting:%n  %s%n%s:%n  %s%nbut its elements are:%n%s",
                actual, expectation, selector, actual.outline());
    }
}
