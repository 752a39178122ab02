package io.github.postfixture.web.jetty;

import java.util.concurrent.atomic.AtomicLong;

/** What the gates of one host have in common. Safe for several threads. */
public final class Premises {

    private final Host host;
    private final Terms terms;
    private final AtomicLong connections = new AtomicLong();
    private volatile boolean inherited;

    /**
     * Make ready for the gates of a host.
     *
     * @param host answers what comes in
     * @param terms what it asks of the connections
     */
    public Premises(Host host, Terms terms) {
        this.host = host;
        this.terms = terms;
    }

    Host host() {
        return host;
    }

    Terms terms() {
        return terms;
    }

    /** Take note that connections lead here that came for the host before. */
    void inherit() {
        inherited = true;
    }

    /** Return whether anybody ever connected. */
    public boolean isVisited() {
        return inherited || connections.get() > 0;
    }

    long nextConnection() {
        return connections.incrementAndGet();
    }
}
