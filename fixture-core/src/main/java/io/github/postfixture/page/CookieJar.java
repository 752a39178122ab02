package io.github.postfixture.page;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader collects on a session: cookies, and the places where the password was asked for. Thread-safe. */
final class CookieJar {

    private final List<StoredCookie> cookies = new ArrayList<>();
    private final Set<WebOrigin> unlocked = new HashSet<>();

    /** Keep what a server sets, in place of cookies of the same name, domain and path (RFC 6265 section 5.3). */
    synchronized void keep(URI uri, List<String> headers, Instant now) {
        for (String header : headers) {
            StoredCookie kept = StoredCookie.of(Cookie.parse(header), uri, now);
            if (kept.isAllowedFrom(uri)) {
                cookies.removeIf(kept::replaces);
                cookies.add(kept);
            }
        }
    }

    /** Return the Cookie header for an address, if there is a cookie for it (RFC 6265 section 5.4). */
    synchronized Optional<String> cookiesFor(URI uri, Instant now) {
        cookies.removeIf(kept -> kept.isOver(now));
        String line = cookies.stream()
                .filter(kept -> kept.goesTo(uri))
                .sorted(Comparator.comparing(kept -> -kept.path().length()))
                .map(StoredCookie::pair)
                .collect(Collectors.joining("; "));
        return Optional.of(line).filter(text -> !text.isEmpty());
    }

    /** Remember that the password is wanted here, and return whether this is news. */
    synchronized boolean unlock(URI uri) {
        return unlocked.add(WebOrigin.of(uri));
    }

    synchronized boolean isUnlocked(URI uri) {
        return unlocked.contains(WebOrigin.of(uri));
    }

    /** Return another jar with what this one holds now. */
    synchronized CookieJar copy() {
        CookieJar copy = new CookieJar();
        copy.cookies.addAll(cookies);
        copy.unlocked.addAll(unlocked);
        return copy;
    }
}
