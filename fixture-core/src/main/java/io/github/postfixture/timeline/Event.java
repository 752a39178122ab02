package io.github.postfixture.timeline;

import io.github.postfixture.explanation.Printable;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One thing that happened at a fixture.
 *
 * @param number its place on the timeline; the first event is number 1
 * @param at the time since the timeline began
 * @param source who tells it, such as {@code smtp} or {@code http}
 * @param detail what happened: a text, or the value that arrived, whose {@code toString()} tells it
 */
public record Event(int number, Duration at, String source, Object detail) {

    Event later(long nanos) {
        return new Event(number, at.plusNanos(nanos), source, detail);
    }

    Event numbered(int other) {
        return new Event(other, at, source, detail);
    }

    /**
     * Return how a report shows it at length, if there is more to show than its line.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Optional<EventCard> card() {
        return detail instanceof EventDetail shown ? Optional.of(shown.card(this)) : Optional.empty();
    }

    /**
     * Return what is told in words, and is no value that arrived.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public Optional<String> told() {
        return detail instanceof String || detail instanceof FaultStrike
                ? Optional.of(detail.toString())
                : Optional.empty();
    }

    /** Return the detail in one line, with what is not printable escaped. */
    public String inWords() {
        return Printable.line(detail);
    }

    /**
     * Return the detail as the timeline tells it, in one line with what is not printable escaped.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public String line() {
        return detail instanceof EventDetail shown ? Printable.line(shown.line()) : inWords();
    }

    /** Return the event as one line: the seconds since the timeline began, the source, the detail. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%+9.3fs  %-5s  %s", at.toNanos() / 1e9, source, line());
    }
}
