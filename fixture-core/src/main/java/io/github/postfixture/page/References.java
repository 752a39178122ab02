package io.github.postfixture.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Reads what markup and headers say about addresses, with the leniency of a browser. */
final class References {

    private static final Pattern ILLEGAL = Pattern.compile("[\\s\"<>\\\\^`{|}\\[\\]]|%(?![0-9A-Fa-f]{2})");

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

    /** Return a reference as a URI, with the characters escaped that are not allowed in one. */
    static URI parse(String reference) {
        String trimmed = reference.strip();
        try {
            return new URI(trimmed);
        } catch (URISyntaxException e) {
            return URI.create(ILLEGAL.matcher(trimmed).replaceAll(match -> escaped(match.group())));
        }
    }

    /** Return the address with this query in place of its own, and no fragment. */
    static URI withQuery(URI uri, String query) {
        String address = uri.toString().replaceFirst("[?#].*", "");
        return URI.create(query.isEmpty() ? address : address + "?" + query);
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

    private static String escaped(String illegal) {
        return String.format("%%%02X", (int) illegal.charAt(0));
    }
}
