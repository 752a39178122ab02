package io.github.postfixture.page;

import java.util.Locale;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.AbstractUriAssert;
import org.assertj.core.api.Assertions;

/** Assertions on a {@link Page}. */
public class PageAssert extends AbstractAssert<PageAssert, Page> {

    PageAssert(Page actual) {
        super(actual, PageAssert.class);
    }

    /** Verify that the status code is this. */
    public PageAssert hasStatus(int expected) {
        return verify("to have the status", String.valueOf(expected), String.valueOf(actual.status()));
    }

    /** Verify that the status code is 200. */
    public PageAssert hasStatusOk() {
        return hasStatus(200);
    }

    /** Verify that the title is this. */
    public PageAssert hasTitle(String expected) {
        return verify("to have the title", expected, actual.title());
    }

    /** Verify that the media type is this, parameters such as the charset aside. */
    public PageAssert hasContentTypeCompatibleWith(String expected) {
        String found = actual.mediaType();
        return found.equalsIgnoreCase(expected) ? this : verify("to have the content type", expected, found);
    }

    /** Verify that there is a response header of that name. */
    public PageAssert containsHeader(String name) {
        if (actual.header(name).isEmpty()) {
            throw lacking("to have a header", name, "but its headers are", headerNames());
        }
        return this;
    }

    /** Verify that there is no response header of that name. */
    public PageAssert doesNotContainHeader(String name) {
        if (actual.header(name).isPresent()) {
            throw lacking(
                    "to have no header",
                    name,
                    "but it has",
                    Outline.lines(actual.headers().allValues(name)));
        }
        return this;
    }

    /** Verify that a response header of that name has this value. */
    public PageAssert hasHeader(String name, String value) {
        containsHeader(name);
        if (!actual.headers().allValues(name).contains(value)) {
            String found = Outline.lines(actual.headers().allValues(name));
            throw lacking("to have the header", name + ": " + value, "but it has the values", found);
        }
        return this;
    }

    /** Verify that there is one link with that text, and no other with another target. */
    public PageAssert hasLink(String text) {
        html().hasLink(text);
        return this;
    }

    /** Go on to the text that a reader sees. */
    public AbstractStringAssert<?> text() {
        return html().text();
    }

    /** Go on to the text of the first element that the selector finds; fail if there is none. */
    public AbstractStringAssert<?> text(String selector) {
        return html().text(selector);
    }

    /** Go on to the body as it came, as text. */
    public AbstractStringAssert<?> body() {
        return Assertions.assertThat(actual.body()).as("body of %s", actual);
    }

    /** Go on to the body as HTML. */
    public HtmlAssert html() {
        return Assertions.assertThat(actual.html()).as("%s", actual);
    }

    /** Go on to the address of the page, after all redirects. */
    public AbstractUriAssert<?> uri() {
        return Assertions.assertThat(actual.uri()).as("address of %s", actual);
    }

    private String headerNames() {
        return Outline.lines(actual.headers().map().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .sorted()
                .toList());
    }

    private PageAssert verify(String expectation, String expected, String found) {
        if (!found.equals(expected)) {
            throw failureWithActualExpected(
                    found,
                    expected,
                    "%nExpecting:%n  %s%n%s:%n  %s%nbut was:%n  %s",
                    actual,
                    expectation,
                    expected,
                    found.isEmpty() ? "(none)" : found);
        }
        return this;
    }

    private AssertionError lacking(String expectation, String expected, String instead, String found) {
        return failure("%nExpecting:%n  %s%n%s:%n  %s%n%s:%n%s", actual, expectation, expected, instead, found);
    }
}
