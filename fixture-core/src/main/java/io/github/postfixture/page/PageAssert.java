package io.github.postfixture.page;

import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.AbstractUriAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** Assertions on a {@link Page}. */
public class PageAssert extends AbstractAssert<PageAssert, Page> {

    private static final int OK = 200;
    private static final int LONGEST_TEXT = 200;

    PageAssert(Page actual) {
        super(actual, PageAssert.class);
    }

    /** Verify that the status code is this one. */
    public PageAssert hasStatus(int expected) {
        isNotNull();
        if (actual.status() != expected) {
            throw failureWithActualExpected(
                    actual.status(),
                    expected,
                    "%nExpecting:%n  %s%nto have status:%n  %s%nbut had:%n  %s, and the text \"%s\"",
                    actual,
                    expected,
                    actual.status(),
                    Words.shortened(actual.html().text(), LONGEST_TEXT));
        }
        return this;
    }

    /** Verify that the status code is 200. */
    public PageAssert hasStatusOk() {
        return hasStatus(OK);
    }

    /** Verify that the title is this one. */
    public PageAssert hasTitle(String expected) {
        title().isEqualTo(expected);
        return this;
    }

    /**
     * Verify that the media type of the Content-Type is this one, whatever the parameters.
     *
     * @param expected a media type such as {@code text/html}, or a range such as {@code text/*}
     */
    public PageAssert hasContentTypeCompatibleWith(String expected) {
        isNotNull();
        String found = actual.header("Content-Type").orElse("none");
        if (actual.header("Content-Type").isEmpty() || !MediaRange.of(found).overlaps(MediaRange.of(expected))) {
            throw failureWithActualExpected(
                    found,
                    expected,
                    "%nExpecting:%n  %s%nto have a content type compatible with:%n  %s%nbut had:%n  %s",
                    actual,
                    expected,
                    found);
        }
        return this;
    }

    /** Verify that the answer has a header of this name. */
    public PageAssert containsHeader(String name) {
        isNotNull();
        if (actual.header(name).isEmpty()) {
            failWithMessage(
                    "%nExpecting:%n  %s%nto have a header named:%n  %s%nbut the headers are:%n%s",
                    actual, name, headerLines());
        }
        return this;
    }

    /** Verify that the answer has no header of this name. */
    public PageAssert doesNotContainHeader(String name) {
        isNotNull();
        List<String> values = actual.headers().allValues(name);
        if (!values.isEmpty()) {
            failWithMessage(
                    "%nExpecting:%n  %s%nnot to have a header named:%n  %s%nbut had it with:%n  %s",
                    actual, name, String.join("\n  ", values));
        }
        return this;
    }

    /** Verify that the answer has a header of this name with this value, perhaps among others. */
    public PageAssert hasHeader(String name, String value) {
        containsHeader(name);
        List<String> values = actual.headers().allValues(name);
        if (!values.contains(value)) {
            String found = String.join("\n  ", values);
            throw failureWithActualExpected(
                    found,
                    value,
                    "%nExpecting:%n  %s%nto have the header %s with:%n  %s%nbut had it with:%n  %s",
                    actual,
                    name,
                    value,
                    found);
        }
        return this;
    }

    /** Verify that there is a link with this text; runs of white space count as one space. */
    public PageAssert hasLink(String text) {
        html().hasLink(text);
        return this;
    }

    /** Verify that a cookie of this name was set on the way to the page, and go on with it. */
    public CookieAssert cookie(String name) {
        isNotNull();
        List<Cookie> cookies = actual.cookies();
        return cookies.stream()
                .filter(cookie -> cookie.name().equals(name))
                .findFirst()
                .map(cookie -> cookie.assertThat().as(descriptionText()))
                .orElseThrow(() -> failure(
                        "%nExpecting:%n  %s%nto have set a cookie named:%n  %s%nbut it set:%n%s",
                        actual, name, Words.lines(cookies)));
    }

    /** Verify that no cookie of this name was set on the way to the page. */
    public PageAssert doesNotSetCookie(String name) {
        isNotNull();
        for (Cookie cookie : actual.cookies()) {
            if (cookie.name().equals(name)) {
                throw failure("%nExpecting:%n  %s%nnot to have set a cookie, but it set:%n  %s", actual, cookie);
            }
        }
        return this;
    }

    /** Go on with the redirects that led to the page. */
    public ListAssert<Redirect> redirects() {
        isNotNull();
        return Assertions.assertThat(actual.redirects()).as("redirects to %s", actual);
    }

    /** Go on with the markup. */
    public HtmlAssert html() {
        isNotNull();
        return new HtmlAssert(actual.html()).as(descriptionText());
    }

    /** Go on with the title, which is empty if there is none. */
    public AbstractStringAssert<?> title() {
        return html().title();
    }

    /** Go on with the text of the body, in which runs of white space are one space. */
    public AbstractStringAssert<?> text() {
        return html().text();
    }

    /** Verify that an element matches the CSS selector, and go on with the text of the first that does. */
    public AbstractStringAssert<?> text(String css) {
        return html().text(css);
    }

    /** Go on with the address, after all redirects. */
    public AbstractUriAssert<?> uri() {
        isNotNull();
        return Assertions.assertThat(actual.uri()).as("address of %s", actual);
    }

    private String headerLines() {
        return actual.headers().map().entrySet().stream()
                .map(header -> "  " + header.getKey() + ": " + String.join(", ", header.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
