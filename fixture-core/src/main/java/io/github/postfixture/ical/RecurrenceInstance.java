package io.github.postfixture.ical;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.apiguardian.api.API;

/**
 * One of the times at which an event or a task takes place.
 *
 * @param component what holds for it: that of its own ({@code RECURRENCE-ID}), or that of all
 * @param id when it was meant to start by the rule, {@code RECURRENCE-ID}
 * @param start when it starts
 * @param end when it ends
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record RecurrenceInstance(Component component, ZonedDateTime id, ZonedDateTime start, ZonedDateTime end) {

    /** Return whether it takes place within a span of time, as an event does (RFC 4791 section 9.9). */
    public boolean overlaps(Instant from, Instant to) {
        Instant begin = start.toInstant();
        Instant finish = end.toInstant();
        return begin.isBefore(to) && (finish.isAfter(from) || (!finish.isAfter(begin) && !begin.isBefore(from)));
    }
}
