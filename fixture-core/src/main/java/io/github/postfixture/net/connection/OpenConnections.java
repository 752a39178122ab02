package io.github.postfixture.net.connection;

import io.github.postfixture.concurrent.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The connections that a fixture has open, so that closing the fixture ends them. Safe for several threads. */
public final class OpenConnections {

    private static final long GRACE_MILLIS = 1_000;

    private final Map<Connection, String> open = new LinkedHashMap<>();
    private boolean closed;

    /**
     * Keep the connection until it is removed; a connection that comes after the end is reset.
     *
     * @param protocol what is spoken, such as {@code smtp}
     */
    public void add(Connection connection, String protocol) {
        synchronized (open) {
            open.put(connection, protocol);
            if (closed) {
                connection.reset();
            }
        }
    }

    /** Forget a connection that has ended. */
    public void remove(Connection connection) {
        synchronized (open) {
            open.remove(connection);
            open.notifyAll();
        }
    }

    /**
     * Let clients that are about to say goodbye do so, and break what is still open a second later.
     *
     * @param report is told which connections were broken
     */
    public void endSoon(Consumer<String> report) {
        boolean empty;
        synchronized (open) {
            closed = true;
            empty = open.isEmpty();
        }
        if (!empty) {
            CompletableFuture.delayedExecutor(GRACE_MILLIS, TimeUnit.MILLISECONDS, Workers.shared())
                    .execute(() -> resetAll(report));
        }
    }

    /**
     * Wait until no connection is open but those that both sides are about to close, and return the others that are when
     * the time is over, or the thread is interrupted.
     */
    public List<String> awaitEnd(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        synchronized (open) {
            try {
                for (long left = timeout.toNanos(); areOpen() && left > 0; left = deadline - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(open, left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return names();
        }
    }

    /** Tell of the connections that are open: the protocol, and which one it is. */
    public void forEachOpen(BiConsumer<String, String> action) {
        Map<Connection, String> left;
        synchronized (open) {
            left = new LinkedHashMap<>(open);
        }
        left.keySet().removeIf(Connection::isLeaving);
        left.forEach((connection, protocol) -> action.accept(protocol, name(protocol, connection)));
    }

    private boolean areOpen() {
        return open.keySet().stream().anyMatch(connection -> !connection.isLeaving());
    }

    private void resetAll(Consumer<String> report) {
        List<Connection> left;
        List<String> names;
        synchronized (open) {
            left = new ArrayList<>(open.keySet());
            names = names();
        }
        left.forEach(Connection::reset);
        names.forEach(report);
    }

    private List<String> names() {
        return open.entrySet().stream()
                .filter(entry -> !entry.getKey().isLeaving())
                .map(entry -> name(entry.getValue(), entry.getKey()))
                .toList();
    }

    private static String name(String protocol, Connection connection) {
        return "the " + protocol + " connection from " + connection.client() + OpenSince.inWords(connection.began());
    }
}
