package io.github.postfixture.ical;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The parts of a recurrence rule (RFC 5545 section 3.3.10).
 *
 * @param parts by their names, in upper case
 */
record RuleParts(Map<String, String> parts) {

    private static final String EVERY_MONTH =
            IntStream.rangeClosed(1, 12).mapToObj(Integer::toString).collect(Collectors.joining(","));
    private static final Set<String> LIMITS = Set.of("COUNT", "UNTIL");
    private static final int LONGEST_INTERVAL = 100_000_000;
    private static final long LONGEST_PERIOD = 10_000 * 31_536_000L;
    private static final Map<String, Long> SECONDS =
            Map.of("SECONDLY", 1L, "MINUTELY", 60L, "HOURLY", 3600L, "DAILY", 86_400L, "WEEKLY", 604_800L);

    static RuleParts of(String rule) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : rule.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.putIfAbsent(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return new RuleParts(parts);
    }

    String part(String name) {
        return parts.getOrDefault(name, "");
    }

    /** Return how many instances there are; the most that there can be if it is not said. */
    int count() {
        return number("COUNT", Integer.MAX_VALUE);
    }

    boolean isCounted() {
        return parts.containsKey("COUNT");
    }

    Optional<DateTimeValue> until() {
        return DateTimeValue.parse(part("UNTIL"), "");
    }

    /** Return how long a period is that the rule repeats, in seconds; nothing if its length changes. */
    Optional<Long> period() {
        return Optional.ofNullable(SECONDS.get(part("FREQ"))).map(seconds -> seconds * interval());
    }

    /**
     * Return the rule without its limits. Days of the month are those of every month, unless it is said of which: lib-recur
     * would take the month of the start.
     */
    String unlimited() {
        String rule = parts.entrySet().stream()
                .filter(part -> !LIMITS.contains(part.getKey()))
                .map(part -> part.getKey() + "=" + (part.getKey().equals("INTERVAL") ? interval() : part.getValue()))
                .collect(Collectors.joining(";"));
        return isOfEveryMonth() ? rule + ";BYMONTH=" + EVERY_MONTH : rule;
    }

    /** Return the interval, which is at most ten thousand years: with more lib-recur would count beyond its numbers. */
    private long interval() {
        long unit = SECONDS.getOrDefault(part("FREQ"), part("FREQ").equals("MONTHLY") ? 2_592_000L : 31_536_000L);
        return Math.max(1, Math.min(number("INTERVAL", 1), Math.min(LONGEST_INTERVAL, LONGEST_PERIOD / unit)));
    }

    private boolean isOfEveryMonth() {
        return part("FREQ").equals("YEARLY")
                && parts.containsKey("BYMONTHDAY")
                && !parts.containsKey("BYMONTH")
                && !parts.containsKey("BYYEARDAY")
                && !parts.containsKey("BYWEEKNO");
    }

    private int number(String name, int otherwise) {
        try {
            return Integer.parseInt(part(name));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
