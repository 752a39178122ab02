package io.github.postfixture.mail.imap;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** How a date-time is written (RFC 3501 section 9). */
public final class InternalDate {

    /** Reads one; a day of one digit may stand without its space. */
    public static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d-MMM-yyyy HH:mm:ss Z")
            .toFormatter(Locale.US);

    private static final DateTimeFormatter PADDED = DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.US);

    private InternalDate() {}

    /** Return it, with its zone. */
    public static String of(OffsetDateTime date) {
        return PADDED.format(date);
    }
}
