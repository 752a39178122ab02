package io.github.postfixture.ical;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Optional;

/** The offset of a time zone (RFC 5545 section 3.3.14), such as {@code +0100}. */
final class OffsetValue {

    private OffsetValue() {}

    static Optional<ZoneOffset> parse(String value) {
        String text = value.strip().replace(":", "");
        if ((text.length() != 5 && text.length() != 7) || "+-".indexOf(text.charAt(0)) < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneOffset.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
