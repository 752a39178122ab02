package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.imap.syntax.ImapNumber;
import java.util.ArrayList;
import java.util.List;

/** A set of message numbers or UIDs as a client writes it, such as {@code 1,3:5,8:*} (RFC 3501 section 9). Immutable. */
final class NumberSet {

    private static final NumberSet SAVED = new NumberSet(List.of());
    private static final long LARGEST = (1L << 32) - 1;
    private static final long STAR = Long.MAX_VALUE;

    private final List<Range> ranges;

    private NumberSet(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * Read a set.
     *
     * @throws BadSyntaxException if it is none
     */
    static NumberSet parse(String text) throws BadSyntaxException {
        if (text.equals("$")) {
            return SAVED;
        }
        List<Range> ranges = new ArrayList<>();
        for (String range : text.split(",", -1)) {
            ranges.add(range(range));
        }
        return new NumberSet(ranges);
    }

    /** Return whether the result of a search is meant (RFC 5182). */
    boolean isSaved() {
        return ranges.isEmpty();
    }

    /** Return the largest number that is named; 0 if only {@code *} is. */
    long largestNamed() {
        return ranges.stream().mapToLong(Range::largestNamed).max().orElse(0);
    }

    boolean hasStar() {
        return ranges.stream().anyMatch(Range::hasStar);
    }

    /** Return the numbers that are meant where this one is {@code *}, the largest of all. */
    NumberRanges where(long star) {
        NumberRanges.Builder numbers = new NumberRanges.Builder();
        ranges.forEach(range -> numbers.add(range.one(star), range.other(star)));
        return numbers.build();
    }

    private static Range range(String text) throws BadSyntaxException {
        String[] ends = text.split(":", -1);
        if (ends.length > 2) {
            throw malformed();
        }
        return new Range(number(ends[0]), number(ends[ends.length - 1]));
    }

    private static long number(String text) throws BadSyntaxException {
        if (text.equals("*")) {
            return STAR;
        }
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw malformed();
        }
        long number = ImapNumber.of(text);
        if (number == 0 || number > LARGEST) {
            throw new BadSyntaxException("Numbers are between 1 and " + LARGEST);
        }
        return number;
    }

    private static BadSyntaxException malformed() {
        return new BadSyntaxException("A set of numbers is like 1,3:5,8:*");
    }

    private record Range(long first, long second) {

        boolean hasStar() {
            return first == STAR || second == STAR;
        }

        long largestNamed() {
            return Math.max(first == STAR ? 0 : first, second == STAR ? 0 : second);
        }

        long one(long star) {
            return first == STAR ? star : first;
        }

        long other(long star) {
            return second == STAR ? star : second;
        }
    }
}
