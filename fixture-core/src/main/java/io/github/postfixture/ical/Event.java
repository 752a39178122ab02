package io.github.postfixture.ical;

import io.github.postfixture.explanation.FailureMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.assertj.core.api.AssertProvider;

/**
 * An event of a calendar, {@code VEVENT} (RFC 5545 section 3.6.1), with the bytes that it was read from. One that recurs is one
 * event; {@link #occurrences} are its instances. Immutable.
 */
public final class Event implements AssertProvider<EventAssert> {

    private static final int MOST_OCCURRENCES = 10_000;
    private static final int MOST_INSTANTS = 1_000;

    private final CalendarEntry object;
    private final Component component;
    private final Optional<RecurrenceInstance> instance;

    private Event(CalendarEntry object, Component component, Optional<RecurrenceInstance> instance) {
        this.object = object;
        this.component = component;
        this.instance = instance;
    }

    /**
     * Read the first event of an iCalendar object.
     *
     * @throws AssertionError if there is none
     */
    public static Event parse(byte[] calendar) {
        return of(CalendarEntry.first(calendar, "VEVENT", "an event"));
    }

    /** Read all events of an iCalendar stream, such as a feed, in their order; an empty list if there are none. */
    public static List<Event> parseAll(byte[] calendar) {
        return CalendarEntry.all(calendar, "VEVENT").stream().map(Event::of).toList();
    }

    /** Return a builder of an event, such as a test puts into a calendar. */
    public static EventBuilder builder() {
        return new EventBuilder();
    }

    /**
     * Return the event of an object.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public static Event of(CalendarEntry object) {
        return new Event(object, object.main(), Optional.empty());
    }

    /**
     * Return the object that it was read from.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public CalendarEntry object() {
        return object;
    }

    /**
     * Return the component of the event, or of this instance of it.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Component component() {
        return component;
    }

    /** Return the bytes that it was read from, untouched; those of a feed hold other events, too. */
    public byte[] raw() {
        return object.raw().toByteArray();
    }

    /** Return what is damaged, missing or guessed; empty if all is as it should be. */
    public List<SyntaxFinding> findings() {
        return object.findings();
    }

    /** Return the identity, which its updates share; empty if there is none. */
    public String uid() {
        return component.text("UID");
    }

    /** Return the title; empty if there is none. */
    public String summary() {
        return component.text("SUMMARY");
    }

    /** Return what it is about; empty if there is nothing. */
    public String description() {
        return component.text("DESCRIPTION");
    }

    /** Return where it is; empty if there is nothing. */
    public String location() {
        return component.text("LOCATION");
    }

    /** Return the address of more about it, {@code URL}; empty if there is none. */
    public String url() {
        return component.value("URL");
    }

    /** Return {@code TENTATIVE}, {@code CONFIRMED} or {@code CANCELLED}; empty if it is not said. */
    public String status() {
        return component.text("STATUS");
    }

    /** Return whether it takes up time that is free otherwise: it is not {@code TRANSPARENT} (RFC 5545 section 3.8.2.7). */
    public boolean isBusy() {
        return !component.text("TRANSP").equalsIgnoreCase("TRANSPARENT");
    }

    /** Return who may see it, {@code CLASS}, such as {@code PRIVATE}; {@code PUBLIC} if it is not said. */
    public String classification() {
        String said = component.text("CLASS");
        return said.isEmpty() ? "PUBLIC" : said;
    }

    /** Return the categories, in their order. */
    public List<String> categories() {
        return component.properties("CATEGORIES").stream()
                .flatMap(line -> TextValue.list(line.value()).stream())
                .toList();
    }

    /** Return the value of any property as text, such as {@code X-ORDER}; empty if there is none. */
    public String property(String name) {
        return component.text(name);
    }

    /**
     * Return when it starts, in its zone; a time without a zone, and a day, in that of this JVM. A zone of which the calendar says
     * nothing is found by its name: that of IANA, or of Windows.
     *
     * @throws AssertionError if the zone cannot be found
     */
    public Optional<ZonedDateTime> start() {
        return instance.map(RecurrenceInstance::start).or(() -> known("DTSTART"));
    }

    /**
     * Return when it ends, in its zone: what DTEND says, or the start and its DURATION, or without both the end of the
     * first day, or the start if that is a time (RFC 5545 section 3.6.1).
     *
     * @throws AssertionError if the zone cannot be found
     */
    public Optional<ZonedDateTime> end() {
        if (instance.isPresent()) {
            return instance.map(RecurrenceInstance::end);
        }
        return known(component.property("DTEND").isPresent() ? "DTEND" : "DTSTART")
                .flatMap(known -> object.time(component).end());
    }

