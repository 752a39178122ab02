package io.github.postfixture;

import java.util.Optional;
import java.util.function.Supplier;

/** A server of a host: it starts when it is first asked for, and ends with the host. Safe for use by several threads. */
final class HostedFixture<F extends Fixture> implements AutoCloseable {

    private final Supplier<F> start;
    private Optional<F> started = Optional.empty();
    private boolean closed;

    HostedFixture(Supplier<F> start) {
        this.start = start;
    }

    /** Return the server; one that has not started before the host was closed is closed, too. */
    synchronized F get() {
        return started.orElseGet(this::begin);
    }

    private F begin() {
        F server = start.get();
        started = Optional.of(server);
        if (closed) {
            server.close();
        }
        return server;
    }

    synchronized Optional<F> started() {
        return started;
    }

    @Override
    public void close() {
        end().ifPresent(Fixture::close);
    }

    private synchronized Optional<F> end() {
        closed = true;
        return started;
    }
}
