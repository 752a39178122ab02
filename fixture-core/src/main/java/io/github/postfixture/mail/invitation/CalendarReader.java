package io.github.postfixture.mail.invitation;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.TextProperty;
import biweekly.property.ValuedProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a calendar by biweekly, which is there only if the user has it. */
final class CalendarReader {

    private final ICalendar calendar;
    private final VEvent event;

    private CalendarReader(ICalendar calendar, VEvent event) {
        this.calendar = calendar;
        this.event = event;
    }

    static Meeting read(String text) {
        try {
            ICalendar calendar = Biweekly.parse(text).first();
            if (calendar != null && !calendar.getEvents().isEmpty()) {
                return new CalendarReader(calendar, calendar.getEvents().get(0)).meeting();
            }
        } catch (RuntimeException e) {
            throw new AssertionError("%nExpecting:%n  a calendar%nbut it cannot be read:%n  %s".formatted(e), e);
        }
        throw new AssertionError("%nExpecting:%n  a calendar%nto have an event%nbut it has none".formatted());
    }

    private Meeting meeting() {
        return new Meeting(
                text(calendar.getMethod()),
                text(event.getUid()),
                number(event.getSequence()),
                text(event.getSummary()),
                text(event.getLocation()),
                time(event.getDateStart()),
                time(event.getDateEnd()),
                isDate(event.getDateStart()),
                Optional.ofNullable(event.getOrganizer())
                        .map(organizer -> text(organizer.getEmail()))
                        .orElse(""),
                attendees(),
                event.getAlarms().size());
    }

    private List<Attendee> attendees() {
        return event.getAttendees().stream()
                .map(attendee -> new Attendee(text(attendee.getEmail()), status(attendee.getParticipationStatus())))
                .toList();
    }

    private static String status(@Nullable ParticipationStatus status) {
        return status == null ? "NEEDS-ACTION" : status.getValue().toUpperCase(Locale.ROOT);
    }

    private Optional<ZonedDateTime> time(@Nullable DateOrDateTimeProperty property) {
        return property == null || property.getValue() == null
                ? Optional.empty()
                : Optional.of(property.getValue()).map(Date::toInstant).map(at -> at.atZone(zone(property, at)));
    }

    private static boolean isDate(@Nullable DateOrDateTimeProperty property) {
        return property != null
                && property.getValue() != null
                && !property.getValue().hasTime();
    }

    private ZoneId zone(DateOrDateTimeProperty property, Instant at) {
        TimezoneInfo zones = calendar.getTimezoneInfo();
        if (zones.isFloating(property) || isDate(property)) {
            return ZoneId.systemDefault();
        }
        TimezoneAssignment zone = zones.getTimezone(property);
        return zone == null ? ZoneOffset.UTC : zone(zone, at);
    }

    /** Return the zone by its name; of one that only the calendar knows, its offset at that moment. */
    private static ZoneId zone(TimezoneAssignment zone, Instant at) {
        try {
            return ZoneId.of(zone.getTimeZone().getID());
        } catch (DateTimeException e) {
            return ZoneOffset.ofTotalSeconds(zone.getTimeZone().getOffset(at.toEpochMilli()) / 1000);
        }
    }

    private static String text(@Nullable TextProperty property) {
        return property == null ? "" : text(property.getValue());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static int number(@Nullable ValuedProperty<Integer> property) {
        return property == null || property.getValue() == null ? 0 : property.getValue();
    }
}
