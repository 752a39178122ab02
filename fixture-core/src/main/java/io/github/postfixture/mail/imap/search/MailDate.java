package io.github.postfixture.mail.imap.search;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as mail writes it (RFC 5322 sections 3.3 and 4.3).
 *
 * @param day in the zone of the writer
 * @param time in the zone of the writer; midnight if it is not written
 * @param zone UTC if it is not written
 */
record MailDate(LocalDate day, LocalTime time, ZoneOffset zone) {

    private static final String DAY = "(\\d{1,2})[ -]+([A-Za-z]{3})[A-Za-z]*[ -]+(\\d{2,4})";
    private static final Pattern DATE = Pattern.compile("(?:[A-Za-z]+ *,?)? *" + DAY
            + "(?: +(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?(?: *([+-]\\d{4}|[A-Za-z]{1,5}))?.*");
    private static final Pattern ONLY_DAY = Pattern.compile(" ?" + DAY);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONES =
            Map.of("EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7);

    /** Read the value of a {@code Date} field; nothing if it is no date. */
    static Optional<MailDate> parse(String field) {
        Matcher matcher = DATE.matcher(
                field.replaceAll("\\([^()]*\\)", " ").replaceAll("\\s+", " ").strip());
        try {
            return matcher.matches()
                    ? Optional.of(new MailDate(day(matcher), time(matcher), zone(matcher.group(7))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Read the date of a search key, {@code 1-Feb-1994}.
     *
     * @throws BadSyntaxException if it is none
     */
    static LocalDate parseDay(String text) throws BadSyntaxException {
        Matcher matcher = ONLY_DAY.matcher(text);
        try {
            if (matcher.matches()) {
                return day(matcher);
            }
        } catch (DateTimeException e) {
            // No such day, which is answered like no date at all.
        }
        throw new BadSyntaxException("A date is like 1-Feb-1994");
    }

    Instant instant() {
        return day.atTime(time).toInstant(zone);
    }

    private static LocalDate day(Matcher date) {
        int year = Integer.parseInt(date.group(3));
        int century = date.group(3).length() == 4 ? 0 : year < 50 ? 2000 : 1900;
        int month = MONTHS.indexOf(date.group(2).toLowerCase(Locale.ROOT)) + 1;
        return LocalDate.of(century + year, month, Integer.parseInt(date.group(1)));
    }

    private static LocalTime time(Matcher date) {
        return date.group(4) == null
                ? LocalTime.MIDNIGHT
                : LocalTime.of(
                        Integer.parseInt(date.group(4)),
                        Integer.parseInt(date.group(5)),
                        date.group(6) == null ? 0 : Math.min(59, Integer.parseInt(date.group(6))));
    }

    private static ZoneOffset zone(@Nullable String zone) {
        if (zone == null || Character.isLetter(zone.charAt(0))) {
            return ZoneOffset.ofHours(zone == null ? 0 : ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), 0));
        }
        int sign = zone.startsWith("-") ? -1 : 1;
        int hours = Integer.parseInt(zone, 1, 3, 10);
        int minutes = Integer.parseInt(zone, 3, 5, 10);
        return hours < 18 && minutes < 60 ? ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes) : ZoneOffset.UTC;
    }
}
