package io.github.postfixture.web.site;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What scripts of other origins may do with a site, by the CORS protocol. By default they may use GET, HEAD, POST, PUT,
 * PATCH and DELETE, send any header field, see the usual ones, send no cookies, and remember that for 10 minutes.
 * Immutable.
 */
public final class Cors {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    private final List<String> origins;
    private final List<String> methods;
    private final List<String> headers;
    private final List<String> exposed;
    private final boolean credentials;
    private final Duration maxAge;

    private Cors(
            List<String> origins,
            List<String> methods,
            List<String> headers,
            List<String> exposed,
            boolean credentials,
            Duration maxAge) {
        this.origins = origins;
        this.methods = methods;
        this.headers = headers;
        this.exposed = exposed;
        this.credentials = credentials;
        this.maxAge = maxAge;
    }

    private static Cors of(List<String> origins) {
        return new Cors(origins, METHODS, List.of(), List.of(), false, Duration.ofMinutes(10));
    }

    /** Let scripts of any origin in. */
    public static Cors anyOrigin() {
        return of(List.of());
    }

    /** Let scripts of these origins in, such as {@code https://app.example}. */
    public static Cors origins(String first, String... others) {
        return of(Stream.concat(Stream.of(first), Stream.of(others)).toList());
    }

    /** Return a copy that lets scripts use these methods only. */
    public Cors withMethods(String... methods) {
        return new Cors(origins, List.of(methods), headers, exposed, credentials, maxAge);
    }

    /** Return a copy that lets scripts send these header fields only. */
    public Cors withHeaders(String... headers) {
        return new Cors(origins, methods, List.of(headers), exposed, credentials, maxAge);
    }

    /** Return a copy that lets scripts see these header fields of answers. */
    public Cors exposing(String... headers) {
        return new Cors(origins, methods, this.headers, List.of(headers), credentials, maxAge);
    }

    /** Return a copy that lets scripts send cookies. */
    public Cors withCredentials() {
        return new Cors(origins, methods, headers, exposed, true, maxAge);
    }

    /** Return a copy that lets scripts remember what they may do for this long. */
    public Cors withMaxAge(Duration maxAge) {
        return new Cors(origins, methods, headers, exposed, credentials, maxAge);
    }

    boolean letsIn(String origin) {
        return origins.isEmpty() || origins.contains(origin);
    }

    /** Return whether every origin gets the same answer. */
    boolean isForAnybody() {
        return origins.isEmpty() && !credentials;
    }

    List<String> methods() {
        return methods;
    }

    /** Return the header fields that scripts may send; none for those that they ask for. */
    List<String> headers() {
        return headers;
    }

    List<String> exposed() {
        return exposed;
    }

    boolean credentials() {
        return credentials;
    }

    Duration maxAge() {
        return maxAge;
    }
}
