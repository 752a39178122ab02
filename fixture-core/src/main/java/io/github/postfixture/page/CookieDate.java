package io.github.postfixture.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the many forms of the Expires attribute as browsers do (RFC 6265 section 5.1.1). */
final class CookieDate {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{1,2}):(\\d{1,2})");
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(\\d{1,2})[\\s-]+(\\p{Alpha}{3})\\p{Alpha}*[\\s-]+(\\d{2,4})");
    private static final Pattern MONTH_DAY_YEAR =
            Pattern.compile("(\\p{Alpha}{3})\\s+(\\d{1,2})\\s+[\\d:]+\\s+(\\d{4})");

    private CookieDate() {}

    static Optional<Instant> parse(String text) {
        Matcher time = TIME.matcher(text);
        Matcher common = DAY_MONTH_YEAR.matcher(text);
        Matcher asctime = MONTH_DAY_YEAR.matcher(text);
        if (time.find() && common.find()) {
            return instant(common.group(3), common.group(2), common.group(1), time);
        }
        return time.reset().find() && asctime.find()
                ? instant(asctime.group(3), asctime.group(1), asctime.group(2), time)
                : Optional.empty();
    }

    private static Optional<Instant> instant(String year, String month, String day, Matcher time) {
        try {
            LocalDateTime at = LocalDateTime.of(
                    century(Integer.parseInt(year)),
                    1 + MONTHS.indexOf(month.toLowerCase(Locale.ROOT)),
                    Integer.parseInt(day),
                    Integer.parseInt(time.group(1)),
                    Integer.parseInt(time.group(2)),
                    Integer.parseInt(time.group(3)));
            return Optional.of(at.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int century(int year) {
        return year >= 100 ? year : year >= 70 ? 1900 + year : 2000 + year;
    }
}
