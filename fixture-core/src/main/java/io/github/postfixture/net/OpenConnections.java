package io.github.postfixture.net;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The connections that a fixture has open, so that closing the fixture ends them. Safe for several threads. */
public final class OpenConnections {

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Keep the connection until it is removed; a connection that comes after the end is reset. */
    public void add(Connection connection) {
        open.add(connection);
        if (closed) {
            connection.reset();
        }
    }

    /** Forget a connection that has ended. */
    public void remove(Connection connection) {
        open.remove(connection);
    }

    /** Return how many are open. */
    public int count() {
        return open.size();
    }

    /** Break all open connections, and every one that still comes. */
    public void resetAll() {
        closed = true;
        open.forEach(Connection::reset);
    }
}
