package io.github.postfixture.page;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A cookie that waits for requests it belongs to.
 *
 * @param host the domain, or else the host that set it
 * @param hostOnly whether no other host below the domain gets it
 * @param end when it is over; {@link Instant#MAX} if never
 */
record StoredCookie(Cookie cookie, String host, boolean hostOnly, String path, Instant end) {

    private static final Duration AGES = Duration.ofDays(36_500);

    static StoredCookie of(Cookie cookie, URI uri, Instant now) {
        return new StoredCookie(
                cookie,
                cookie.domain().orElse(hostOf(uri)),
                cookie.domain().isEmpty(),
                cookie.path().orElse(directory(uri)),
                end(cookie, now));
    }

    boolean isAllowedFrom(URI uri) {
        return matches(hostOf(uri), host) && (isEncrypted(uri) || !cookie.isSecure()) && keepsPromise();
    }

    boolean replaces(StoredCookie other) {
        return cookie.name().equals(other.cookie.name()) && host.equals(other.host) && path.equals(other.path);
    }

    boolean isOver(Instant now) {
        return !end.isAfter(now);
    }

    boolean goesTo(URI uri) {
        boolean here = hostOnly ? hostOf(uri).equals(host) : matches(hostOf(uri), host);
        return here && isBelow(pathOf(uri)) && (isEncrypted(uri) || !cookie.isSecure());
    }

    String pair() {
        return cookie.name().isEmpty() ? cookie.value() : cookie.name() + "=" + cookie.value();
    }

    /** Tell whether the prefix of the name is true (RFC 6265bis section 4.1.3). */
    private boolean keepsPromise() {
        boolean bound = cookie.domain().isEmpty() && path.equals("/");
        return (!promises("__Secure-") || cookie.isSecure()) && (!promises("__Host-") || (cookie.isSecure() && bound));
    }

    /** Tell whether the name, or the value of a cookie without one, has a prefix in any case. */
    private boolean promises(String prefix) {
        String name = cookie.name().isEmpty() ? cookie.value() : cookie.name();
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private boolean isBelow(String other) {
        return other.equals(path) || other.startsWith(path.endsWith("/") ? path : path + "/");
    }

    private static Instant end(Cookie cookie, Instant now) {
        return cookie.maxAge()
                .map(age -> age.isNegative() ? now : age.compareTo(AGES) > 0 ? Instant.MAX : now.plus(age))
                .or(cookie::expires)
                .orElse(Instant.MAX);
    }

    private static boolean matches(String host, String domain) {
        return host.equals(domain) || (host.endsWith("." + domain) && !host.matches("[\\d.]+"));
    }

    private static boolean isEncrypted(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static String hostOf(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    private static String pathOf(URI uri) {
        return uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }

    private static String directory(URI uri) {
        String path = pathOf(uri);
        int end = path.lastIndexOf('/');
        return end <= 0 ? "/" : path.substring(0, end);
    }
}
