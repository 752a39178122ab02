package io.github.postfixture.web.engine;

import java.util.concurrent.atomic.AtomicLong;

/** The context that the listeners of one host share. Safe for use by several threads. */
public final class HostContext {

    private final RequestHandler host;
    private final ConnectionSettings settings;
    private final AtomicLong connections = new AtomicLong();
    private volatile boolean inherited;

    /**
     * Make the context of a host.
     *
     * @param host answers what comes in
     * @param settings the limits and timeouts of its connections
     */
    public HostContext(RequestHandler host, ConnectionSettings settings) {
        this.host = host;
        this.settings = settings;
    }

    /** Return who answers what comes in. */
    public RequestHandler host() {
        return host;
    }

    /** Return the limits and timeouts of the connections. */
    public ConnectionSettings settings() {
        return settings;
    }

    /** Take note that connections are routed here that came for the host before. */
    public void inherit() {
        inherited = true;
    }

    /** Return whether anybody ever connected. */
    public boolean isVisited() {
        return inherited || connections.get() > 0;
    }

    /** Return the number of one more connection, from 1. */
    public long nextConnection() {
        return connections.incrementAndGet();
    }
}
