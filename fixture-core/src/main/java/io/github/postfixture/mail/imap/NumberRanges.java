package io.github.postfixture.mail.imap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Message numbers or UIDs, in ranges that are in order and do not touch, however they were written. Immutable. */
final class NumberRanges {

    private final NavigableMap<Long, Long> lastByFirst;

    private NumberRanges(NavigableMap<Long, Long> lastByFirst) {
        this.lastByFirst = lastByFirst;
    }

    static NumberRanges of(Collection<Long> numbers) {
        Builder ranges = new Builder();
        numbers.forEach(number -> ranges.add(number, number));
        return ranges.build();
    }

    boolean contains(long number) {
        Map.Entry<Long, Long> range = lastByFirst.floorEntry(number);
        return range != null && number <= range.getValue();
    }

    /** Return the elements of an ascending list that are among the numbers. */
    List<Long> among(List<Long> ascending) {
        List<Long> found = new ArrayList<>();
        lastByFirst.forEach((first, last) ->
                found.addAll(ascending.subList(indexFrom(ascending, first), indexFrom(ascending, last + 1))));
        return found;
    }

    /** Return the elements of a list that have these numbers; the first has the number 1. */
    List<Long> in(List<Long> list) {
        List<Long> found = new ArrayList<>();
        lastByFirst
                .subMap(0L, list.size() + 1L)
                .forEach((first, last) ->
                        found.addAll(list.subList((int) Math.max(0, first - 1), (int) Math.min(last, list.size()))));
        return found;
    }

    /** Return the numbers as a set is written; empty for none. */
    @Override
    public String toString() {
        return lastByFirst.entrySet().stream()
                .map(range -> range.getKey().equals(range.getValue())
                        ? String.valueOf(range.getKey())
                        : range.getKey() + ":" + range.getValue())
                .collect(Collectors.joining(","));
    }

    /** Return where the first element is that is no less than a number. */
    private static int indexFrom(List<Long> ascending, long number) {
        int found = Collections.binarySearch(ascending, number);
        return found >= 0 ? found : -found - 1;
    }

    /** Takes ranges in any order, and joins those that touch. */
    static final class Builder {

        private final List<long[]> ranges = new ArrayList<>();

        /** Add the numbers between two, whichever is the larger, and both of them. */
        void add(long one, long other) {
            ranges.add(new long[] {Math.min(one, other), Math.max(one, other)});
        }

        NumberRanges build() {
            NavigableMap<Long, Long> joined = new TreeMap<>();
            ranges.sort(Comparator.comparingLong(range -> range[0]));
            for (long[] range : ranges) {
                join(joined, range[0], range[1]);
            }
            return new NumberRanges(joined);
        }

        private static void join(NavigableMap<Long, Long> joined, long first, long last) {
            Map.Entry<Long, Long> before = joined.lastEntry();
            if (before == null || before.getValue() < first - 1) {
                joined.put(first, last);
            } else {
                joined.merge(before.getKey(), last, Math::max);
            }
        }
    }
}
