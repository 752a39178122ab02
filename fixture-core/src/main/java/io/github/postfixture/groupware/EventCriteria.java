package io.github.postfixture.groupware;

import io.github.postfixture.await.Criteria;
import io.github.postfixture.await.Criterion;
import io.github.postfixture.explanation.EditDistance;
import io.github.postfixture.ical.Event;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * Which event is meant, in words that a failure can repeat. Immutable.
 *
 * <pre>{@code
 * calendar.awaitEvent(EventCriteria.summary("Review").and(EventCriteria.attendee("bob@example.org")));
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class EventCriteria implements Predicate<Event> {

    private final Criteria<Event> criteria;

    private EventCriteria(Criteria<Event> criteria) {
        this.criteria = criteria;
    }

    /** Mean every event. */
    public static EventCriteria any() {
        return new EventCriteria(Criteria.any());
    }

    /** Mean an event with exactly this title. */
    public static EventCriteria summary(String summary) {
        return of(Criterion.<Event>of(
                        "with summary \"" + summary + "\"",
                        event -> event.summary().equals(summary),
                        event -> "is " + event)
                .measuredBy(event -> distance(summary, event.summary())));
    }

    private static double distance(String wanted, String found) {
        int longest = Math.max(wanted.length(), found.length());
        return longest == 0 ? 0 : (double) EditDistance.between(wanted, found, longest) / longest;
    }

    /** Mean an event with this UID. */
    public static EventCriteria uid(String uid) {
        return of(Criterion.of(
                "with UID " + uid,
                event -> event.uid().equals(uid),
                event -> "is " + event + ", which has UID " + event.uid()));
    }

    /** Mean an event that starts at this moment, in whatever zone. */
    public static EventCriteria startingAt(ZonedDateTime start) {
        return of(
                Criterion.of("starting at " + start, event -> starts(event, start.toInstant()), EventCriteria::start));
    }

    private static boolean starts(Event event, Instant start) {
        return event.start().filter(at -> at.toInstant().equals(start)).isPresent();
    }

    private static String start(Event event) {
        return "is \"" + event.summary() + "\", which "
                + event.start().map(at -> "starts at " + at).orElse("has no start");
    }

    /** Mean an event to which this address is invited, however it is spelt. */
    public static EventCriteria attendee(String address) {
        return of(Criterion.of(
                "with attendee " + address,
                event -> event.attendee(address).isPresent(),
                event -> "is \"" + event.summary() + "\", which has "
                        + (event.attendees().isEmpty() ? "no attendees" : "attendees " + event.attendees())));
    }

    /** Mean what meets all of these. */
    public static EventCriteria allOf(EventCriteria... criteria) {
        return new EventCriteria(Criteria.allOf(
                Arrays.stream(criteria).map(EventCriteria::criteria).toList()));
    }

    /** Mean what meets one of these or more. */
    public static EventCriteria anyOf(EventCriteria... criteria) {
        return new EventCriteria(Criteria.anyOf(List.of(criteria), event -> "is " + event));
    }

    private static EventCriteria of(Criterion<Event> criterion) {
        return new EventCriteria(Criteria.of(criterion));
    }

    /** Mean what meets these and the others. */
    public EventCriteria and(EventCriteria other) {
        return allOf(this, other);
    }

    /** Mean what does not meet these. */
    public EventCriteria negated() {
        return new EventCriteria(criteria.negated(event -> "is " + event));
    }

    @Override
    public boolean test(Event event) {
        return criteria.test(event);
    }

    Criteria<Event> criteria() {
        return criteria;
    }

    /** Return what is meant in words. */
    @Override
    public String toString() {
        return criteria.toString();
    }
}
