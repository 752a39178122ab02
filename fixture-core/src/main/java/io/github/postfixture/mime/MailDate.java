package io.github.postfixture.mime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A date as mail writes it (RFC 5322 section 3.3), or wrote it (section 4.3).
 *
 * @param day in the zone of the writer
 * @param time in the zone of the writer; midnight if it is not written
 * @param zone UTC if it is not written, or unknown
 */
public record MailDate(LocalDate day, LocalTime time, ZoneOffset zone) {

    /** Read the value of a {@code Date} field; nothing if it is no date. */
    public static Optional<MailDate> parse(String field) {
        return parse(field, remark -> {});
    }

    /**
     * Read the value of a {@code Date} field; nothing if it is no date.
     *
     * @param remarks is told what had to be guessed, each as the rest of a sentence about the date
     */
    public static Optional<MailDate> parse(String field, Consumer<String> remarks) {
        return new DateParser(field, remarks).date();
    }

    static MailDate of(LocalDateTime local, ZoneOffset zone) {
        return new MailDate(local.toLocalDate(), local.toLocalTime(), zone);
    }

    public Instant instant() {
        return dateTime().toInstant();
    }

    /** Return day and time with their zone. */
    public OffsetDateTime dateTime() {
        return OffsetDateTime.of(day, time, zone);
    }
}
