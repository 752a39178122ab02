package io.github.postfixture.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes events (RFC 5545). What is not said is left out, but a {@code UID}, which is random, and a {@code DTSTAMP}. Times with
 * a zone of a region name it; clients that need its rules as well are rare, and find them by the name (RFC 7809). Not
 * thread-safe.
 */
public final class EventBuilder {

    private final List<ContentLine> properties = new ArrayList<>();
    private final List<Component> alarms = new ArrayList<>();
    private String uid = UUID.randomUUID() + "@postfixture";

    EventBuilder() {}

    /** Set the identity. */
    public EventBuilder uid(String value) {
        uid = value;
        return this;
    }

    /** Set the title. */
    public EventBuilder summary(String text) {
        return text("SUMMARY", text);
    }

    /** Set what it is about. */
    public EventBuilder description(String text) {
        return text("DESCRIPTION", text);
    }

    /** Set where it is. */
    public EventBuilder location(String text) {
        return text("LOCATION", text);
    }

    /** Set when it starts. */
    public EventBuilder starts(ZonedDateTime time) {
        return set(time("DTSTART", time));
    }

    /** Set when it starts, as a clock on the wall shows it wherever one is. */
    public EventBuilder starts(LocalDateTime time) {
        return set(ContentLine.of("DTSTART", new DateTimeValue(time, false, false, "").toString()));
    }

    /** Let it take whole days from this one on. */
    public EventBuilder starts(LocalDate day) {
        return set(day("DTSTART", day));
    }

    /** Set when it ends. */
    public EventBuilder ends(ZonedDateTime time) {
        return set(time("DTEND", time));
    }

    /** Set on which day it is over: the day after its last. */
    public EventBuilder ends(LocalDate day) {
        return set(day("DTEND", day));
    }

    /** Set how long it lasts, to the second. */
    public EventBuilder lasts(Duration duration) {
        return set(ContentLine.of("DURATION", written(duration)));
    }

    /** Set the rule by which it recurs, such as {@code FREQ=WEEKLY;COUNT=3}. */
    public EventBuilder recurs(String rule) {
        return set(ContentLine.of("RRULE", rule));
    }

    /** Set who organizes it. */
    public EventBuilder organizer(String address) {
        return set(ContentLine.of("ORGANIZER", "mailto:" + address));
    }

    /** Add somebody who is invited, and has not answered. */
    public EventBuilder attendee(String address) {
        return attendee(Attendee.of(address));
    }

    /** Add somebody who is invited. */
    public EventBuilder attendee(Attendee attendee) {
        properties.add(attendee.line());
        return this;
    }

    /** Set {@code TENTATIVE}, {@code CONFIRMED} or {@code CANCELLED}. */
    public EventBuilder status(String status) {
        return text("STATUS", status);
    }

    /** Set the revision. */
    public EventBuilder sequence(int number) {
        return set(ContentLine.of("SEQUENCE", Integer.toString(number)));
    }

    /** Let it take no time that is free otherwise. */
    public EventBuilder isFree() {
        return text("TRANSP", "TRANSPARENT");
    }

    /** Add a category. */
    public EventBuilder category(String name) {
        properties.add(ContentLine.text("CATEGORIES", name));
        return this;
    }

    /** Add an alarm that is due so long before the start. */
    public EventBuilder alarm(Duration before) {
        alarms.add(Component.of(
                "VALARM",
                List.of(
                        ContentLine.of("ACTION", "DISPLAY"),
                        ContentLine.of("DESCRIPTION", "Reminder"),
                        ContentLine.of("TRIGGER", written(before.negated()))),
                List.of()));
        return this;
    }

    /** Set any property to a text. */
    public EventBuilder property(String name, String text) {
        return text(name, text);
    }

    /** Return the event; it can be changed and built again. */
    public Event build() {
        return Event.parse(bytes());
    }

    /** Return the event as an iCalendar object. */
    public byte[] bytes() {
        List<ContentLine> all = new ArrayList<>();
        all.add(ContentLine.text("UID", uid));
        all.add(ContentLine.of("DTSTAMP", utc(Instant.now())));
        all.addAll(properties);
        return ComponentWriter.write(calendar(Component.of("VEVENT", all, alarms)));
    }

    /** Return a calendar around a component. */
    static Component calendar(Component component) {
        return Component.of(
                "VCALENDAR",
                List.of(ContentLine.of("VERSION", "2.0"), ContentLine.of("PRODID", "-//Postfixture//EN")),
                List.of(component));
    }

    static ContentLine time(String name, ZonedDateTime time) {
        if (time.getZone() instanceof ZoneOffset || time.getZone().getId().equals("UTC")) {
            return ContentLine.of(name, utc(time.toInstant()));
        }
        String value = new DateTimeValue(time.toLocalDateTime(), false, false, "").toString();
        return ContentLine.of(name, value).with("TZID", time.getZone().getId());
    }

    static ContentLine day(String name, LocalDate day) {
        return ContentLine.of(name, new DateTimeValue(day.atStartOfDay(), true, false, "").toString())
                .with("VALUE", "DATE");
    }

    static String utc(Instant moment) {
        return new DateTimeValue(LocalDateTime.ofInstant(moment, ZoneOffset.UTC), false, true, "").toString();
    }

    private static String written(Duration duration) {
        Duration length = Duration.ofSeconds(duration.abs().toSeconds());
        return (duration.isNegative() ? "-" : "") + length;
    }

    private EventBuilder text(String name, String text) {
        return set(ContentLine.text(name, text));
    }

    private EventBuilder set(ContentLine property) {
        properties.removeIf(other -> other.isNamed(property.name()));
        properties.add(property);
        return this;
    }
}
