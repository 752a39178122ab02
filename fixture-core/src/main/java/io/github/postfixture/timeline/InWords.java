package io.github.postfixture.timeline;

import java.time.Duration;
import java.util.Locale;
import org.apiguardian.api.API;

/**
 * How messages say a duration.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class InWords {

    private InWords() {}

    /** Return the duration in words, such as {@code 5 seconds}, {@code 1.5 seconds} or {@code 300 ms}. */
    public static String of(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis == 1000) {
            return "1 second";
        }
        return millis % 1000 == 0
                ? millis / 1000 + " seconds"
                : String.format(Locale.ROOT, "%.1f seconds", millis / 1e3);
    }
}
