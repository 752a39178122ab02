package io.github.postfixture.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The bytes that a server answered, read as text and as markup. Immutable. */
final class Body {

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s\";]+)");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final byte[] bytes;
    private final Document document;
    private final Charset charset;

    Body(byte[] bytes, String contentType, URI uri) {
        this.bytes = bytes;
        Optional<Charset> declared = declaredCharset(contentType);
        document = parsed(bytes, declared.map(Charset::name).orElse(null), uri);
        charset = declared.orElse(mayBeHtml(contentType) ? document.charset() : StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    Document document() {
        return document;
    }

    /** Return the text, in the charset that the server declares, or else the markup, or else in UTF-8. */
    String text() {
        String text = new String(bytes, charset);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static Document parsed(byte[] bytes, @Nullable String charset, URI uri) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), charset, uri.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Charset> declaredCharset(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        try {
            return matcher.find() ? Optional.of(Charset.forName(matcher.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean mayBeHtml(String contentType) {
        return contentType.isEmpty() || contentType.contains("html");
    }
}
