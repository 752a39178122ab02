package io.github.postfixture.web.jetty;

import java.time.Duration;

/**
 * What a host asks of the connections to it. Immutable.
 *
 * @param idleTimeout after how long without traffic a connection is closed
 * @param http2 whether HTTP/2 is spoken to those who can
 */
public record Terms(Duration idleTimeout, boolean http2) {

    /** What holds unless something else is asked for. */
    public static final Terms STANDARD = new Terms(Duration.ofSeconds(30), true);

    /** Return these terms with another idle timeout. */
    public Terms withIdleTimeout(Duration timeout) {
        return new Terms(timeout, http2);
    }

    /** Return these terms without HTTP/2. */
    public Terms withoutHttp2() {
        return new Terms(idleTimeout, false);
    }
}
