package io.github.postfixture.page;

import io.github.postfixture.explanation.Credentials;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.WantedField;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            throw failing(
                    FailureMessage.expected(
                            "status " + expected,
                            "was " + actual.status() + ", with the text \""
                                    + ReadableText.shortened(actual.html().text(), LONGEST_TEXT) + "\""),
                    expected,
                    actual.status());
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
        Optional<String> found = actual.header("Content-Type");
        if (found.isEmpty() || !MediaRange.of(found.get()).overlaps(MediaRange.of(expected))) {
            throw failing(
                    "a content type compatible with " + expected,
                    found.map(type -> "it is " + type).orElse("there is none"));
        }
        return this;
    }

    /** Verify that the answer has a header of this name. */
    public PageAssert containsHeader(String name) {
        isNotNull();
        if (actual.header(name).isEmpty()) {
            List<String> names = List.copyOf(actual.headers().map().keySet());
            throw failing(FailureMessage.expected("a header " + name, "there is none")
                    .with("The headers are", headerLines(WantedField.nearestFirst(name, names))));
        }
        return this;
    }

    /** Verify that the answer has no header of this name. */
    public PageAssert doesNotContainHeader(String name) {
        isNotNull();
        return verifyNone("no header " + name, masked(name, actual.headers().allValues(name)));
    }

    /** Verify that the answer has a header of this name with this value, perhaps among others. */
    public PageAssert hasHeader(String name, String value) {
        isNotNull();
        if (!actual.headers().allValues(name).contains(value)) {
            throw failing(new WantedField(name, Credentials.masked(name, value)).among(fields()));
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
                .map(cookie -> part(cookie.assertThat()))
                .orElseThrow(() -> lacking("cookie " + name + " to be set", "cookie", cookies));
    }

    /** Verify that no cookie of this name was set on the way to the page. */
    public PageAssert doesNotSetCookie(String name) {
        isNotNull();
        for (Cookie cookie : actual.cookies()) {
            if (cookie.name().equals(name)) {
                throw failing("no cookie " + name, "it was set: " + cookie);
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
        return verifyNothingWrong("all security headers", new SecurityHeaders(actual).missing());
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
            throw failing(check.report(broken));
        }
        return this;
    }

    /** Go on to what the Content-Security-Policy allows: the sources by the directive. */
    public MapAssert<String, List<String>> contentSecurityPolicy() {
        isNotNull();
        return Assertions.assertThat(actual.contentSecurityPolicy()).as("Content-Security-Policy of %s", actual);
    }

    /** Go on to the redirects that led to the page. */
    public ListAssert<Redirect> redirects() {
        isNotNull();
        return Assertions.assertThat(actual.redirects()).as("redirects to %s", actual);
    }

    /** Go on to the HTML of the page, to assert on what it says and shows. */
    public HtmlAssert html() {
        isNotNull();
        return part(new HtmlAssert(actual.html()));
    }

    /** Go on to the address, after all redirects. */
    public AbstractUriAssert<?> uri() {
        isNotNull();
        return Assertions.assertThat(actual.uri()).as("address of %s", actual);
    }

    @Override
    Html markup() {
        isNotNull();
        return actual.html();
    }

    private List<String> headerLines(List<String> names) {
        return names.stream()
                .map(name -> name + ": "
                        + String.join(", ", masked(name, actual.headers().allValues(name))))
                .toList();
    }

    private List<Map.Entry<String, String>> fields() {
        return actual.headers().map().entrySet().stream()
                .flatMap(field -> masked(field.getKey(), field.getValue()).stream()
                        .map(value -> Map.entry(field.getKey(), value)))
                .toList();
    }

    private static List<String> masked(String name, List<String> values) {
        return values.stream().map(value -> Credentials.masked(name, value)).toList();
    }
}
