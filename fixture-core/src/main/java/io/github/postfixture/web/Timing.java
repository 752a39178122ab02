package io.github.postfixture.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** When the parts of one exchange came and went, on one monotonic clock. Safe for use by several threads. */
final class Timing {

    private static final long NOT_YET = Long.MIN_VALUE;

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final long number = NUMBERS.incrementAndGet();
    private final Instant received;
    private final long zero = System.nanoTime();
    private volatile long firstByte = NOT_YET;
    private volatile long ready = NOT_YET;
    private volatile long lastByte = NOT_YET;

    Timing(Instant received) {
        this.received = received;
    }

    /** Return a number, which is higher than that of whatever came before. */
    long number() {
        return number;
    }

    Instant received() {
        return received;
    }

    void begin() {
        firstByte = elapsed();
    }

    void ready() {
        ready = elapsed();
    }

    void end() {
        lastByte = elapsed();
    }

    private long elapsed() {
        return System.nanoTime() - zero;
    }

    /** Return the time until the first byte of the answer left, if one did. */
    Optional<Duration> untilFirstByte() {
        return duration(firstByte);
    }

    /** Return the time until the answer was ready to leave as a whole, or zero. */
    Duration untilReady() {
        return duration(ready).orElse(Duration.ZERO);
    }

    /** Return the time until the last byte of the answer had left, if it has. */
    Optional<Duration> untilLastByte() {
        return duration(lastByte);
    }

    private static Optional<Duration> duration(long nanos) {
        return nanos == NOT_YET ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }
}
