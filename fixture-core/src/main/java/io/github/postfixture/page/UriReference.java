package io.github.postfixture.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reference in its parts, none of which is read any further (RFC 3986 section 3); null is what it does not have.
 *
 * @param path of what has no hierarchy, such as {@code mailto:}, all but scheme, query and fragment
 */
record UriReference(
        @Nullable String scheme,
        @Nullable String authority,
        String path,
        @Nullable String query,
        @Nullable String fragment) {

    private static final Set<String> HIERARCHICAL = Set.of("http", "https", "ws", "wss", "ftp");
    private static final Set<String> HERE = Set.of(".", "%2e");
    private static final Set<String> ABOVE = Set.of("..", ".%2e", "%2e.", "%2e%2e");

    /** Split a reference as browsers do; the scheme of the base may be repeated in front of a relative one. */
    static UriReference of(String text, @Nullable String baseScheme) {
        int hash = position(text, '#', text.length());
        int question = position(text, '?', hash);
        String scheme = scheme(text.substring(0, question));
        String rest = text.substring(scheme == null ? 0 : scheme.length() + 1, question);
        String query = question < hash ? text.substring(question + 1, hash) : null;
        String fragment = hash < text.length() ? text.substring(hash + 1) : null;
        return new UriReference(scheme, null, rest, query, fragment).withAuthority(baseScheme);
    }

    /** Return where this leads from a base (RFC 3986 section 5.2.2). */
    UriReference from(UriReference base) {
        if (scheme != null) {
            return this;
        }
        if (authority != null) {
            return new UriReference(base.scheme, authority, path, query, fragment);
        }
        if (path.isEmpty()) {
            return new UriReference(
                    base.scheme, base.authority, base.path, query == null ? base.query : query, fragment);
        }
        return new UriReference(base.scheme, base.authority, base.merged(path), query, fragment);
    }

    /** Return the same without what the path goes up again (RFC 3986 section 5.2.4). */
    UriReference normalised() {
        return isHierarchical(scheme) && path.startsWith("/")
                ? new UriReference(scheme, authority, withoutDots(path), query, fragment)
                : this;
    }

    /** Return whether host and path follow such a scheme, whatever slashes there are (special, in the URL standard). */
    static boolean isHierarchical(@Nullable String scheme) {
        return scheme == null || HIERARCHICAL.contains(scheme);
    }

    private UriReference withAuthority(@Nullable String baseScheme) {
        if (!isHierarchical(scheme)) {
            return path.startsWith("//") ? splitAt(2) : this;
        }
        UriReference slashed = new UriReference(scheme, null, path.replace('\\', '/'), query, fragment);
        if (slashed.path.startsWith("//") || (scheme != null && !scheme.equals(baseScheme))) {
            return slashed.splitAt(slashed.slashes());
        }
        return new UriReference(null, null, slashed.path, query, fragment);
    }

    private UriReference splitAt(int start) {
        int slash = position(path, '/', start, path.length());
        return new UriReference(scheme, path.substring(start, slash), path.substring(slash), query, fragment);
    }

    private int slashes() {
        int count = 0;
        while (count < path.length() && path.charAt(count) == '/') {
            count++;
        }
        return count;
    }

    private String merged(String relative) {
        if (relative.startsWith("/")) {
            return relative;
        }
        return path.isEmpty() && authority != null
                ? "/" + relative
                : path.substring(0, path.lastIndexOf('/') + 1) + relative;
    }

    private static String withoutDots(String path) {
        Deque<String> kept = new ArrayDeque<>();
        List<String> segments = List.of(path.substring(1).split("/", -1));
        for (String segment : segments) {
            String name = segment.length() > 6 ? "" : segment.toLowerCase(Locale.ROOT);
            if (ABOVE.contains(name)) {
                kept.pollLast();
            } else if (!HERE.contains(name)) {
                kept.addLast(segment);
            }
        }
        String last = segments.get(segments.size() - 1).toLowerCase(Locale.ROOT);
        boolean open = HERE.contains(last) || ABOVE.contains(last);
        return "/" + String.join("/", kept) + (open && !kept.isEmpty() ? "/" : "");
    }

    private static @Nullable String scheme(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || !isLetter(text.charAt(0))) {
            return null;
        }
        return text.chars().limit(colon).allMatch(UriReference::isOfScheme)
                ? text.substring(0, colon).toLowerCase(Locale.ROOT)
                : null;
    }

    private static boolean isOfScheme(int character) {
        return isLetter(character) || (character >= '0' && character <= '9') || "+-.".indexOf(character) >= 0;
    }

    private static boolean isLetter(int character) {
        return (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
    }

    private static int position(String text, char character, int end) {
        return position(text, character, 0, end);
    }

    private static int position(String text, char character, int start, int end) {
        int found = text.indexOf(character, start);
        return found < 0 || found > end ? end : found;
    }
}
