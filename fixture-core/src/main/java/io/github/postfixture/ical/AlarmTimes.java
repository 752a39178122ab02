package io.github.postfixture.ical;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When an alarm is due (RFC 5545 section 3.8.6).
 *
 * @param absolute the moment; nothing if it goes by the event
 * @param trigger how long after the start or the end
 * @param afterEnd whether it goes by the end
 * @param repetitions how often it is repeated
 * @param pause how long after one the next comes
 */
record AlarmTimes(
        Optional<DateTimeValue> absolute,
        DurationValue trigger,
        boolean afterEnd,
        int repetitions,
        DurationValue pause) {

    private static final int MOST_REPETITIONS = 1000;

    static AlarmTimes of(Component alarm) {
        Optional<ContentLine> trigger = alarm.property("TRIGGER");
        return new AlarmTimes(
                trigger.flatMap(DateTimeValue::of),
                trigger.map(ContentLine::value).flatMap(DurationValue::parse).orElse(DurationValue.ZERO),
                trigger.filter(line -> line.hasParameter("RELATED", "END")).isPresent(),
                repetitions(alarm.value("REPEAT")),
                DurationValue.parse(alarm.value("DURATION")).orElse(DurationValue.ZERO));
    }

    boolean isAbsolute() {
        return absolute.isPresent();
    }

    /** Return when it is due for an instance, with its repetitions. */
    Stream<Instant> at(RecurrenceInstance instance, CalendarZones zones) {
        ZonedDateTime first = absolute.map(zones::resolve)
                .orElseGet(() -> trigger.addTo(afterEnd ? instance.end() : instance.start()));
        return LongStream.rangeClosed(0, repetitions)
                .mapToObj(n -> first.plusDays(n * pause.days())
                        .plusSeconds(n * pause.seconds())
                        .toInstant());
    }

    /** Return from when on instances can have it due after a moment. */
    Instant earlier(Instant moment) {
        return moment.equals(Instant.MIN) ? moment : moment.minusSeconds(reach());
    }

    /** Return until when instances can have it due before a moment. */
    Instant later(Instant moment) {
        return moment.equals(Instant.MAX) ? moment : moment.plusSeconds(reach());
    }

    private long reach() {
        return seconds(trigger) + repetitions * seconds(pause);
    }

    private static long seconds(DurationValue duration) {
        return Math.abs(duration.days()) * 86_400 + Math.abs(duration.seconds());
    }

    private static int repetitions(String value) {
        try {
            return Math.max(0, Math.min(MOST_REPETITIONS, Integer.parseInt(value.strip())));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
