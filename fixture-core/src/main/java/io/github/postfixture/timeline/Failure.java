package io.github.postfixture.timeline;

import org.apiguardian.api.API;

/**
 * On a timeline: something that went wrong in code of the test, such as a handler that threw, and that no assertion may
 * have seen. Its {@code toString()} says what in one line.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Failure extends EventDetail {

    /** Return what was thrown. */
    Throwable cause();

    /**
     * {@inheritDoc}
     *
     * @hidden
     */
    @Override
    @API(status = API.Status.INTERNAL)
    default EventCard card(Event event) {
        return ProblemCard.of(event, cause());
    }

    /**
     * {@inheritDoc}
     *
     * @hidden
     */
    @Override
    @API(status = API.Status.INTERNAL)
    default boolean isProblem() {
        return true;
    }
}
