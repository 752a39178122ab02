package io.github.postfixture.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.AssertProvider;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * A page that was opened over HTTP or HTTPS, as a reader with a browser meets it, but without running scripts.
 *
 * <p>Redirects are followed; cookies are kept from page to page of one walk; the throwaway certificate authority is
 * trusted. Immutable, and safe for use by several threads.
 */
public final class Page implements AssertProvider<PageAssert> {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\\s\";]+)");

    private final URI uri;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] bytes;
    private final Walk walk;

    Page(URI uri, HttpResponse<byte[]> response, Walk walk) {
        this.uri = uri;
        status = response.statusCode();
        headers = response.headers();
        bytes = response.body();
        this.walk = walk;
    }

    /**
     * Open a page, without any cookies. Give up after 10 seconds.
     *
     * @throws AssertionError if there is no answer
     */
    public static Page open(URI uri) {
        return new Walk().get(uri);
    }

    /** Return the address of the page, after all redirects. */
    public URI uri() {
        return uri;
    }

    /** Return the status code (RFC 9110 section 15). */
    public int status() {
        return status;
    }

    /** Return the response headers. */
    public HttpHeaders headers() {
        return headers;
    }

    /** Return the first value of a response header. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Return the body as it came. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Return the body as text, in the charset that the headers, the byte order mark or the markup name; else UTF-8. */
    public String body() {
        return charset().map(charset -> new String(bytes, charset)).orElseGet(this::sniffed);
    }

    /** Return the body as HTML; its links and forms go on with the walk. */
    public Html html() {
        return Html.of(body(), uri, walk);
    }

    /** Return the title; empty if there is none. */
    public String title() {
        return html().title();
    }

    /** Return the link with that text; see {@link Html#link(String)}. */
    public Link link(String text) {
        return html().link(text);
    }

    /** Return the only form; see {@link Html#form()}. */
    public Form form() {
        return html().form();
    }

    /** Return the only form that the selector finds; see {@link Html#form(String)}. */
    public Form form(String selector) {
        return html().form(selector);
    }

    /** Open another page on the same walk; the reference may be relative to this page. */
    public Page open(String reference) {
        return walk.get(uri.resolve(reference));
    }

    @Override
    public PageAssert assertThat() {
        return new PageAssert(this);
    }

    @Override
    public String toString() {
        String type = mediaType();
        String title = type.equals("text/html") && !title().isEmpty() ? " \"" + title() + "\"" : "";
        return "page " + uri + " (" + (status + " " + type).trim() + title + ")";
    }

    String mediaType() {
        return header("Content-Type").orElse("").split(";", 2)[0].trim();
    }

    private Optional<Charset> charset() {
        Matcher matcher = CHARSET.matcher(header("Content-Type").orElse(""));
        return matcher.find() ? known(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String sniffed() {
        try {
            @Nullable String unknown = null;
            Charset charset =
                    Jsoup.parse(new ByteArrayInputStream(bytes), unknown, "").charset();
            return new String(bytes, charset);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a page from memory", e);
        }
    }
}
