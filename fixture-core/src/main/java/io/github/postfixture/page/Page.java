package io.github.postfixture.page;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.assertj.core.api.AssertProvider;

/**
 * A page that a reader has opened: what the server answered at the end of all redirects. Immutable.
 *
 * <pre>{@code
 * Page page = Page.open(web.uri("/login"));
 * assertThat(page).hasStatusOk().hasTitle("Log in");
 *
 * Page account = page.form().fill("user", "alice").submit();
 * assertThat(account).text("h1").isEqualTo("Welcome, Alice");
 * }</pre>
 *
 * <p>Pages that are reached from one another by links, forms and {@link #open(String)} share their cookies; nothing
 * else does. Servers with a certificate of the throwaway authority are trusted, and no others. Scripts are not run.
 */
public final class Page implements AssertProvider<PageAssert> {

    private final Walk walk;
    private final HttpResponse<byte[]> response;
    private final Body body;

    Page(Walk walk, HttpResponse<byte[]> response) {
        this.walk = walk;
        this.response = response;
        String contentType = response.headers().firstValue("Content-Type").orElse("");
        body = new Body(response.body(), contentType, response.uri());
    }

    /**
     * Open a page without any cookies, and follow up to 20 redirects.
     *
     * @param uri an absolute http or https address
     * @throws AssertionError if there is no answer within 10 seconds, or the redirects do not end
     */
    public static Page open(URI uri) {
        return new Walk().open(uri);
    }

    /**
     * Open another page with the cookies of this one.
     *
     * @param relative an address, relative to that of this page
     * @throws AssertionError if there is no answer within 10 seconds, or the redirects do not end
     */
    public Page open(String relative) {
        return walk.open(References.resolve(uri(), relative));
    }

    /** Return the status code, such as 200. */
    public int status() {
        return response.statusCode();
    }

    /** Return the address, after all redirects. */
    public URI uri() {
        return response.uri();
    }

    /** Return all headers of the answer. */
    public HttpHeaders headers() {
        return response.headers();
    }

    /** Return the first value of a header, whose name may be in any case. */
    public Optional<String> header(String name) {
        return headers().firstValue(name);
    }

    /** Return the body as text: in the charset of the Content-Type, or else of the markup, or else in UTF-8. */
    public String body() {
        return body.text();
    }

    /** Return the body as it came. */
    public byte[] bytes() {
        return body.bytes();
    }

    /** Return the body as markup, in which links are relative to the address of this page. */
    public Html html() {
        return new Html(body(), body.document(), () -> walk, toString());
    }

    /** Return the title, or an empty string if there is none. */
    public String title() {
        return Words.normalised(body.document().title());
    }

    /**
     * Return the link with this text.
     *
     * @param text the whole text; runs of white space count as one space
     * @throws AssertionError if there is none, or several that lead to different places
     */
    public Link link(String text) {
        return html().link(text);
    }

    /**
     * Return the only form.
     *
     * @throws AssertionError if there is none, or more than one
     */
    public Form form() {
        return html().form();
    }

    /**
     * Return the first form that matches a CSS selector.
     *
     * @throws AssertionError if none does
     * @throws IllegalArgumentException if the selector cannot be read
     */
    public Form form(String css) {
        return html().form(css);
    }

    /** Return the assertions; AssertJ's own {@code assertThat} calls this. */
    @Override
    public PageAssert assertThat() {
        return new PageAssert(this);
    }

    /** Return the address, the status, the media type and the title. */
    @Override
    public String toString() {
        String type = header("Content-Type")
                .map(value -> " " + MediaRange.withoutParameters(value))
                .orElse("");
        String title = title().isEmpty() ? "" : " \"" + title() + "\"";
        return "page " + uri() + " (" + status() + type + title + ")";
    }
}
