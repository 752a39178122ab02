package io.github.postfixture.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.postfixture.mime.Charsets;
import io.github.postfixture.mime.HtmlCharset;
import io.github.postfixture.mime.TextDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The bytes that a server answered, read as text and as markup. Immutable. */
final class PageContent {

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s\";]+)");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final byte[] bytes;
    private final String contentType;
    private final URI uri;
    private @Nullable Document document;

    private PageContent(byte[] bytes, String contentType, URI uri) {
        this.bytes = bytes;
        this.contentType = contentType;
        this.uri = uri;
    }

    static PageContent of(HttpResponse<byte[]> response) {
        String contentType = response.headers().firstValue("Content-Type").orElse("");
        return new PageContent(response.body(), contentType, response.uri());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Return the markup; what is neither text nor markup, such as a picture, has none. */
    synchronized Document document() {
        if (document == null) {
            document = isText() ? parsed() : Jsoup.parse("", uri.toString(), positions());
        }
        return document;
    }

    /**
     * Return the text, in the charset that its byte order mark tells, or else the server, or else the markup, or else in
     * UTF-8.
     */
    String text() {
        return text(charset().orElse(UTF_8));
    }

    /** Return what speaks against the charset in which the text is read, as the rest of a sentence about it. */
    Optional<String> charsetContradiction() {
        return isText() ? TextDecoder.contradiction(bytes, charset().orElse(UTF_8)) : Optional.empty();
    }

    private String text(Charset charset) {
        String text = new String(bytes, charset);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private Document parsed() {
        Optional<Charset> charset = charset();
        try {
            return charset.isPresent()
                    ? Jsoup.parse(text(charset.get()), uri.toString(), positions())
                    : Jsoup.parse(new ByteArrayInputStream(bytes), null, uri.toString(), positions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Charset> charset() {
        return TextDecoder.marked(bytes).or(this::declaredCharset).or(this::charsetOfMarkup);
    }

    private Optional<Charset> charsetOfMarkup() {
        return contentType.isEmpty() || contentType.contains("html")
                ? HtmlCharset.of(bytes).flatMap(Charsets::ofPage)
                : Optional.empty();
    }

    private Optional<Charset> declaredCharset() {
        Matcher matcher = CHARSET.matcher(contentType);
        return matcher.find() ? Charsets.ofPage(matcher.group(1)) : Optional.empty();
    }

    private boolean isText() {
        String type = MediaRange.withoutParameters(contentType);
        return type.isEmpty() || type.startsWith("text/") || type.endsWith("html") || type.endsWith("xml");
    }

    /** Return a parser that remembers on which line each element stands. */
    static Parser positions() {
        return Parser.htmlParser().setTrackPosition(true);
    }
}
