package io.github.postfixture.web.jetty;

import java.util.concurrent.atomic.AtomicBoolean;

/** Marks one request of a connection as in flight while its response is being worked on. */
final class InFlightMarker {

    private final RoutedEndPoint endPoint;
    private final AtomicBoolean working = new AtomicBoolean();

    InFlightMarker(RoutedEndPoint endPoint) {
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
