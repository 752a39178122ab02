package io.github.postfixture;

import io.github.postfixture.timeline.Timeline;

/**
 * A throwaway server of a test: it runs from the moment it is made until {@link #close()}.
 *
 * <p>Fixtures are safe for use by several threads.
 */
public interface Fixture extends AutoCloseable {

    /** Return everything that has happened at this fixture, in order. */
    Timeline timeline();

    /**
     * Stop the fixture and release its ports. What it received can still be read afterwards; closing twice does
     * nothing.
     */
    @Override
    void close();
}
