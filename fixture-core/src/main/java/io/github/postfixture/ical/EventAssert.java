package io.github.postfixture.ical;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.PrintableRepresentation;
import io.github.postfixture.mime.AddressSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Assertions on an {@link Event}. */
public class EventAssert extends AbstractExplainedAssert<EventAssert, Event> {

    EventAssert(Event actual) {
        super(actual, EventAssert.class);
    }

    /** Verify the title. */
    public EventAssert hasSummary(String expected) {
        return verify("the summary", expected, actual.summary());
    }

    /** Verify where it is. */
    public EventAssert isLocatedAt(String expected) {
        return verify("the location", expected, actual.location());
    }

    /** Verify when it starts; the zone counts. */
    public EventAssert startsAt(ZonedDateTime expected) {
        return verify("the start", expected, found(actual.start()));
    }

    /** Verify the moment at which it starts, in whatever zone. */
    public EventAssert startsAt(Instant expected) {
        return verify("the start", expected, found(actual.start().map(ZonedDateTime::toInstant)));
    }

    /** Verify when it ends; the zone counts. */
    public EventAssert endsAt(ZonedDateTime expected) {
        return verify("the end", expected, found(actual.end()));
    }

    /** Verify how long it lasts. */
    public EventAssert lasts(Duration expected) {
        return verify("the duration", expected, actual.duration());
    }

    /** Verify that it takes whole days. */
    public EventAssert isAllDay() {
        if (!actual.isAllDay()) {
            throw failing("an event of whole days", "it starts at " + start());
        }
        return this;
    }

    /** Verify that its start has no zone, and is another moment for everybody. */
    public EventAssert isFloating() {
        if (!actual.isFloating()) {
            throw failing("a start without a zone", "it starts at " + start());
        }
        return this;
    }

    /** Verify who organizes it; addresses have no case. */
    public EventAssert hasOrganizer(String address) {
        if (!AddressSpec.isSame(address, actual.organizer())) {
            throw differing("the organizer", address, actual.organizer());
        }
        return this;
    }

    /** Verify that somebody is invited, whatever the answer. */
    public EventAssert hasAttendee(String address) {
        attended(address);
        return this;
    }

    /** Verify that somebody is invited and has answered so, such as {@code ACCEPTED} or {@code NEEDS-ACTION}. */
    public EventAssert hasAttendee(String address, String status) {
        if (!attended(address).status().equalsIgnoreCase(status)) {
            throw lacking("the attendee " + address + " (" + status + ")", "attendee", actual.attendees());
        }
        return this;
    }

    /** Verify that somebody is not invited. */
    public EventAssert hasNoAttendee(String address) {
        return verifyNone(
                "no attendee " + address,
                actual.attendees().stream()
                        .filter(attendee -> attendee.isAt(address))
                        .toList());
    }

    /** Verify that it is {@code TENTATIVE}, {@code CONFIRMED} or {@code CANCELLED}. */
    public EventAssert hasStatus(String expected) {
        if (!actual.status().equalsIgnoreCase(expected)) {
            throw differing("the status", expected, actual.status());
        }
        return this;
    }

    /** Verify that it is in a category, among others. */
    public EventAssert hasCategory(String name) {
        if (!actual.categories().contains(name)) {
            throw lacking("the category " + name, "category", actual.categories());
        }
        return this;
    }

    /** Verify that it recurs by this rule, such as {@code FREQ=WEEKLY;COUNT=3}. */
    public EventAssert recurs(String rule) {
        return verify("the recurrence", rule, actual.recurrence());
    }

    /** Verify that it takes place on these days, each the day on which an instance starts in its zone; on others as well. */
    public EventAssert occursOn(LocalDate... days) {
        for (LocalDate day : days) {
            if (!starts(day)) {
                throw lacking(
                        "an occurrence on " + day, "occurrence from a month before to a month after", around(day));
            }
        }
        return this;
    }

    /** Verify that no instance starts on a day, in its zone. */
    public EventAssert doesNotOccurOn(LocalDate day) {
        return verifyNone("no occurrence on " + day, starting(day));
    }

    /** Verify that it has an alarm. */
    public EventAssert hasAlarm() {
        if (actual.alarms() == 0) {
            throw failing("an alarm", "there is none");
        }
        return this;
    }

    /** Verify that an alarm is due so long before the start. */
    public EventAssert hasAlarm(Duration before) {
        Optional<Instant> due = actual.start().map(start -> start.toInstant().minus(before));
        if (due.isEmpty() || !actual.alarmTimes().contains(due.get())) {
            throw lacking("an alarm at " + found(due), "alarm", actual.alarmTimes());
        }
        return this;
    }

    /** Verify that nothing in it is damaged, missing or guessed; list all that is. */
    public EventAssert isWellFormed() {
        return verifyNothingWrong("a well-formed event", actual.findings());
    }

    /** Go on to the title. */
    public AbstractStringAssert<?> summary() {
        return text("summary", actual.summary());
    }

    /** Go on to what it is about. */
    public AbstractStringAssert<?> description() {
        return text("description", actual.description());
    }

    /** Go on to where it is. */
    public AbstractStringAssert<?> location() {
        return text("location", actual.location());
    }

    private AbstractStringAssert<?> text(String what, String value) {
        return Assertions.assertThat(value)
                .as("%s of %s", what, actual)
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    private Attendee attended(String address) {
        return actual.attendee(address)
                .orElseThrow(() -> lacking("the attendee " + address, "attendee", actual.attendees()));
    }

    private boolean starts(LocalDate day) {
        return !starting(day).isEmpty();
    }

    private Collection<ZonedDateTime> starting(LocalDate day) {
        return between(day.minusDays(2), day.plusDays(2)).stream()
                .filter(start -> start.toLocalDate().equals(day))
                .toList();
    }

    private List<ZonedDateTime> around(LocalDate day) {
        return between(day.minusMonths(1), day.plusMonths(1));
    }

    private List<ZonedDateTime> between(LocalDate from, LocalDate to) {
        ZoneId zone = ZoneId.of("UTC");
        return actual
                .occurrences(
                        from.atStartOfDay(zone).toInstant(),
                        to.atStartOfDay(zone).toInstant())
                .stream()
                .flatMap(occurrence -> occurrence.start().stream())
                .toList();
    }

    private String start() {
        return actual.start().map(Object::toString).orElse("no time");
    }

    private static Object found(Optional<?> value) {
        return value.map(Object.class::cast).orElse(Optional.empty());
    }
}
