package io.github.postfixture.mail.imap.message;

import io.github.postfixture.octets.Octets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a section, {@code <offset.count>} (RFC 3501 section 6.4.5).
 *
 * @param offset in bytes, from 0
 * @param count in bytes, from 1
 */
public record PartialRange(long offset, long count) {

    private static final Pattern RANGE = Pattern.compile("<(\\d{1,15})\\.(\\d{1,15})>");

    /** Read a range in angle brackets; nothing if it is none. */
    public static Optional<PartialRange> parse(String text) {
        Matcher matcher = RANGE.matcher(text);
        return matcher.matches()
                ? Optional.of(new PartialRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                        .filter(range -> range.count > 0)
                : Optional.empty();
    }

    /** Return the piece of the octets; as much of it as there is. */
    public Octets of(Octets section) {
        long start = Math.min(offset, section.length());
        return section.slice(start, Math.min(start + count, section.length()));
    }
}