    /**
     * Return how long it lasts; zero if it has no start.
     *
     * @throws AssertionError if the zone cannot be found
     */
    public Duration duration() {
        return start().flatMap(start -> end().map(end -> Duration.between(start, end)))
                .orElse(Duration.ZERO);
    }

    /** Return whether it takes whole days: its start is a date without a time. */
    public boolean isAllDay() {
        return startValue().filter(DateTimeValue::isDate).isPresent();
    }

    /** Return whether its start is a time without a zone, which is another moment for everybody. */
    public boolean isFloating() {
        return startValue()
                .filter(value -> !value.isDate() && value.isFloating())
                .isPresent();
    }

    /** Return the name of the zone in which it starts, as the calendar says it; {@code UTC}; empty if it has none. */
    public String zone() {
        return startValue().map(value -> value.isUtc() ? "UTC" : value.zone()).orElse("");
    }

    /** Return the address of the organizer; empty if there is none. */
    public String organizer() {
        return component.property("ORGANIZER").map(Attendee::address).orElse("");
    }

    /** Return who is invited. */
    public List<Attendee> attendees() {
        return component.properties("ATTENDEE").stream().map(Attendee::of).toList();
    }

    /** Return who is invited by this address, however it is spelt. */
    public Optional<Attendee> attendee(String address) {
        return attendees().stream().filter(attendee -> attendee.isAt(address)).findFirst();
    }

    /** Return the {@code SEQUENCE}, its revision (RFC 5545 section 3.8.7.4); 0 if there is none. */
    public int sequence() {
        try {
            return Integer.parseInt(component.value("SEQUENCE").strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Return when it was made; nothing if it is not said. */
    public Optional<Instant> created() {
        return object.moment(component, "CREATED");
    }

    /** Return when it was last changed; nothing if it is not said. */
    public Optional<Instant> lastModified() {
        return object.moment(component, "LAST-MODIFIED");
    }

    /** Return the rule by which it recurs, such as {@code FREQ=WEEKLY;COUNT=3}; empty if it does not. */
    public String recurrence() {
        return component.value("RRULE").strip();
    }

    /** Return whether it takes place more than once. */
    public boolean isRecurring() {
        return instance.isEmpty() && object.recurrence().isRecurring();
    }

    /**
     * Return when it takes place within a span of time, in order: each an event with a start and an end of its own, and with what
     * is different in that instance. One that does not recur is its only occurrence. At most ten thousand.
     *
     * @throws IllegalArgumentException if the span ends before it begins
     */
    public List<Event> occurrences(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("occurrences(from, to): " + to + " is before " + from);
        }
        return object.recurrence().instances(from, to, MOST_OCCURRENCES).stream()
                .map(found -> new Event(object, found.component(), Optional.of(found)))
                .toList();
    }

    /** Return how many alarms there are. */
    public int alarms() {
        return component.components("VALARM").size();
    }

    /** Return when its alarms are due, in order, with their repetitions; of one that recurs for its first instance. */
    public List<Instant> alarmTimes() {
        return first().stream()
                .flatMap(at -> component.components("VALARM").stream()
                        .flatMap(alarm -> AlarmTimes.of(alarm).at(at, object.zones())))
                .limit(MOST_INSTANTS)
                .sorted()
                .toList();
    }

    /** Return the assertions; AssertJ's own {@code assertThat} calls this. */
    @Override
    public EventAssert assertThat() {
        return new EventAssert(this);
    }

    /** Return the title and the start. */
    @Override
    public String toString() {
        return "\"" + summary() + "\"" + shownStart();
    }

    /** Return the start as it is shown behind a title; empty if there is none that is known. */
    String shownStart() {
        return unknownZone("DTSTART").isPresent()
                ? ""
                : start().map(at -> " at " + at).orElse("");
    }

    private Optional<RecurrenceInstance> first() {
        return instance.or(() -> object.time(component)
                .start()
                .map(start -> new RecurrenceInstance(
                        component, start, start, object.time(component).end().orElse(start))));
    }

    private Optional<DateTimeValue> startValue() {
        return object.time(component).value("DTSTART");
    }

    private Optional<ZonedDateTime> known(String name) {
        unknownZone(name).ifPresent(zone -> {
            throw FailureMessage.expected("times in a known zone", "there is no VTIMEZONE for " + zone)
                    .on(this)
                    .error();
        });
        return object.time(component).time(name);
    }

    private Optional<String> unknownZone(String name) {
        return instance.isPresent()
                ? Optional.empty()
                : Stream.of(name)
                        .flatMap(property -> object.time(component).value(property).stream())
                        .filter(object.zones()::isGuessed)
                        .map(DateTimeValue::zone)
                        .findFirst();
    }
}
