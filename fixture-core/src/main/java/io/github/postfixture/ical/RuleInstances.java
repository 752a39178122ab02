package io.github.postfixture.ical;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The times at which a rule recurs, on a clock on the wall, as lib-recur computes them; the start is the first of them (RFC
 * 5545 section 3.8.5.3). The end that a rule has, {@code UNTIL}, is left to who knows the zone. A rule that goes on for ever
 * is given up after a million steps.
 */
final class RuleInstances {

    private static final int MOST_STEPS = 1_000_000;
    private static final int LAST_YEAR = 9999;

    private final RecurrenceRuleIterator times;
    private final WeekNumbers weeks;
    private final boolean isDate;
    private Optional<LocalDateTime> start;
    private LocalDateTime last;
    private int count;
    private int steps = MOST_STEPS;

    private RuleInstances(RecurrenceRuleIterator times, RuleParts rule, DateTimeValue start) {
        this.times = times;
        this.weeks = WeekNumbers.of(rule);
        this.isDate = start.isDate();
        this.start = Optional.of(start.local());
        this.last = start.local();
        this.count = rule.count();
    }

    /**
     * Return the times of a rule; nothing if it is none.
     *
     * @param notBefore from when on they matter; the start is given anyway
     */
    static Optional<RuleInstances> of(RuleParts rule, DateTimeValue start, LocalDateTime notBefore) {
        try {
            RecurrenceRule parsed = new RecurrenceRule(rule.unlimited(), RecurrenceRule.RfcMode.RFC5545_LAX);
            RecurrenceRuleIterator times = parsed.iterator(dateTime(start, begin(rule, start.local(), notBefore)));
            return Optional.of(new RuleInstances(times, rule, start));
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Return the next time; nothing after the last. */
    Optional<LocalDateTime> next() {
        if (count-- <= 0) {
            return Optional.empty();
        }
        Optional<LocalDateTime> first = start;
        start = Optional.empty();
        return first.isPresent() ? first : following();
    }

    private Optional<LocalDateTime> following() {
        try {
            while (steps-- > 0 && times.hasNext()) {
                DateTime found = times.nextDateTime();
                if (found.getYear() < last.getYear() || found.getYear() > LAST_YEAR) {
                    return Optional.empty();
                }
                LocalDateTime time = time(found);
                if (time.isAfter(last) && weeks.include(time.toLocalDate())) {
                    last = time;
                    return Optional.of(time);
                }
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            steps = 0;
        }
        return Optional.empty();
    }

    private LocalDateTime time(DateTime found) {
        LocalDateTime day = LocalDateTime.of(found.getYear(), found.getMonth() + 1, found.getDayOfMonth(), 0, 0);
        return isDate
                ? day
                : day.withHour(found.getHours())
                        .withMinute(found.getMinutes())
                        .withSecond(Math.min(found.getSeconds(), 59));
    }

    /** Pass over whole periods, so that a time far away costs as little as one that is near. */
    private static LocalDateTime begin(RuleParts rule, LocalDateTime start, LocalDateTime notBefore) {
        if (rule.isCounted() || !notBefore.isAfter(start)) {
            return start;
        }
        long seconds = Duration.between(start, notBefore).toSeconds();
        return rule.period()
                .map(period -> start.plusSeconds(Math.max(0, seconds / period - 1) * period))
                .orElse(start);
    }

    private static DateTime dateTime(DateTimeValue kind, LocalDateTime time) {
        int month = time.getMonthValue() - 1;
        return kind.isDate()
                ? new DateTime(time.getYear(), month, time.getDayOfMonth())
                : new DateTime(
                        time.getYear(),
                        month,
                        time.getDayOfMonth(),
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond());
    }
}
