package io.github.postfixture.page;

import io.github.postfixture.explanation.Credentials;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what markup and headers say about addresses, with the leniency of a browser. */
final class ReferenceParser {

    private ReferenceParser() {}

    /** Return where a reference leads from a base (RFC 3986 section 5.2). */
    static URI resolve(URI base, String reference) {
        String text = withoutBlanks(reference);
        UriReference relative = UriReference.of(text, base.getScheme());
        UriReference target = base.isOpaque() ? relative : relative.from(UriReference.of(base.toString(), null));
        return uri(target).orElseGet(() -> leadingNowhere(text));
    }

    /** Return a reference as a URI, with what is not allowed in one escaped; what no browser can read leads nowhere. */
    static URI parse(String reference) {
        String text = withoutBlanks(reference);
        return uri(UriReference.of(text, null)).orElseGet(() -> leadingNowhere(text));
    }

    /** Return the address without the name and the password that may stand before its host. */
    static String shown(URI uri) {
        return Credentials.maskedAddress(uri.toString());
    }

    /** Return the address with this query in place of its own, and no fragment. */
    static URI withQuery(URI uri, String query) {
        String address = uri.toString().replaceFirst("[?#].*", "");
        return URI.create(query.isEmpty() ? address : address + "?" + query);
    }

    static URI withoutFragment(URI uri) {
        return URI.create(uri.toString().replaceFirst("#.*", ""));
    }

    /** Return the address with the fragment of another, unless it has its own. */
    static URI withFragmentOf(URI other, URI uri) {
        return other.getRawFragment() == null || uri.getRawFragment() != null
                ? uri
                : URI.create(uri + "#" + other.getRawFragment());
    }

    /** Leave out what browsers do not see: controls and spaces around a reference, and line breaks and tabs within. */
    private static String withoutBlanks(String reference) {
        int start = 0;
        int end = reference.length();
        while (start < end && reference.charAt(start) <= ' ') {
            start++;
        }
        while (start < end && reference.charAt(end - 1) <= ' ') {
            end--;
        }
        return reference
                .substring(start, end)
                .replace("\t", "")
                .replace("\r", "")
                .replace("\n", "");
    }

    private static Optional<URI> uri(UriReference reference) {
        UriReference target = reference.normalised();
        String authority = target.authority() == null ? "" : "//" + authority(target.scheme(), target.authority());
        boolean startsAnew = authority.length() <= 2 && target.path().startsWith("//");
        String path = authority.equals("//") && target.path().isEmpty() ? "/" : target.path();
        return uri((target.scheme() == null ? "" : target.scheme() + ":")
                + authority
                + (startsAnew ? "/." : "")
                + PercentEncoding.ofPart(path)
                + part("?", target.query())
                + part("#", target.fragment()));
    }

    /** Return the authority; one that no browser can read names no host as a URI, too. */
    private static String authority(@Nullable String scheme, String authority) {
        return UriReference.isHierarchical(scheme)
                ? Authority.normalised(scheme == null ? "" : scheme, authority)
                        .orElseGet(() -> PercentEncoding.of(authority))
                : PercentEncoding.of(authority);
    }

    private static String part(String mark, @Nullable String text) {
        return text == null ? "" : mark + PercentEncoding.of(text).replace("#", "%23");
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static URI leadingNowhere(String reference) {
        String path = PercentEncoding.ofPart(reference).replace(":", "%3A").replace("#", "%23");
        return URI.create(path.replaceFirst("^/+", "/"));
    }
}
