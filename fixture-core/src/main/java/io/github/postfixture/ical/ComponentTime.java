package io.github.postfixture.ical;

import java.time.ZonedDateTime;
import java.util.Optional;

/** When a component starts and ends, by its properties. */
record ComponentTime(Component component, CalendarZones zones) {

    Optional<DateTimeValue> value(String name) {
        return component.property(name).flatMap(DateTimeValue::of);
    }

    Optional<ZonedDateTime> time(String name) {
        return value(name).map(zones::resolve);
    }

    Optional<ZonedDateTime> start() {
        return time("DTSTART");
    }

    Optional<DurationValue> duration() {
        return Optional.of(component.value("DURATION"))
                .filter(value -> !value.isEmpty())
                .flatMap(DurationValue::parse);
    }

    /** Return the end: what is said, or the start and the duration, or the end of the day, or the start. */
    Optional<ZonedDateTime> end() {
        Optional<ZonedDateTime> said = time("DTEND").or(() -> time("DUE"));
        return said.or(
                () -> start().map(start -> duration().orElseGet(this::usual).addTo(start)));
    }

    private DurationValue usual() {
        boolean day = value("DTSTART").filter(DateTimeValue::isDate).isPresent();
        return day ? new DurationValue(1, 0) : DurationValue.ZERO;
    }
}
