package io.github.postfixture.groupware.dav;

import io.github.postfixture.ical.CalendarZones;
import io.github.postfixture.ical.Component;
import io.github.postfixture.ical.ContentLine;
import io.github.postfixture.ical.DateTimeValue;
import io.github.postfixture.ical.Recurrence;
import io.github.postfixture.ical.RecurrenceInstance;
import io.github.postfixture.ical.TimeRange;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the instances of what recurs in its place, with times in UTC (RFC 4791 section 9.6.5).
 *
 * @param range when the instances are
 */
record Expansion(TimeRange range) {

    private static final int MOST = 10_000;
    private static final Set<String> RULES = Set.of("RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID");

    /** Return a calendar with instances, and without time zones. */
    Component of(Component calendar, CalendarZones zones) {
        Map<String, List<Component>> byUid = CalendarObject.items(calendar).stream()
                .collect(Collectors.groupingBy(item -> item.name() + item.text("UID")));
        List<Component> instances = byUid.values().stream()
                .flatMap(items -> instances(items, zones))
                .toList();
        return Component.of(calendar.name(), calendar.properties(), instances);
    }

    private Stream<Component> instances(List<Component> items, CalendarZones zones) {
        Recurrence recurrence = Recurrence.of(items, zones);
        boolean recurs = recurrence.isRecurring() || items.size() > 1;
        return recurrence.instances(range.from(), range.to(), MOST).stream().map(instance -> single(instance, recurs));
    }

    private static Component single(RecurrenceInstance instance, boolean recurs) {
        Component component = instance.component();
        List<ContentLine> lines = component.properties().stream()
                .filter(line -> !RULES.contains(line.name().toUpperCase(Locale.ROOT)))
                .toList();
        Component single = timed(Component.of(component.name(), lines, component.components()), instance);
        return recurs ? single.with(line("RECURRENCE-ID", kind(component, "DTSTART"), instance.id())) : single;
    }

    private static Component timed(Component component, RecurrenceInstance instance) {
        Component timed = component;
        if (component.property("DTSTART").isPresent()) {
            timed = timed.with(line("DTSTART", kind(component, "DTSTART"), instance.start()));
        }
        for (String end : List.of("DTEND", "DUE")) {
            if (component.property(end).isPresent()) {
                timed = timed.with(line(end, kind(component, end), instance.end()));
            }
        }
        return timed;
    }

    private static Optional<DateTimeValue> kind(Component component, String name) {
        return component.property(name).flatMap(DateTimeValue::of);
    }

    /** Return a time in the manner of another: a date, a floating time, or else in UTC. */
    private static ContentLine line(String name, Optional<DateTimeValue> kind, ZonedDateTime time) {
        if (kind.filter(DateTimeValue::isDate).isPresent()) {
            DateTimeValue date = new DateTimeValue(time.toLocalDate().atStartOfDay(), true, false, "");
            return ContentLine.of(name, date.toString()).with("VALUE", "DATE");
        }
        boolean isFloating = kind.filter(DateTimeValue::isFloating).isPresent();
        ZonedDateTime shown = isFloating ? time : time.withZoneSameInstant(ZoneOffset.UTC);
        return ContentLine.of(name, new DateTimeValue(shown.toLocalDateTime(), false, !isFloating, "").toString());
    }
}
