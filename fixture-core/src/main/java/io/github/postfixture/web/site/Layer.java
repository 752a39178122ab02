package io.github.postfixture.web.site;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Something that stands in front of the documents of a site. Immutable. */
public final class Layer {

    private final Place place;
    private final UnaryOperator<Responder> wrapping;

    private Layer(Place place, UnaryOperator<Responder> wrapping) {
        this.place = place;
        this.wrapping = wrapping;
    }

    /** Add a header field to every answer. */
    public static Layer field(String name, String value) {
        return new Layer(Place.FIELDS, inner -> ask -> inner.respond(ask).map(served -> served.withOnly(name, value)));
    }

    /** Let scripts of other origins in. */
    public static Layer crossOrigin(CrossOriginRules rules) {
        return new Layer(Place.ORIGINS, inner -> new CrossOrigin(rules, inner));
    }

    /** Answer a status with a document of the site. */
    public static Layer errorPage(int status, String path) {
        checkPath(path);
        return new Layer(Place.ERRORS, inner -> new ErrorPage(status, path, inner));
    }

    /** Refuse more requests than so many in a time. */
    public static Layer rateLimit(int requests, Duration time) {
        if (requests < 0 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(
                    "requests (" + requests + ") must not be negative, and time (" + time + ") must be positive");
        }
        return new Layer(Place.LIMITS, inner -> new RateLimit(requests, time, inner));
    }

    /** Refuse longer contents. */
    public static Layer sizeLimit(long bytes) {
        return new Layer(
                Place.LIMITS,
                inner -> ask -> ask.call().body().length() > bytes ? Optional.of(ask.error(413)) : inner.respond(ask));
    }

    /** Ask for a name and a password below a path. */
    public static Layer login(String path, String realm, Map<String, String> passwords) {
        checkPath(path);
        return new Layer(Place.LOGINS, inner -> new Login(path, realm, passwords, inner));
    }

    /** Send those elsewhere who ask for a path that a pattern matches. */
    public static Layer redirect(Pattern path, int status, String target) {
        if (status < 300 || status > 308 || status == 304) {
            throw new IllegalArgumentException("status (" + status + ") must be 301, 302, 303, 307 or 308");
        }
        return new Layer(Place.REDIRECTS, inner -> new Redirect(path, status, target, inner));
    }

    /** Serve another path in place of one that a pattern matches. */
    public static Layer rewrite(Pattern path, String target) {
        checkPath(target);
        return new Layer(Place.REWRITES, inner -> new Rewrite(path, target, inner));
    }

    /** Try another path if there is nothing at the one that is asked for. */
    public static Layer fallback(String path) {
        if (!path.startsWith("{path}")) {
            checkPath(path);
        }
        return new Layer(Place.FALLBACKS, inner -> new Fallback(path, inner));
    }

    /** Say how long answers may be kept whose path a pattern matches. */
    public static Layer caching(Pattern path, String control) {
        return new Layer(Place.CACHING, inner -> new Caching(path, control, inner));
    }

    private static void checkPath(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path (" + path + ") must start with a slash");
        }
    }

    Place place() {
        return place;
    }

    Responder around(Responder inner) {
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
