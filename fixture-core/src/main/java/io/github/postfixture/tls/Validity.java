package io.github.postfixture.tls;

import java.time.Duration;
import java.time.Instant;

/**
 * When a certificate holds (RFC 5280 section 4.1.2.5).
 *
 * @param from the first moment at which it does
 * @param until the last one
 */
record Validity(Instant from, Instant until) {

    private static final Duration DAY = Duration.ofDays(1);

    /** Begin a day ago, so that a client whose clock is slow takes it too, and last from now on. */
    static Validity lasting(Duration lifetime) {
        Instant now = Instant.now();
        return new Validity(now.minus(DAY), now.plus(lifetime));
    }

    /** Return a month that ended yesterday. */
    static Validity over() {
        Instant yesterday = Instant.now().minus(DAY);
        return new Validity(yesterday.minus(Duration.ofDays(30)), yesterday);
    }

    /** Return a month that begins tomorrow. */
    static Validity toCome() {
        Instant tomorrow = Instant.now().plus(DAY);
        return new Validity(tomorrow, tomorrow.plus(Duration.ofDays(30)));
    }

    /** Return both moments as a certificate holds them, in DER. */
    byte[] encoded() {
        return Der.sequence(Der.time(from), Der.time(until));
    }
}
