package io.github.postfixture.web.site;

import java.time.Duration;
import java.util.Optional;

/** Lets so many requests pass in a time, and tells the others when to come back. */
final class RateLimit implements SiteHandler {

    private final int requests;
    private final long nanos;
    private final SiteHandler inner;
    private long began = System.nanoTime();
    private int passed;

    RateLimit(int requests, Duration time, SiteHandler inner) {
        this.requests = requests;
        this.inner = inner;
        nanos = time.toNanos();
    }

    @Override
    public Optional<SiteResponse> respond(SiteRequest request) {
        long wait = enter(System.nanoTime());
        return wait == 0
                ? inner.respond(request)
                : Optional.of(request.error(429).with("Retry-After", Long.toString(seconds(wait))));
    }

    /** Return 0, or the nanoseconds until the next time begins. */
    private synchronized long enter(long now) {
        if (now - began >= nanos) {
            began = now;
            passed = 0;
        }
        passed = Math.min(passed + 1, requests + 1);
        return passed <= requests ? 0 : began + nanos - now;
    }

    private static long seconds(long wait) {
        return Duration.ofNanos(wait).plusNanos(999_999_999).toSeconds();
    }
}
