package io.github.postfixture.web.fault;

import io.github.postfixture.fault.Fault;
import io.github.postfixture.web.response.Response;
import org.apiguardian.api.API;

/**
 * An answer of HTTP in place of the ordinary one; see {@link io.github.postfixture.web.WebServer#at(String)}. What a connection
 * does on every protocol is a {@link io.github.postfixture.fault.ConnectionFault}. Immutable.
 */
public final class HttpFault implements Fault<HttpFault> {

    private final String description;
    private final Response response;

    private HttpFault(Response response) {
        description = "status " + response.status();
        this.response = response;
    }

    /**
     * Answer with a status, such as 503, instead of the ordinary answer.
     *
     * @throws IllegalArgumentException if the status is not between 200 and 599
     */
    public static HttpFault status(int status) {
        return new HttpFault(Response.text("status " + status + " by a fault\n").withStatus(status));
    }

    /** Say that the client asks too often, and to come back in a second: 429 with {@code Retry-After} (RFC 6585 section 4). */
    public static HttpFault rateLimit() {
        return new HttpFault(status(429).response.withHeader("Retry-After", "1"));
    }

    /**
     * Say that what the client logs in with holds no more: 401 with {@code WWW-Authenticate: Bearer error="invalid_token"} (RFC
     * 6750 section 3.1).
     */
    public static HttpFault expiredToken() {
        return new HttpFault(status(401).response.withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    /**
     * Return the answer.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Response response() {
        return response;
    }

    /** Return what it answers, such as {@code status 503}. */
    @Override
    public String toString() {
        return description;
    }
}
