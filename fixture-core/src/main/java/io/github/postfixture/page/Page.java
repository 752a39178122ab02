package io.github.postfixture.page;

import io.github.postfixture.explanation.Printable;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;

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
 * else does. Servers with a certificate of the throwaway authority are trusted, and no others. Scripts are not run. What a test
 * does not name itself leads nowhere but to this machine, unless it is {@linkplain BrowsingSession#allowing allowed}.
 */
public final class Page implements AssertProvider<PageAssert> {

    private final BrowsingSession session;
    private final RedirectChain trail;
    private final URI uri;
    private final PageContent body;
    private final @Nullable Page previous;

    Page(BrowsingSession session, RedirectChain trail, @Nullable Page previous) {
        this(session, trail, trail.request().uri(), PageContent.of(trail.response()), previous);
    }

    private Page(BrowsingSession session, RedirectChain trail, URI uri, PageContent body, @Nullable Page previous) {
        this.session = session;
        this.trail = trail;
        this.uri = uri;
        this.body = body;
        this.previous = previous;
    }

    /** Begin a session without any cookies, whose settings can be changed before its first page is opened. */
    public static BrowsingSession session() {
        return new BrowsingSession();
    }

    /**
     * Open a page without any cookies, and follow up to 20 redirects.
     *
     * @param uri an absolute http or https address, on any machine
     * @throws AssertionError if there is no answer within 10 seconds, the redirects do not end, or one leads to a host on
     *     another machine that is not {@linkplain BrowsingSession#allowing allowed}
     */
    public static Page open(URI uri) {
        return new BrowsingSession().open(uri);
    }

    /**
     * Open another page with the cookies of this one.
     *
     * @param relative an address, relative to that of this page
     * @throws AssertionError if there is no answer within 10 seconds, or the redirects do not end
     */
    public Page open(String relative) {
        URI to = ReferenceParser.resolve(uri, relative);
        return go(session.naming(to), PageRequest.get(to));
    }

    /**
     * Ask for this page anew, with what was sent for it at first.
     *
     * @throws AssertionError if there is no answer within 10 seconds, or the redirects do not end
     */
    public Page reload() {
        return session.send(trail.request(), previous);
    }

    /**
     * Return the page that this one was reached from, as it was; nothing is asked of the server.
     *
     * @throws AssertionError if it was not reached from a page
     */
    public Page back() {
        if (previous == null) {
            throw new AssertionError("Cannot go back from " + this + ": it was not reached from another page");
        }
        return previous;
    }

    /** Return what the server asked for on the way to this page, in order. */
    public List<Redirect> redirects() {
        return trail.redirects();
    }

    /** Return the cookies that were set on the way to this page, redirects included; of each name the last one. */
    public List<Cookie> cookies() {
        return trail.cookies();
    }

    /** Return the status code, such as 200. */
    public int status() {
        return trail.response().statusCode();
    }

    /** Return the address, after all redirects. */
    public URI uri() {
        return uri;
    }

    /** Return all headers of the answer. */
    public HttpHeaders headers() {
        return trail.response().headers();
    }

    /** Return the first value of a header, whose name may be in any case. */
    public Optional<String> header(String name) {
        return headers().firstValue(name);
    }

    /**
     * Return the body as text: in the charset of its byte order mark, or else of the Content-Type, or else of the markup, or
     * else in UTF-8.
     */
    public String body() {
        return body.text();
    }

    /** Return the body as it came. */
    public byte[] bytes() {
        return body.bytes();
    }

    /** Return the body as markup, in which links are relative to the address of this page. */
    public Html html() {
        return new Html(body(), body.document(), this::go, toString(), body::charsetContradiction);
    }

    /** Return the title, or an empty string if there is none. */
    public String title() {
        return new PageMetadata(body.document()).title();
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
     * Return the only table.
     *
     * @throws AssertionError if there is none, or more than one
     */
    public Table table() {
        return html().table();
    }

    /**
     * Return the table with this caption or label, or below this heading.
     *
     * @throws AssertionError if there is none, or more than one
     */
    public Table table(String name) {
        return html().table(name);
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
        return Printable.line("page " + ReferenceParser.shown(uri) + " (" + status() + type + title + ")");
    }

    /** Return what the Content-Security-Policy allows, that of the header before that of the markup. */
    Map<String, List<String>> contentSecurityPolicy() {
        return ContentSecurityPolicy.directives(
                headers().allValues("Content-Security-Policy"), html().about().meta("Content-Security-Policy"));
    }

    LinkCheck linkCheck(Predicate<URI> wanted) {
        return new LinkCheck(this, body.document(), session.apart(), wanted);
    }

    /** Return the request with what it tells of this page. */
    PageRequest referring(PageRequest request) {
        Referrer referrer = new Referrer(uri, header("Referrer-Policy").orElse(""));
        return request.uri().getHost() == null ? request : referrer.of(request);
    }

    /** Go on from here; a place within this page is reached without asking the server. */
    private Page go(PageRequest request) {
        return go(session, request);
    }

    private Page go(BrowsingSession way, PageRequest request) {
        URI to = request.uri();
        if (request.isGet() && to.getRawFragment() != null && isHere(to)) {
            return new Page(way, trail, to, body, this);
        }
        return way.send(referring(request), this);
    }

    private boolean isHere(URI to) {
        return ReferenceParser.withoutFragment(to).equals(ReferenceParser.withoutFragment(uri));
    }
}
