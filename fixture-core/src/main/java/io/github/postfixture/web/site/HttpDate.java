package io.github.postfixture.web.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates as header fields have them (RFC 9110, section 5.6.7). */
final class HttpDate {

    private static final DateTimeFormatter FIXED = format("EEE, dd MMM yyyy HH:mm:ss 'GMT'");
    private static final List<DateTimeFormatter> READABLE =
            List.of(FIXED, format("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"), format("EEE MMM ppd HH:mm:ss yyyy"));

    private HttpDate() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    static String of(Instant instant) {
        return FIXED.format(instant);
    }

    /** Read a date in any of the three forms, or return nothing. */
    static Optional<Instant> parse(String text) {
        return READABLE.stream().flatMap(form -> parse(form, text).stream()).findFirst();
    }

    private static Optional<Instant> parse(DateTimeFormatter form, String text) {
        try {
            return Optional.of(form.parse(text, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Return the instant as a header field can tell it, in whole seconds. */
    static Instant told(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
