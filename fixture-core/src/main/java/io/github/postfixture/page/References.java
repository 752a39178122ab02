package io.github.postfixture.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what markup and headers say about addresses, with the leniency of a browser. */
final class References {

    private static final Pattern IGNORED = Pattern.compile("^[\\x00-\\x20]+|[\\x00-\\x20]+$|[\\t\\r\\n]");
    private static final Pattern ILLEGAL = Pattern.compile("[^!#-;=?-\\[\\]_a-z~]|%(?![0-9A-Fa-f]{2})");
    private static final Pattern BRACKET = Pattern.compile("[\\[\\]]");
    private static final Pattern PASSWORD = Pattern.compile("(?<=//)[^/@]*(?=@)");

    private References() {}

    /** Return where a reference leads from a base (RFC 3986 section 5.2). */
    static URI resolve(URI base, String reference) {
        URI relative = parse(reference);
        if (relative.isAbsolute() || base.isOpaque()) {
            return relative;
        }
        String path = relative.getRawPath();
        if (relative.getRawAuthority() == null && (path == null || path.isEmpty())) {
            return samePath(base, relative);
        }
        return rooted(base).resolve(relative).normalize();
    }

    /** Return a reference as a URI, with what is not allowed in one escaped; what no browser can read leads nowhere. */
    static URI parse(String reference) {
        String escaped =
                escaped(ILLEGAL, withoutLaterHashes(IGNORED.matcher(reference).replaceAll("")));
        return uri(escaped).or(() -> uri(escaped(BRACKET, escaped))).orElseGet(() -> leadingNowhere(escaped));
    }

    /** Return the address without the name and the password that may stand before its host. */
    static String shown(URI uri) {
        return PASSWORD.matcher(uri.toString()).replaceFirst("***");
    }

    /** Return the address with this query in place of its own, and no fragment. */
    static URI withQuery(URI uri, String query) {
        String address = uri.toString().replaceFirst("[?#].*", "");
        return URI.create(query.isEmpty() ? address : address + "?" + query);
    }

    static URI withoutFragment(URI uri) {
        return URI.create(uri.toString().replaceFirst("#.*", ""));
    }

    private static URI samePath(URI base, URI relative) {
        String query = relative.getRawQuery() == null ? base.getRawQuery() : relative.getRawQuery();
        URI uri = withQuery(base, query == null ? "" : query);
        return relative.getRawFragment() == null ? uri : URI.create(uri + "#" + relative.getRawFragment());
    }

    private static URI rooted(URI base) {
        boolean pathless = base.getRawAuthority() != null && base.getRawPath().isEmpty();
        return pathless ? base.resolve("/") : base;
    }

    private static Optional<URI> uri(String reference) {
        try {
            return Optional.of(new URI(reference));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static URI leadingNowhere(String reference) {
        String path = escaped(BRACKET, reference).replace(":", "%3A").replace("#", "%23");
        return URI.create(path.replaceFirst("^/+", "/"));
    }

    private static String withoutLaterHashes(String reference) {
        int first = reference.indexOf('#') + 1;
        return reference.substring(0, first)
                + (first == 0 ? reference : reference.substring(first).replace("#", "%23"));
    }

    private static String escaped(Pattern what, String text) {
        return what.matcher(text).replaceAll(match -> escaped(match.group()));
    }

    private static String escaped(String illegal) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : illegal.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(String.format("%%%02X", octet));
        }
        return escaped.toString();
    }
}
