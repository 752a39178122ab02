package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A set of message numbers or UIDs, such as {@code 1,3:5,8:*} (RFC 3501 section 9). Immutable. */
final class NumberSet {

    private static final Pattern SAVED = Pattern.compile("\\$");
    private static final Pattern SET =
            Pattern.compile("RANGE(,RANGE)*".replace("RANGE", "(\\d{1,10}|\\*)(:(\\d{1,10}|\\*))?"));
    private static final long LARGEST = (1L << 32) - 1;
    private static final long STAR = Long.MAX_VALUE;

    private final List<Range> ranges;
    private final boolean saved;

    private NumberSet(List<Range> ranges, boolean saved) {
        this.ranges = ranges;
        this.saved = saved;
    }

    /**
     * Read a set.
     *
     * @throws BadSyntaxException if it is none
     */
    static NumberSet parse(String text) throws BadSyntaxException {
        if (SAVED.matcher(text).matches()) {
            return new NumberSet(List.of(), true);
        }
        if (!SET.matcher(text).matches()) {
            throw new BadSyntaxException("A set of numbers is like 1,3:5,8:*");
        }
        List<Range> ranges = new ArrayList<>();
        for (String range : text.split(",", -1)) {
            String[] ends = range.split(":", -1);
            ranges.add(new Range(number(ends[0]), number(ends[ends.length - 1])));
        }
        return new NumberSet(List.copyOf(ranges), false);
    }

    /** Return the numbers as a set, in order; empty for none. */
    static String of(Collection<Long> numbers) {
        List<Range> ranges = new ArrayList<>();
        numbers.stream().sorted().forEach(number -> {
            Range last = ranges.isEmpty() ? new Range(-1, -1) : ranges.get(ranges.size() - 1);
            if (last.second == number - 1) {
                ranges.set(ranges.size() - 1, new Range(last.first, number));
            } else {
                ranges.add(new Range(number, number));
            }
        });
        return ranges.stream().map(Range::toString).collect(Collectors.joining(","));
    }

    /** Return whether the result of a search is meant (RFC 5182). */
    boolean isSaved() {
        return saved;
    }

    /** Return the largest number that is named; 0 if only {@code *} is. */
    long largestNamed() {
        return ranges.stream()
                .flatMap(range -> List.of(range.first, range.second).stream())
                .filter(number -> number != STAR)
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    boolean hasStar() {
        return ranges.stream().anyMatch(range -> range.first == STAR || range.second == STAR);
    }

    /** Return whether the number is in the set, where {@code *} is the largest of all. */
    boolean contains(long number, long star) {
        return ranges.stream().anyMatch(range -> range.contains(number, star));
    }

    /** Return the elements of a list, ascending without gaps or not, that are in the set; {@code *} is the last. */
    List<Long> among(List<Long> ascending) {
        if (ascending.isEmpty()) {
            return List.of();
        }
        long star = ascending.get(ascending.size() - 1);
        if (ranges.size() == 1) {
            Range only = ranges.get(0);
            return ascending.stream()
                    .filter(number -> only.contains(number, star))
                    .toList();
        }
        return ascending.stream().filter(number -> contains(number, star)).toList();
    }

    private static long number(String text) throws BadSyntaxException {
        long number = text.equals("*") ? STAR : Long.parseLong(text);
        if (number == 0 || (number != STAR && number > LARGEST)) {
            throw new BadSyntaxException("There is no number " + text);
        }
        return number;
    }

    private record Range(long first, long second) {

        boolean contains(long number, long star) {
            long one = first == STAR ? star : first;
            long other = second == STAR ? star : second;
            return number >= Math.min(one, other) && number <= Math.max(one, other);
        }

        @Override
        public String toString() {
            return first == second ? String.valueOf(first) : first + ":" + second;
        }
    }
}
