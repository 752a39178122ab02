package io.github.postfixture.web;

import io.github.postfixture.web.site.CrossOriginRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What scripts of other origins may do with a site, by the CORS protocol. By default they may use GET, HEAD, POST, PUT,
 * PATCH and DELETE, send any header field, see the usual ones, send no cookies, and remember that for 10 minutes.
 * Immutable.
 */
public final class Cors {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    private final CrossOriginRules rules;

    private Cors(CrossOriginRules rules) {
        this.rules = rules;
    }

    private static Cors of(List<String> origins) {
        return new Cors(new CrossOriginRules(origins, METHODS, List.of(), List.of(), false, 600));
    }

    /** Let scripts of any origin in. */
    public static Cors anyOrigin() {
        return of(List.of());
    }

    /** Let scripts of these origins in, such as {@code https://app.example}. */
    public static Cors origins(String first, String... others) {
        List<String> origins = new ArrayList<>(List.of(others));
        origins.add(0, first);
        return of(List.copyOf(origins));
    }

    /** Return a copy that lets scripts use these methods only. */
    public Cors withMethods(String... methods) {
        return new Cors(new CrossOriginRules(
                rules.origins(),
                List.of(methods),
                rules.headers(),
                rules.exposed(),
                rules.credentials(),
                rules.maxAge()));
    }

    /** Return a copy that lets scripts send these header fields only. */
    public Cors withHeaders(String... headers) {
        return new Cors(new CrossOriginRules(
                rules.origins(),
                rules.methods(),
                List.of(headers),
                rules.exposed(),
                rules.credentials(),
                rules.maxAge()));
    }

    /** Return a copy that lets scripts see these header fields of answers. */
    public Cors exposing(String... headers) {
        return new Cors(new CrossOriginRules(
                rules.origins(),
                rules.methods(),
                rules.headers(),
                List.of(headers),
                rules.credentials(),
                rules.maxAge()));
    }

    /** Return a copy that lets scripts send cookies. */
    public Cors withCredentials() {
        return new Cors(new CrossOriginRules(
                rules.origins(), rules.methods(), rules.headers(), rules.exposed(), true, rules.maxAge()));
    }

    /** Return a copy that lets scripts remember what they may do for this long. */
    public Cors withMaxAge(Duration maxAge) {
        return new Cors(new CrossOriginRules(
                rules.origins(),
                rules.methods(),
                rules.headers(),
                rules.exposed(),
                rules.credentials(),
                maxAge.toSeconds()));
    }

    CrossOriginRules rules() {
        return rules;
    }
}
