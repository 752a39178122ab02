package io.github.postfixture.page;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Assertions on {@link Html}. */
public class HtmlAssert extends AbstractAssert<HtmlAssert, Html> {

    HtmlAssert(Html actual) {
        super(actual, HtmlAssert.class);
    }

    /** Verify that the title is this one. */
    public HtmlAssert hasTitle(String expected) {
        title().isEqualTo(expected);
        return this;
    }

    /** Verify that an element matches the CSS selector. */
    public HtmlAssert hasElement(String css) {
        isNotNull();
        if (actual.count(css) == 0) {
            failWithMessage("%s", actual.noElement(css));
        }
        return this;
    }

    /** Verify that no element matches the CSS selector. */
    public HtmlAssert doesNotHaveElement(String css) {
        isNotNull();
        actual.find(css)
                .ifPresent(text -> failWithMessage(
                        "%nExpecting:%n  %s%nnot to have an element that matches:%n  %s%nbut had one with text:%n  \"%s\"",
                        actual, css, text));
        return this;
    }

    /** Verify that so many elements match the CSS selector. */
    public HtmlAssert hasElementCount(String css, int expected) {
        isNotNull();
        int count = actual.count(css);
        if (count != expected) {
            throw failureWithActualExpected(
                    count,
                    expected,
                    "%nExpecting:%n  %s%nto have so many elements that match %s:%n  %s%nbut had:%n  %s",
                    actual,
                    css,
                    expected,
                    count);
        }
        return this;
    }

    /** Verify that there is a link with this text; runs of white space count as one space. */
    public HtmlAssert hasLink(String text) {
        isNotNull();
        if (actual.linksWith(text).isEmpty()) {
            failWithMessage("%s", actual.noLink(text));
        }
        return this;
    }

    /** Go on with the title, which is empty if there is none. */
    public AbstractStringAssert<?> title() {
        isNotNull();
        return Assertions.assertThat(actual.title()).as("title of %s", actual);
    }

    /** Go on with the text of the body, in which runs of white space are one space. */
    public AbstractStringAssert<?> text() {
        isNotNull();
        return Assertions.assertThat(actual.text()).as("text of %s", actual);
    }

    /** Verify that an element matches the CSS selector, and go on with the text of the first that does. */
    public AbstractStringAssert<?> text(String css) {
        hasElement(css);
        return Assertions.assertThat(actual.text(css)).as("text of %s in %s", css, actual);
    }
}
