package io.github.postfixture.web.engine;

import io.github.postfixture.tls.ClientCertificate;
import java.time.Duration;

/**
 * Limits and timeouts of HTTP connections. Immutable.
 *
 * @param http2 whether HTTP/2 is spoken with those who can
 * @param clientCertificate whether clients are asked for a certificate
 * @param idleTimeout after how long without traffic a connection is closed
 * @param headTimeout within what time after its first byte the head of a request must be complete
 * @param maxHead how long the head of a request may be, in bytes
 * @param maxBody how long the content of a request may be, in bytes
 * @param keptBody how much of the content of a request is kept, in bytes
 */
public record ConnectionSettings(
        boolean http2,
        ClientCertificate clientCertificate,
        Duration idleTimeout,
        Duration headTimeout,
        int maxHead,
        long maxBody,
        int keptBody) {

    /** The defaults. */
    public static final ConnectionSettings STANDARD = new ConnectionSettings(
            true,
            ClientCertificate.NOT_ASKED,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            8 << 10,
            1L << 30,
            64 << 20);

    /** Return a copy without HTTP/2. */
    public ConnectionSettings withoutHttp2() {
        return new ConnectionSettings(false, clientCertificate, idleTimeout, headTimeout, maxHead, maxBody, keptBody);
    }

    /** Return a copy with or without a question for the client's certificate. */
    public ConnectionSettings withClientCertificate(ClientCertificate demand) {
        return new ConnectionSettings(http2, demand, idleTimeout, headTimeout, maxHead, maxBody, keptBody);
    }

    /** Return a copy with another idle timeout. */
    public ConnectionSettings withIdleTimeout(Duration timeout) {
        return new ConnectionSettings(http2, clientCertificate, timeout, headTimeout, maxHead, maxBody, keptBody);
    }

    /** Return a copy with another time for the head of a request. */
    public ConnectionSettings withHeadTimeout(Duration timeout) {
        return new ConnectionSettings(http2, clientCertificate, idleTimeout, timeout, maxHead, maxBody, keptBody);
    }

    /** Return a copy with another limit for the head of a request. */
    public ConnectionSettings withMaxHead(int bytes) {
        return new ConnectionSettings(http2, clientCertificate, idleTimeout, headTimeout, bytes, maxBody, keptBody);
    }

    /** Return a copy with another limit for the content of a request. */
    public ConnectionSettings withMaxBody(long bytes) {
        return new ConnectionSettings(http2, clientCertificate, idleTimeout, headTimeout, maxHead, bytes, keptBody);
    }

    /** Return a copy with another bound for what is kept of the content of a request. */
    public ConnectionSettings withKeptBody(int bytes) {
        return new ConnectionSettings(http2, clientCertificate, idleTimeout, headTimeout, maxHead, maxBody, bytes);
    }
}
