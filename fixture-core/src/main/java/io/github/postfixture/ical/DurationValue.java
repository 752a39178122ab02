package io.github.postfixture.ical;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A duration (RFC 5545 section 3.3.6): days by the calendar, what is shorter by the clock. Those of a negative one are negative.
 *
 * @param days the days, and those of weeks
 * @param seconds the seconds, and those of minutes and hours
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record DurationValue(long days, long seconds) {

    /** No time at all. */
    static final DurationValue ZERO = new DurationValue(0, 0);

    private static final int LONGEST = 40;
    private static final int MOST_DIGITS = 9;
    private static final int MOST_DAYS = 4_000_000;

    /** Read a value such as {@code P1DT2H} or {@code -PT15M}; nothing if it is none. */
    public static Optional<DurationValue> parse(String value) {
        String text = value.strip().toUpperCase(Locale.ROOT);
        boolean negative = text.startsWith("-");
        String unsigned = negative || text.startsWith("+") ? text.substring(1) : text;
        return unsigned.startsWith("P") && unsigned.length() <= LONGEST
                ? new Reader(unsigned).read(negative ? -1 : 1)
                : Optional.empty();
    }

    /** Return a time so much later. */
    public ZonedDateTime addTo(ZonedDateTime time) {
        return time.plusDays(days).plusSeconds(seconds);
    }

    /** Return a time so much later, without regard to a zone. */
    LocalDateTime addTo(LocalDateTime time) {
        return time.plusDays(days).plusSeconds(seconds);
    }

    /** Return whether it goes back. */
    boolean isNegative() {
        return days < 0 || seconds < 0;
    }

    /** Reads the parts of a duration one after another. */
    private static final class Reader {

        private final String text;
        private int at = 1;
        private long days;
        private long seconds;

        Reader(String text) {
            this.text = text;
        }

        Optional<DurationValue> read(int sign) {
            while (at < text.length()) {
                if (text.charAt(at) == 'T') {
                    at++;
                } else if (!part()) {
                    return Optional.empty();
                }
            }
            return text.length() < 3 || days > MOST_DAYS
                    ? Optional.empty()
                    : Optional.of(new DurationValue(sign * days, sign * seconds));
        }

        private boolean part() {
            int begin = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == begin || at - begin > MOST_DIGITS || at == text.length()) {
                return false;
            }
            return add(Long.parseLong(text, begin, at, 10), text.charAt(at++));
        }

        private boolean add(long number, char unit) {
            switch (unit) {
                case 'W' -> days += 7 * number;
                case 'D' -> days += number;
                case 'H' -> seconds += 3600 * number;
                case 'M' -> seconds += 60 * number;
                case 'S' -> seconds += number;
                default -> {
                    return false;
                }
            }
            return true;
        }
    }
}
