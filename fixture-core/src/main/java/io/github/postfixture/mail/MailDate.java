package io.github.postfixture.mail;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the date of a mail. */
final class MailDate {

    private MailDate() {}

    static Optional<OffsetDateTime> parse(String text) {
        String bare = text.replaceAll("\\([^()]*\\)", " ").strip().replaceAll("\\s+", " ");
        try {
            return Optional.of(OffsetDateTime.parse(bare, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return obsolete(bare);
        }
    }

    /** Read one of the many forms that are out of date, at the expense of its zone. */
    private static Optional<OffsetDateTime> obsolete(String text) {
        try {
            return Optional.of(new MailDateFormat().parse(text).toInstant().atOffset(ZoneOffset.UTC));
        } catch (ParseException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
