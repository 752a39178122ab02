package io.github.postfixture.ical;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A span of time, and what lies within it by the tables of RFC 4791 section 9.9.
 *
 * @param from its beginning; {@link Instant#MIN} for none
 * @param to its end; {@link Instant#MAX} for none
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record TimeRange(Instant from, Instant to) {

    private static final int MOST_REPETITIONS = 1000;

    /**
     * Return whether events, tasks, journal entries or free-busy times are within it.
     *
     * @param components of the same kind and {@code UID}
     */
    public boolean includes(List<Component> components, CalendarZones zones) {
        return !components.isEmpty()
                && switch (components.get(0).name().toUpperCase(Locale.ROOT)) {
                    case "VEVENT" -> Recurrence.of(components, zones).overlaps(from, to);
                    case "VTODO" -> includesTask(components, zones);
                    case "VJOURNAL" -> includesJournal(components, zones);
                    case "VFREEBUSY" -> components.stream().anyMatch(component -> includesFreeBusy(component, zones));
                    default -> false;
                };
    }

    /** Return whether an alarm of one of these is due within it. */
    public boolean includesAlarm(List<Component> components, CalendarZones zones) {
        return components.stream()
                .flatMap(component -> component.components("VALARM").stream())
                .anyMatch(alarm -> includesAlarm(alarm, components, zones));
    }

    /** Return whether an alarm is due within it, for any of the instances of its component. */
    public boolean includesAlarm(Component alarm, List<Component> components, CalendarZones zones) {
        AlarmTimes times = AlarmTimes.of(alarm);
        Instant early = times.isAbsolute() ? Instant.MIN : times.earlier(from);
        Instant late = times.isAbsolute() ? Instant.MAX : times.later(to);
        return !Recurrence.of(components, zones)
                .visit(
                        early,
                        late,
                        instance -> !instance.component().components().contains(alarm)
                                || times.at(instance, zones)
                                        .limit(MOST_REPETITIONS)
                                        .noneMatch(this::contains));
    }

    private boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    private boolean includesTask(List<Component> components, CalendarZones zones) {
        if (components
                .get(0)
                .property("DTSTART")
                .or(() -> components.get(0).property("DUE"))
                .isEmpty()) {
            return includesDone(new ComponentTime(components.get(0), zones));
        }
        return !Recurrence.of(components, zones).visit(from, to, instance -> !includesTask(instance, zones));
    }

    private boolean includesTask(RecurrenceInstance instance, CalendarZones zones) {
        Component task = instance.component();
        Instant start = instance.start().toInstant();
        Instant end = instance.end().toInstant();
        if (task.property("DTSTART").isEmpty()) {
            return from.isBefore(start) && !to.isBefore(start);
        }
        if (task.property("DUE").isPresent()) {
            return (from.isBefore(end) || !from.isAfter(start)) && (to.isAfter(start) || !to.isBefore(end));
        }
        if (new ComponentTime(task, zones).duration().isPresent()) {
            return !from.isAfter(end) && (to.isAfter(start) || !to.isBefore(end));
        }
        return !from.isAfter(start) && to.isAfter(start);
    }

    private boolean includesDone(ComponentTime task) {
        Optional<Instant> completed = task.time("COMPLETED").map(ZonedDateTime::toInstant);
        Optional<Instant> created = task.time("CREATED").map(ZonedDateTime::toInstant);
        if (completed.isEmpty()) {
            return created.isEmpty() || to.isAfter(created.get());
        }
        return Stream.concat(created.stream(), completed.stream()).anyMatch(moment -> !from.isAfter(moment))
                && Stream.concat(created.stream(), completed.stream()).anyMatch(moment -> !to.isBefore(moment));
    }

    private boolean includesJournal(List<Component> components, CalendarZones zones) {
        return components.get(0).property("DTSTART").isPresent()
                && Recurrence.of(components, zones).overlaps(from, to);
    }

    private boolean includesFreeBusy(Component component, CalendarZones zones) {
        ComponentTime time = new ComponentTime(component, zones);
        Optional<Instant> start = time.start().map(ZonedDateTime::toInstant);
        Optional<Instant> end = time.time("DTEND").map(ZonedDateTime::toInstant);
        return (start.isPresent() && end.isPresent())
                ? !from.isAfter(end.get()) && to.isAfter(start.get())
                : component.properties("FREEBUSY").stream()
                        .flatMap(line -> TextValue.list(line.value()).stream())
                        .flatMap(value -> PeriodValue.parse(value).stream())
                        .anyMatch(period -> from.isBefore(period.end()) && to.isAfter(period.start()));
    }
}
