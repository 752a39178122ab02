package io.github.postfixture;

import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.List;

/**
 * A throwaway server of a test: it runs from the moment it is made until {@link #close()}.
 *
 * <p>Fixtures are safe for use by several threads.
 */
public interface Fixture extends AutoCloseable {

    /** Return everything that has happened at this fixture, in order. */
    Timeline timeline();

    /** Return the endpoints that are open so far. */
    default List<Endpoint> endpoints() {
        return List.of();
    }

    /**
     * Verify that nothing went wrong here that no assertion has looked at, such as a handler that failed. The JUnit
     * extensions do so after every test.
     *
     * @throws AssertionError if something did; its message lists what
     */
    default void verify() {}

    /**
     * Verify the same at a server that several tests share, when the last one has ended; of what went wrong up to an
     * event, they have been told.
     *
     * @param event the number of an event on the timeline
     * @throws AssertionError if something did; its message lists what
     */
    default void verifySince(int event) {
        verify();
    }

    /**
     * Return what may explain a failure although it is no failure itself, such as a stub that nobody used; one line
     * each.
     */
    default List<String> problems() {
        return List.of();
    }

    /**
     * Return the connections that the application has left open, one line each. Connections that a client may keep for
     * its next request, as by HTTP, are not among them.
     *
     * @param patience how long to wait for those that are about to end
     */
    default List<String> leftOpen(Duration patience) {
        return List.of();
    }

    /**
     * Stop the fixture and release its ports. What it received can still be read afterwards; closing twice does
     * nothing.
     */
    @Override
    void close();
}
