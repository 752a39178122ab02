package io.github.postfixture.timeline;

import org.apiguardian.api.API;

/**
 * The detail of an event that a report shows at length, and not in a line of the timeline alone.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface EventDetail {

    /**
     * Return how a report shows it.
     *
     * @param event the event whose detail this is
     */
    EventCard card(Event event);

    /** Return how the timeline tells it in one line. */
    default String line() {
        return toString();
    }

    /** Return whether it tells of something that happened, and not of what there is in the end. */
    default boolean isHappening() {
        return true;
    }

    /** Return whether something went wrong, outside the servers. */
    default boolean isProblem() {
        return false;
    }
}
