package io.github.postfixture.mail.imap.search;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mime.MailDate;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** The day in a search key (RFC 3501 section 9, {@code date}). */
final class SearchDay {

    private static final Pattern DAY = Pattern.compile(" ?\\d{1,2}-[A-Za-z]{3}-\\d{4}");

    private SearchDay() {}

    /**
     * Read a day, {@code 1-Feb-1994}.
     *
     * @throws BadSyntaxException if it is none
     */
    static LocalDate parse(String text) throws BadSyntaxException {
        return Optional.of(text)
                .filter(day -> DAY.matcher(day).matches())
                .flatMap(MailDate::parse)
                .map(MailDate::day)
                .orElseThrow(() -> new BadSyntaxException("A date is like 1-Feb-1994"));
    }
}
