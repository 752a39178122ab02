package io.github.postfixture.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A time zone that a calendar defines by rules of its own, {@code VTIMEZONE} (RFC 5545 section 3.6.5). */
final class ZoneDefinition {

    private static final LocalDateTime LAST = LocalDateTime.of(2100, 1, 1, 0, 0);
    private static final int MOST_ONSETS = 500;

    private final TreeMap<Instant, ZoneOffset> onsets = new TreeMap<>();
    private Optional<LocalDateTime> earliest = Optional.empty();
    private ZoneOffset before = ZoneOffset.UTC;

    private ZoneDefinition() {}

    /** Return the rules until the year 2100; nothing if there are none. */
    static Optional<ZoneRules> rules(Component zone) {
        ZoneDefinition definition = new ZoneDefinition();
        definition.add(zone.components("STANDARD"));
        definition.add(zone.components("DAYLIGHT"));
        return definition.onsets.isEmpty() ? Optional.empty() : Optional.of(definition.rules());
    }

    private void add(List<Component> observances) {
        observances.stream().limit(MOST_ONSETS).forEach(this::add);
    }

    private void add(Component observance) {
        Optional<ZoneOffset> from = OffsetValue.parse(observance.value("TZOFFSETFROM"));
        Optional<ZoneOffset> to = OffsetValue.parse(observance.value("TZOFFSETTO"));
        Optional<DateTimeValue> start = observance.property("DTSTART").flatMap(DateTimeValue::of);
        if (from.isPresent() && to.isPresent() && start.isPresent()) {
            begin(start.get().local(), from.get());
            onsets(observance, start.get(), from.get(), to.get());
        }
    }

    private void begin(LocalDateTime start, ZoneOffset from) {
        if (earliest.isEmpty() || start.isBefore(earliest.get())) {
            earliest = Optional.of(start);
            before = from;
        }
    }

    private void onsets(Component observance, DateTimeValue start, ZoneOffset from, ZoneOffset to) {
        onsets.put(start.local().toInstant(from), to);
        observance.properties("RDATE").stream()
                .flatMap(dates -> TextValue.list(dates.value()).stream())
                .limit(MOST_ONSETS)
                .flatMap(date -> DateTimeValue.parse(date, "").stream())
                .forEach(date -> onsets.put(date.local().toInstant(from), to));
        observance.property("RRULE").ifPresent(rule -> recurring(RuleParts.of(rule.value()), start, from, to));
    }

    private void recurring(RuleParts rule, DateTimeValue start, ZoneOffset from, ZoneOffset to) {
        Optional<RuleInstances> instances = RuleInstances.of(rule, start, start.local());
        if (instances.isEmpty()) {
            return;
        }
        Instant until = rule.until()
                .map(value -> value.local().toInstant(value.isUtc() ? ZoneOffset.UTC : from))
                .orElse(Instant.MAX);
        Optional<LocalDateTime> next = instances.get().next();
        for (int i = 0; i < MOST_ONSETS && next.filter(LAST::isAfter).isPresent(); i++) {
            Instant onset = next.get().toInstant(from);
            if (onset.isAfter(until)) {
                return;
            }
            onsets.put(onset, to);
            next = instances.get().next();
        }
    }

    private ZoneRules rules() {
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        ZoneOffset current = before;
        for (Map.Entry<Instant, ZoneOffset> onset : onsets.entrySet()) {
            if (!onset.getValue().equals(current)) {
                LocalDateTime time = LocalDateTime.ofInstant(onset.getKey(), current);
                transitions.add(ZoneOffsetTransition.of(time, current, onset.getValue()));
                current = onset.getValue();
            }
        }
        return ZoneRules.of(before, before, List.of(), transitions, List.of());
    }
}
