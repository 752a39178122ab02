package io.github.postfixture.groupware;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.Quantity;
import io.github.postfixture.ical.Event;
import io.github.postfixture.ical.EventAssert;
import io.github.postfixture.timeline.InWords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * Assertions on a {@link Calendar}. {@code receives..} waits, at most for the timeout of the groupware or for
 * {@link #within(Duration)}; an event that is there already will do. What begins with {@code has} looks at what there is.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class CalendarAssert extends AbstractExplainedAssert<CalendarAssert, Calendar> {

    private Duration timeout;

    CalendarAssert(Calendar actual, Duration timeout) {
        super(actual, CalendarAssert.class);
        hideSubject();
        this.timeout = timeout;
    }

    /** Let the checks that follow wait for this long at most. */
    public CalendarAssert within(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    /** Wait for an event with this title, and go on to it. */
    public EventAssert receivesEvent(String summary) {
        return receivesEvent(EventCriteria.summary(summary));
    }

    /** Wait for an event that meets the criteria, and go on to it. */
    public EventAssert receivesEvent(EventCriteria criteria) {
        return Assertions.assertThat(actual.contents().await(criteria.criteria(), timeout));
    }

    /** Verify that there is an event with this title now, and go on to it. */
    public EventAssert hasEvent(String summary) {
        return Assertions.assertThat(actual.event(summary));
    }

    /** Verify that there is no event that meets the criteria now. */
    public CalendarAssert hasNoEvent(EventCriteria criteria) {
        Optional<Event> unwanted = actual.contents().find(criteria.criteria());
        if (unwanted.isPresent()) {
            throw failing(noEvent(criteria), "it has " + unwanted.get());
        }
        return this;
    }

    /** Verify that no event meets the criteria, and none does for this long. Fail at once when one does. */
    public CalendarAssert receivesNoEventFor(Duration time, EventCriteria criteria) {
        Optional<Event> unwanted = actual.contents().watch(criteria.criteria(), time);
        if (unwanted.isPresent()) {
            throw failing(noEvent(criteria) + " for " + InWords.of(time), "it has " + unwanted.get());
        }
        return this;
    }

    private String noEvent(EventCriteria criteria) {
        return "the " + actual + " to have no event" + criteria.criteria().afterNoun();
    }

    /** Verify that there are so many events now; one that recurs counts once. */
    public CalendarAssert hasEventCount(int expected) {
        List<Event> events = actual.events();
        if (events.size() != expected) {
            throw failing(
                    FailureMessage.expected(
                                    "the " + actual + " to have " + Quantity.of(expected, "event"),
                                    events.isEmpty() ? "it is empty" : "it has " + events.size())
                            .with(actual.contents().listing()),
                    expected,
                    events.size());
        }
        return this;
    }

    /** Verify that there is no event now. */
    public CalendarAssert isEmpty() {
        return hasEventCount(0);
    }

    /** Go on to the events, in the order in which they came. */
    public ListAssert<Event> events() {
        return Assertions.assertThat(actual.events()).as("events in the %s", actual);
    }
}
