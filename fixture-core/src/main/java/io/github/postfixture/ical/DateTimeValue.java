package io.github.postfixture.ical;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A date, or a date with a time (RFC 5545 sections 3.3.4 and 3.3.5).
 *
 * @param local what a clock on the wall shows; of a date the beginning of the day
 * @param isDate whether it is a date without a time
 * @param isUtc whether it is in UTC
 * @param zone the name of its time zone, {@code TZID}; empty if it has none
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record DateTimeValue(LocalDateTime local, boolean isDate, boolean isUtc, String zone) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /** Read the value of a property, in the zone that its parameter names; nothing if it is none. */
    public static Optional<DateTimeValue> of(ContentLine line) {
        return parse(line.value(), line.parameter("TZID"));
    }

    /** Read a value; nothing if it is none. Dashes and colons are passed over. */
    public static Optional<DateTimeValue> parse(String value, String zone) {
        String text = value.strip();
        return text.length() > 30
                ? Optional.empty()
                : parsed(text.replace("-", "").replace(":", ""), zone);
    }

    /** Return whether it has neither a zone nor UTC: it is what a clock on the wall shows, wherever. */
    public boolean isFloating() {
        return !isUtc && zone.isEmpty();
    }

    /** Return the same kind of value at another time. */
    DateTimeValue at(LocalDateTime other) {
        return new DateTimeValue(other, isDate, isUtc, zone);
    }

    /** Return it as it is written in a property. */
    @Override
    public String toString() {
        return isDate ? DATE.format(local) : TIME.format(local) + (isUtc ? "Z" : "");
    }

    private static Optional<DateTimeValue> parsed(String digits, String zone) {
        boolean utc = digits.endsWith("Z") || digits.endsWith("z");
        String text = utc ? digits.substring(0, digits.length() - 1) : digits;
        boolean date = text.length() == 8;
        if (!date && (text.length() != 15 || Character.toUpperCase(text.charAt(8)) != 'T')) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
            LocalTime time = date ? LocalTime.MIDNIGHT : time(text);
            return Optional.of(new DateTimeValue(day.atTime(time), date, utc, utc || date ? "" : zone.strip()));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Read a time; a leap second is the one before (RFC 5545 section 3.3.12). */
    private static LocalTime time(String text) {
        return LocalTime.of(number(text, 9, 11), number(text, 11, 13), Math.min(number(text, 13, 15), 59));
    }

    private static int number(String text, int begin, int end) {
        return Integer.parseUnsignedInt(text, begin, end, 10);
    }
}
