package io.github.postfixture.ical;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A period of time in UTC (RFC 5545 section 3.3.9), as free-busy times are.
 *
 * @param start its beginning
 * @param end its end
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record PeriodValue(Instant start, Instant end) {

    /** Read a value such as {@code 19970101T180000Z/PT5H30M}; nothing if it is none. */
    public static Optional<PeriodValue> parse(String value) {
        int slash = value.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : time(value.substring(0, slash))
                        .flatMap(start -> end(start, value.substring(slash + 1))
                                .map(end -> new PeriodValue(start.toInstant(), end.toInstant())));
    }

    private static Optional<ZonedDateTime> end(ZonedDateTime start, String value) {
        return time(value).or(() -> DurationValue.parse(value).map(duration -> duration.addTo(start)));
    }

    private static Optional<ZonedDateTime> time(String value) {
        return DateTimeValue.parse(value, "").map(time -> time.local().atZone(ZoneOffset.UTC));
    }
}
