package io.github.postfixture.web.jetty;

import io.github.postfixture.tls.ClientCertificate;
import java.time.Duration;

/**
 * What a host asks of the connections to it. Immutable.
 *
 * @param http2 whether HTTP/2 is spoken with those who can
 * @param clientCertificate whether clients are asked for a certificate
 * @param idleTimeout after how long without traffic a connection is closed
 * @param headTimeout within what time after its first byte the head of a request must be complete
 * @param maxHead how long the head of a request may be, in bytes
 * @param maxBody how long the content of a request may be, in bytes
 * @param keptBody how much of the content of a request is kept, in bytes
 */
public record Terms(
        boolean http2,
        ClientCertificate clientCertificate,
        Duration idleTimeout,
        Duration headTimeout,
        int maxHead,
        long maxBody,
        int keptBody) {

    /** What holds unless something else is asked for. */
    public static final Terms STANDARD = new Terms(
            true,
            ClientCertificate.NOT_ASKED,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            8 << 10,
            1L << 30,
            64 << 20);

    /** Return these terms without HTTP/2. */
    public Terms withoutHttp2() {
        return new Terms(false, clientCertificate, idleTimeout, headTimeout, maxHead, maxBody, keptBody);
    }

    /** Return these terms with or without a question for the client's certificate. */
    public Terms withClientCertificate(ClientCertificate demand) {
        return new Terms(http2, demand, idleTimeout, headTimeout, maxHead, maxBody, keptBody);
    }

    /** Return these terms with another idle timeout. */
    public Terms withIdleTimeout(Duration timeout) {
        return new Terms(http2, clientCertificate, timeout, headTimeout, maxHead, maxBody, keptBody);
    }

    /** Return these terms with another time for the head of a request. */
    public Terms withHeadTimeout(Duration timeout) {
        return new Terms(http2, clientCertificate, idleTimeout, timeout, maxHead, maxBody, keptBody);
    }

    /** Return these terms with another limit for the head of a request. */
    public Terms withMaxHead(int bytes) {
        return new Terms(http2, clientCertificate, idleTimeout, headTimeout, bytes, maxBody, keptBody);
    }

    /** Return these terms with another limit for the content of a request. */
    public Terms withMaxBody(long bytes) {
        return new Terms(http2, clientCertificate, idleTimeout, headTimeout, maxHead, bytes, keptBody);
    }

    /** Return these terms with another bound for what is kept of the content of a request. */
    public Terms withKeptBody(int bytes) {
        return new Terms(http2, clientCertificate, idleTimeout, headTimeout, maxHead, maxBody, bytes);
    }
}
