package io.github.postfixture.web.site;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A filter in front of the documents of a site. Immutable. */
final class SiteFilter {

    private final Place place;
    private final UnaryOperator<SiteHandler> wrapping;

    private SiteFilter(Place place, UnaryOperator<SiteHandler> wrapping) {
        this.place = place;
        this.wrapping = wrapping;
    }

    /** Add a header field to every answer. */
    static SiteFilter field(String name, String value) {
        return new SiteFilter(
                Place.FIELDS,
                inner -> request -> inner.respond(request).map(response -> response.withOnly(name, value)));
    }

    /** Let scripts of other origins in. */
    static SiteFilter crossOrigin(Cors cors) {
        return new SiteFilter(Place.ORIGINS, inner -> new CrossOrigin(cors, inner));
    }

    /** Answer a status with a document of the site. */
    static SiteFilter errorPage(int status, String path) {
        checkPath(path);
        return new SiteFilter(Place.ERRORS, inner -> new ErrorPage(status, path, inner));
    }

    /** Refuse more requests than so many in a time. */
    static SiteFilter rateLimit(int requests, Duration time) {
        if (requests < 0 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(
                    "requests (" + requests + ") must not be negative, and time (" + time + ") must be positive");
        }
        return new SiteFilter(Place.LIMITS, inner -> new RateLimit(requests, time, inner));
    }

    /** Refuse longer contents. */
    static SiteFilter sizeLimit(long bytes) {
        return new SiteFilter(
                Place.LIMITS,
                inner -> request -> request.message().body().length() > bytes
                        ? Optional.of(request.error(413))
                        : inner.respond(request));
    }

    /** Ask for a name and a password below a path. */
    static SiteFilter login(String path, String realm, Map<String, String> passwords) {
        checkPath(path);
        return new SiteFilter(Place.LOGINS, inner -> new BasicAuthentication(path, realm, passwords, inner));
    }

    /** Send those elsewhere who ask for a path that a pattern matches. */
    static SiteFilter redirect(Pattern path, int status, String target) {
        if (status < 300 || status > 308 || status == 304) {
            throw new IllegalArgumentException("status (" + status + ") must be 301, 302, 303, 307 or 308");
        }
        return new SiteFilter(Place.REDIRECTS, inner -> new SiteRedirect(path, status, target, inner));
    }

    /** Serve another path in place of one that a pattern matches. */
    static SiteFilter rewrite(Pattern path, String target) {
        checkPath(target);
        return new SiteFilter(Place.REWRITES, inner -> new Rewrite(path, target, inner));
    }

    /** Try another path if there is nothing at the one that is asked for. */
    static SiteFilter fallback(String path) {
        if (!path.startsWith("{path}")) {
            checkPath(path);
        }
        return new SiteFilter(Place.FALLBACKS, inner -> new Fallback(path, inner));
    }

    /** Say how long answers may be kept whose path a pattern matches. */
    static SiteFilter caching(Pattern path, String control) {
        return new SiteFilter(Place.CACHING, inner -> new Caching(path, control, inner));
    }

    private static void checkPath(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path (" + path + ") must start with a slash");
        }
    }

    Place place() {
        return place;
    }

    SiteHandler around(SiteHandler inner) {
        return wrapping.apply(inner);
    }

    /** Where a layer stands, the outermost first. */
    enum Place {
        FIELDS,
        ORIGINS,
        ERRORS,
        LIMITS,
        REDIRECTS,
        REWRITES,
        FALLBACKS,
        LOGINS,
        CACHING
    }
}
