package io.github.postfixture.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * When an event or a task takes place: its start, its rules and its further dates, without those that are left out, and with
 * the instances that are different (RFC 5545 section 3.8.5). Immutable.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class Recurrence {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Duration ZONE_DIFFERENCE = Duration.ofDays(2);
    private static final Duration CLOCK_CHANGE = Duration.ofHours(3);
    private static final int MOST_DATES = 20_000;

    private final @Nullable Component all;
    private final CalendarZones zones;
    private final NavigableMap<Instant, Component> own = new TreeMap<>();
    private final NavigableMap<Instant, Component> onwards = new TreeMap<>();
    private final Set<Instant> left = new HashSet<>();
    private Duration reach = Duration.ZERO;

    private Recurrence(@Nullable Component all, CalendarZones zones) {
        this.all = all;
        this.zones = zones;
    }

    /**
     * Return when components take place that are the same event or task: one for all, and those of instances.
     *
     * @param components of the same {@code UID}
     */
    public static Recurrence of(List<Component> components, CalendarZones zones) {
        Component all = components.stream()
                .filter(component -> !isInstance(component))
                .findFirst()
                .orElse(null);
        Recurrence recurrence = new Recurrence(all, zones);
        components.stream().filter(Recurrence::isInstance).forEach(recurrence::override);
        if (all != null) {
            recurrence.widen(recurrence.length(all));
            recurrence
                    .dates(all, "EXDATE")
                    .forEach(date -> recurrence.left.add(zones.resolve(date).toInstant()));
        }
        return recurrence;
    }

    /** Return whether it takes place more than once. */
    public boolean isRecurring() {
        return all != null
                && (all.property("RRULE").isPresent() || all.property("RDATE").isPresent());
    }

    /** Return whether it takes place within a span of time, as an event does (RFC 4791 section 9.9). */
    public boolean overlaps(Instant from, Instant to) {
        return !visit(from, to, instance -> !instance.overlaps(from, to));
    }

    /**
     * Return the instances within a span of time, sorted.
     *
     * @param most how many at most
     */
    public List<RecurrenceInstance> instances(Instant from, Instant to, int most) {
        List<RecurrenceInstance> found = new ArrayList<>();
        visit(from, to, instance -> {
            if (instance.overlaps(from, to)) {
                found.add(instance);
            }
            return found.size() < most;
        });
        found.sort(Comparator.comparing(instance -> instance.start().toInstant()));
        return List.copyOf(found);
    }

    /**
     * Return the first moment at which it can take place, and nothing if it has no start. Cheap: nothing is expanded.
     */
    public Optional<Instant> earliest() {
        return everyStart().min(Comparator.naturalOrder()).map(first -> first.minus(margin()));
    }

    /** Return the last moment at which it can take place; nothing if it goes on for ever, or if only counting would tell. */
    public Optional<Instant> latest() {
        if (all == null || all.property("RRULE").isEmpty()) {
            return everyStart().max(Comparator.naturalOrder()).map(last -> last.plus(margin()));
        }
        boolean bounded =
                all.properties("RDATE").isEmpty() && all.properties("RRULE").size() == 1;
        return RuleParts.of(all.value("RRULE"))
                .until()
                .filter(until -> bounded)
                .map(until -> until.local().toInstant(ZoneOffset.UTC).plus(margin()))
                .map(until -> own.isEmpty() || own.lastKey().plus(margin()).isBefore(until)
                        ? until
                        : own.lastKey().plus(margin()));
    }

    /**
     * Show those that can lie within a span of time to a visitor, until it returns false; some lie outside of it.
     *
     * @return whether it wanted to see all of them
     */
    boolean visit(Instant from, Instant to, Predicate<RecurrenceInstance> visitor) {
        Instant begin = clamped(from).minus(reach);
        Instant end = clamped(to).plus(reach);
        for (Map.Entry<Instant, Component> instance : own.entrySet()) {
            Optional<ZonedDateTime> id = new ComponentTime(instance.getValue(), zones).time("RECURRENCE-ID");
            if (id.isPresent() && !visitor.test(instance(instance.getValue(), id.get()))) {
                return false;
            }
        }
        return all == null || visitAll(all, begin, end, new HashSet<>(), visitor);
    }

    private boolean visitAll(
            Component component, Instant begin, Instant end, Set<Instant> seen, Predicate<RecurrenceInstance> visitor) {
        Optional<DateTimeValue> start = start(component);
        if (start.isEmpty()) {
            return true;
        }
        if (component.property("RRULE").isEmpty() && !visitOne(component, zones.resolve(start.get()), seen, visitor)) {
            return false;
        }
        for (ContentLine rule : component.properties("RRULE")) {
            if (!visitRule(component, RuleParts.of(rule.value()), start.get(), begin, end, seen, visitor)) {
                return false;
            }
        }
        for (DateTimeValue date : dates(component, "RDATE")) {
            if (!visitOne(component, zones.resolve(date), seen, visitor)) {
                return false;
            }
        }
        return true;
    }

    private boolean visitRule(
            Component component,
            RuleParts rule,
            DateTimeValue start,
            Instant begin,
            Instant end,
            Set<Instant> seen,
            Predicate<RecurrenceInstance> visitor) {
        CalendarZone zone = zones.zone(start);
        Optional<RuleInstances> times = RuleInstances.of(rule, start, zone.local(begin.minus(CLOCK_CHANGE)));
        Optional<LocalDateTime> time = times.isPresent() ? times.get().next() : Optional.of(start.local());
        while (time.isPresent()) {
            ZonedDateTime id = zone.at(time.get());
            if (id.toInstant().isAfter(end) || isBehind(rule, start, id)) {
                return true;
            }
            if (!id.toInstant().isBefore(begin) && !visitOne(component, id, seen, visitor)) {
                return false;
            }
            time = times.flatMap(RuleInstances::next);
        }
        return true;
    }

    /** Return whether a time is behind the end of its rule; the start itself never is. */
    private boolean isBehind(RuleParts rule, DateTimeValue start, ZonedDateTime id) {
        if (id.toLocalDateTime().equals(start.local())) {
            return false;
        }
        return rule.until().filter(until -> isAfter(id, start, until)).isPresent();
    }

    private static boolean isAfter(ZonedDateTime id, DateTimeValue start, DateTimeValue until) {
        if (until.isDate() || start.isDate()) {
            return id.toLocalDate().isAfter(until.local().toLocalDate());
        }
        boolean moment = until.isUtc() && !start.isFloating();
        return moment
                ? id.toInstant().isAfter(until.local().toInstant(ZoneOffset.UTC))
                : id.toLocalDateTime().isAfter(until.local());
    }

    private boolean visitOne(
            Component component, ZonedDateTime id, Set<Instant> seen, Predicate<RecurrenceInstance> visitor) {
        Instant moment = id.toInstant();
        if (left.contains(moment) || own.containsKey(moment) || !seen.add(moment)) {
            return true;
        }
        return visitor.test(Optional.ofNullable(onwards.floorEntry(moment))
                .map(changed -> shifted(changed.getValue(), changed.getKey(), id))
                .orElseGet(() -> lasting(component, id, id)));
    }

    /** Return an instance behind one that changes all that follow ({@code THISANDFUTURE}). */
    private RecurrenceInstance shifted(Component changed, Instant from, ZonedDateTime id) {
        Duration shift = new ComponentTime(changed, zones)
                .start()
                .map(start -> Duration.between(from, start.toInstant()))
                .orElse(Duration.ZERO);
        return lasting(changed, id, id.plus(shift));
    }

    private RecurrenceInstance lasting(Component component, ZonedDateTime id, ZonedDateTime start) {
        ComponentTime time = new ComponentTime(component, zones);
        ZonedDateTime end = time.duration()
                .filter(duration ->
                        time.time("DTEND").isEmpty() && time.time("DUE").isEmpty())
                .map(duration -> duration.addTo(start))
                .orElseGet(
                        () -> startsAndEndsOnDays(time) ? start.plusDays(days(time)) : start.plus(length(component)));
        return new RecurrenceInstance(component, id, start, end);
    }

    private static boolean startsAndEndsOnDays(ComponentTime time) {
        return time.value("DTSTART").filter(DateTimeValue::isDate).isPresent();
    }

    private static long days(ComponentTime time) {
        return time.start()
                .flatMap(
                        start -> time.end().map(end -> ChronoUnit.DAYS.between(start.toLocalDate(), end.toLocalDate())))
                .orElse(1L);
    }

    private RecurrenceInstance instance(Component component, ZonedDateTime id) {
        ComponentTime time = new ComponentTime(component, zones);
        ZonedDateTime start = time.start().or(() -> time.time("DUE")).orElse(id);
        return new RecurrenceInstance(component, id, start, time.end().orElse(start));
    }

    private Duration length(Component component) {
        ComponentTime time = new ComponentTime(component, zones);
        return time.start()
                .flatMap(start -> time.end().map(end -> Duration.between(start, end)))
                .filter(length -> !length.isNegative())
                .orElse(Duration.ZERO);
    }

    private void override(Component component) {
        ComponentTime time = new ComponentTime(component, zones);
        Optional<ZonedDateTime> id = time.time("RECURRENCE-ID");
        if (id.isEmpty()) {
            return;
        }
        Instant moment = id.get().toInstant();
        own.put(moment, component);
        boolean future = component
                .property("RECURRENCE-ID")
                .filter(line -> line.hasParameter("RANGE", "THISANDFUTURE"))
                .isPresent();
        Duration shift = time.start()
                .map(start -> Duration.between(moment, start.toInstant()).abs())
                .orElse(Duration.ZERO);
        widen(length(component).plus(shift));
        if (future) {
            onwards.put(moment, component);
        }
    }

    private Duration margin() {
        return reach.plus(ZONE_DIFFERENCE);
    }

    private void widen(Duration length) {
        Duration longest = length.toDays() > 0 ? length.plus(CLOCK_CHANGE) : length;
        reach = longest.compareTo(reach) > 0 ? longest : reach;
    }

    private Stream<Instant> everyStart() {
        Stream<Instant> instances = own.values().stream()
                .map(component -> new ComponentTime(component, zones))
                .flatMap(time -> time.start().or(() -> time.time("RECURRENCE-ID")).stream())
                .map(ZonedDateTime::toInstant);
        return all == null
                ? instances
                : Stream.concat(
                        instances,
                        Stream.concat(start(all).stream(), dates(all, "RDATE").stream())
                                .map(zones::resolve)
                                .map(ZonedDateTime::toInstant));
    }

    private static Optional<DateTimeValue> start(Component component) {
        return component.property("DTSTART").or(() -> component.property("DUE")).flatMap(DateTimeValue::of);
    }

    /** Return the dates of a list; of a period its beginning. */
    private List<DateTimeValue> dates(Component component, String name) {
        return component.properties(name).stream()
                .flatMap(line -> TextValue.list(line.value()).stream()
                        .map(value -> value.contains("/") ? value.substring(0, value.indexOf('/')) : value)
                        .flatMap(value -> DateTimeValue.parse(value, line.parameter("TZID")).stream()))
                .limit(MOST_DATES)
                .toList();
    }

    private static boolean isInstance(Component component) {
        return component.property("RECURRENCE-ID").isPresent();
    }

    private static Instant clamped(Instant moment) {
        return moment.isBefore(FIRST) ? FIRST : moment.isAfter(LAST) ? LAST : moment;
    }
}
