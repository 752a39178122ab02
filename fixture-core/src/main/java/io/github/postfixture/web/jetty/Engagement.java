package io.github.postfixture.web.jetty;

import java.util.concurrent.atomic.AtomicBoolean;

/** Tells its connection whether the answer to one request is being worked on, or waits for something. */
final class Engagement {

    private final RouteEndPoint endPoint;
    private final AtomicBoolean working = new AtomicBoolean();

    Engagement(RouteEndPoint endPoint) {
        this.endPoint = endPoint;
    }

    void work() {
        if (working.compareAndSet(false, true)) {
            endPoint.answers(1);
        }
    }

    /** Take note that it waits, or is over. */
    void rest() {
        if (working.compareAndSet(true, false)) {
            endPoint.answers(-1);
        }
    }
}
