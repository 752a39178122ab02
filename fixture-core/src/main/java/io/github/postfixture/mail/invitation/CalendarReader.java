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
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import io.github.postfixture.explanation.FailureMessage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a calendar by biweekly, which is there only if the user has it. */
final class CalendarReader {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final ICalendar calendar;
    private final VEvent event;

    private CalendarReader(ICalendar calendar, VEvent event) {
        this.calendar = calendar;
        this.event = event;
    }

    static Meeting read(String text) {
        try {
            ICalendar calendar = Biweekly.parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                    .first();
            if (calendar != null && !calendar.getEvents().isEmpty()) {
                return new CalendarReader(calendar, calendar.getEvents().get(0)).meeting();
            }
        } catch (RuntimeException e) {
            throw FailureMessage.expected("a calendar", "it cannot be read: " + e)
                    .error(e);
        }
        throw FailureMessage.expected("a calendar with an event", "it has none").error();
    }

    private Meeting meeting() {
        return new Meeting(
                text(calendar.getMethod()),
                text(event.getUid()),
                number(event.getSequence()),
                text(event.getSummary()),
                text(event.getLocation()),
                time(event.getDateStart()),
                end(),
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

    private EventTime time(@Nullable DateOrDateTimeProperty property) {
        if (property == null || property.getValue() == null) {
            return EventTime.never();
        }
        Instant at = property.getValue().toInstant();
        return Optional.ofNullable(property.getParameter("TZID"))
                .map(zone -> undefined(property, zone))
                .orElseGet(() -> EventTime.at(at.atZone(zone(property, at))));
    }

    /** Return a time in a zone that the calendar does not define. */
    private static EventTime undefined(DateOrDateTimeProperty property, String zone) {
        DateTimeComponents time = property.getValue().getRawComponents();
        return ZoneNames.zone(zone)
                .map(found -> EventTime.at(ZonedDateTime.of(
                        time.getYear(),
                        time.getMonth(),
                        time.getDate(),
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond(),
                        0,
                        found)))
                .orElseGet(() -> EventTime.in(zone));
    }

    private EventTime end() {
        if (event.getDateEnd() != null) {
            return time(event.getDateEnd());
        }
        EventTime start = time(event.getDateStart());
        if (event.getDuration() != null && event.getDuration().getValue() != null) {
            return start.map(at -> later(at, event.getDuration().getValue()));
        }
        return isDate(event.getDateStart()) ? start.map(at -> at.plusDays(1)) : start;
    }

    /** Add a duration: days by the calendar, what is shorter by the clock (RFC 5545 section 3.3.6). */
    private static ZonedDateTime later(ZonedDateTime start, Duration duration) {
        int sign = duration.isPrior() ? -1 : 1;
        return start.plusWeeks(sign * count(duration.getWeeks()))
                .plusDays(sign * count(duration.getDays()))
                .plusHours(sign * count(duration.getHours()))
                .plusMinutes(sign * count(duration.getMinutes()))
                .plusSeconds(sign * count(duration.getSeconds()));
    }

    private static long count(@Nullable Integer number) {
        return number == null ? 0 : number;
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
