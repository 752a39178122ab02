package io.github.postfixture.page;

import io.github.postfixture.explanation.Credentials;
import io.github.postfixture.explanation.Listing;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractUriAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.MapAssert;

/** Assertions on a {@link Page}. */
public class PageAssert extends AbstractHtmlAssert<PageAssert, Page> {

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
                    ReadableText.shortened(actual.html().text(), LONGEST_TEXT));
        }
        return this;
    }

    /** Verify that the status code is 200. */
    public PageAssert hasStatusOk() {
        return hasStatus(OK);
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
            throw differing("to have a content type compatible with", expected, "but had", found);
        }
        return this;
    }

    /** Verify that the answer has a header of this name. */
    public PageAssert containsHeader(String name) {
        isNotNull();
        if (actual.header(name).isEmpty()) {
            throw lacking("to have a header named", name, "but the headers are", headerLines());
        }
        return this;
    }

    /** Verify that the answer has no header of this name. */
    public PageAssert doesNotContainHeader(String name) {
        isNotNull();
        List<String> values = actual.headers().allValues(name);
        if (!values.isEmpty()) {
            throw lacking("not to have a header named", name, "but had it with", masked(name, values));
        }
        return this;
    }

    /** Verify that the answer has a header of this name with this value, perhaps among others. */
    public PageAssert hasHeader(String name, String value) {
        containsHeader(name);
        List<String> values = actual.headers().allValues(name);
        if (!values.contains(value)) {
            throw differing(
                    "to have the header " + name + " with",
                    Credentials.masked(name, value),
                    "but had it with",
                    String.join("\n  ", masked(name, values)));
        }
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
                .orElseThrow(() -> lacking("to have set a cookie named", name, "but it set", cookies));
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

    /**
     * Verify that the page tells browsers what every page should: a Content-Security-Policy, {@code nosniff} in
     * X-Content-Type-Options, a Referrer-Policy, who may frame it (frame-ancestors or X-Frame-Options), and by https how
     * long to keep to https (Strict-Transport-Security). The failure lists all that is missing.
     */
    public PageAssert hasSecurityHeaders() {
        isNotNull();
        List<String> missing = new SecurityHeaders(actual).missing();
        if (!missing.isEmpty()) {
            failWithMessage(
                    "%nExpecting:%n  %s%nto have security headers%nbut of these:%n%s", actual, Listing.of(missing));
        }
        return this;
    }

    /**
     * Verify that every address of the same scheme, host and port that the page names leads somewhere: links, pictures,
     * scripts, styles, frames, media, and places within the page. Each is asked for once, by HEAD, and by GET if that
     * fails. The failure lists all broken ones and where they stand.
     *
     * <p>The cookies of the page are sent along and not changed; a link that does something when visited, such as one to
     * log out, does it. Exclude it by {@link #hasNoBrokenLinks(Predicate)}.
     */
    public PageAssert hasNoBrokenLinks() {
        return hasNoBrokenLinks(address -> true);
    }

    /**
     * Verify the same as {@link #hasNoBrokenLinks()} for some addresses only.
     *
     * @param wanted tells which addresses to ask for
     */
    public PageAssert hasNoBrokenLinks(Predicate<URI> wanted) {
        isNotNull();
        LinkCheck check = actual.linkCheck(wanted);
        List<String> broken = check.broken();
        if (!broken.isEmpty()) {
            failWithMessage("%s", check.report(broken));
        }
        return this;
    }

    /** Go on with what the Content-Security-Policy allows: the sources by the directive. */
    public MapAssert<String, List<String>> contentSecurityPolicy() {
        isNotNull();
        return Assertions.assertThat(actual.contentSecurityPolicy()).as("Content-Security-Policy of %s", actual);
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

    /** Go on with the address, after all redirects. */
    public AbstractUriAssert<?> uri() {
        isNotNull();
        return Assertions.assertThat(actual.uri()).as("address of %s", actual);
    }

    @Override
    Html markup() {
        isNotNull();
        return actual.html();
    }

    private List<String> headerLines() {
        return actual.headers().map().entrySet().stream()
                .map(header -> header.getKey() + ": " + String.join(", ", masked(header.getKey(), header.getValue())))
                .toList();
    }

    private static List<String> masked(String name, List<String> values) {
        return values.stream().map(value -> Credentials.masked(name, value)).toList();
    }
}
