package io.github.postfixture.groupware;

import io.github.postfixture.ical.Event;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.AssertProvider;

/**
 * A calendar of an account: its events, as clients and the test have put them. Safe for use by several threads.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Calendar implements AssertProvider<CalendarAssert> {

    private static final String MEDIA_TYPE = "text/calendar; charset=utf-8";

    private final CollectionContents<Event> contents;

    Calendar(CollectionContents<Event> contents) {
        this.contents = contents;
    }

    /** Return the address of the account whose it is. */
    public String owner() {
        return contents.owner();
    }

    /** Return the events as they are now, in the order in which they came; one that recurs is one event. */
    public List<Event> events() {
        return contents.all();
    }

    /**
     * Return the event with a title, as it is now.
     *
     * @throws AssertionError if there is none
     */
    public Event event(String summary) {
        return event(EventCriteria.summary(summary));
    }

    /**
     * Return the first event that meets the criteria, as it is now.
     *
     * @throws AssertionError if there is none
     */
    public Event event(EventCriteria criteria) {
        return contents.require(criteria.criteria());
    }

    /**
     * Wait for an event with a title; one that is there already will do.
     *
     * @throws AssertionError if none comes in time
     */
    public Event awaitEvent(String summary) {
        return awaitEvent(EventCriteria.summary(summary));
    }

    /**
     * Wait for an event that meets the criteria; one that is there already will do.
     *
     * @throws AssertionError if none comes in time
     */
    public Event awaitEvent(EventCriteria criteria) {
        return contents.await(criteria.criteria(), contents.timeout());
    }

    /**
     * Put an event into the calendar, in place of the one with its UID if there is one, as another client of the account would.
     *
     * @throws IllegalArgumentException if it has no UID
     */
    public void put(Event event) {
        contents.put(event.uid(), event.raw(), MEDIA_TYPE);
    }

    /**
     * Remove the event with this UID, as another client of the account would.
     *
     * @throws IllegalArgumentException if there is none
     */
    public void remove(String uid) {
        contents.remove(uid);
    }

    /** Return the assertions; AssertJ's own {@code assertThat} calls this. */
    @Override
    public CalendarAssert assertThat() {
        return new CalendarAssert(this, contents.timeout());
    }

    /** Return whose calendar it is, such as {@code calendar of ada@example.org}. */
    @Override
    public String toString() {
        return contents.toString();
    }

    CollectionContents<Event> contents() {
        return contents;
    }
}
