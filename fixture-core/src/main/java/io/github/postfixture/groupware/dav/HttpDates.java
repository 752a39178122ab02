package io.github.postfixture.groupware.dav;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as header fields and properties have them (RFC 9110 section 5.6.7). */
final class HttpDates {

    private static final DateTimeFormatter FIXED = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpDates() {}

    static String of(Instant instant) {
        return FIXED.format(instant);
    }
}
