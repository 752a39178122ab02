package io.github.postfixture.ical;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The weeks that a rule names, by which its instances are checked: lib-recur gives years a week 53 that have none. */
record WeekNumbers(Set<String> numbers, WeekFields weeks) {

    private static final Map<String, DayOfWeek> DAYS = Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toMap(day -> day.name().substring(0, 2), day -> day));

    static WeekNumbers of(RuleParts rule) {
        String numbers = rule.part("FREQ").equals("YEARLY") ? rule.part("BYWEEKNO") : "";
        return new WeekNumbers(
                numbers.isEmpty()
                        ? Set.of()
                        : Set.of(Arrays.stream(numbers.split(",", -1))
                                .map(String::strip)
                                .distinct()
                                .toArray(String[]::new)),
                WeekFields.of(DAYS.getOrDefault(rule.part("WKST"), DayOfWeek.MONDAY), 4));
    }

    boolean include(LocalDate day) {
        if (numbers.isEmpty()) {
            return true;
        }
        int week = day.get(weeks.weekOfWeekBasedYear());
        long weeksOfYear = day.range(weeks.weekOfWeekBasedYear()).getMaximum();
        return numbers.contains(String.valueOf(week))
                || numbers.contains("+" + week)
                || numbers.contains(String.valueOf(week - weeksOfYear - 1));
    }
}
