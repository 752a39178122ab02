package io.github.postfixture.net.connection;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** How messages say since when a connection is open. */
public final class OpenSince {

    private OpenSince() {}

    /** Return the time of day at the end of a sentence, such as {@code , open since 18:05:02}. */
    public static String inWords(Instant began) {
        LocalTime since = LocalTime.ofInstant(began, ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
        return ", open since " + since.format(DateTimeFormatter.ISO_LOCAL_TIME);
    }
}
