package io.github.postfixture.net;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The connections that a fixture has open, so that closing the fixture ends them. Safe for several threads. */
public final class OpenConnections {

    private static final long GRACE_MILLIS = 1_000;

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

    /** Let clients that are about to say goodbye do so, and break what is still open a second later. */
    public void endSoon() {
        closed = true;
        if (!open.isEmpty()) {
            CompletableFuture.delayedExecutor(GRACE_MILLIS, TimeUnit.MILLISECONDS, Workers.shared())
                    .execute(this::resetAll);
        }
    }

    private void resetAll() {
        open.forEach(Connection::reset);
    }
}
