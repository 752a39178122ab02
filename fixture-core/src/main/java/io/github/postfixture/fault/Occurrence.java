package io.github.postfixture.fault;

/** How often a fault strikes, counted over the occasions that it is meant for. Immutable. */
public final class Occurrence {

    private final String description;
    private final int period;
    private final int limit;

    private Occurrence(String description, int period, int limit) {
        this.description = description;
        this.period = period;
        this.limit = limit;
    }

    /** Strike at the next occasion, once. */
    public static Occurrence next() {
        return new Occurrence("next", 1, 1);
    }

    /** Strike at the next so many occasions. */
    public static Occurrence times(int count) {
        return new Occurrence("times(" + positive("count", count) + ")", 1, count);
    }

    /** Strike at every occasion. */
    public static Occurrence always() {
        return new Occurrence("always", 1, Integer.MAX_VALUE);
    }

    /** Strike at every nth occasion: {@code every(3)} spares two, strikes at the third, spares two, and so on. */
    public static Occurrence every(int nth) {
        return new Occurrence("every(" + positive("nth", nth) + ")", nth, Integer.MAX_VALUE);
    }

    private static int positive(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " (" + number + ") must be positive");
        }
        return number;
    }

    boolean isEndless() {
        return limit == Integer.MAX_VALUE;
    }

    /** Return whether to strike at an occasion; the first has the number 1. */
    boolean strikesAt(int occasion) {
        return occasion % period == 0 && occasion / period <= limit;
    }

    boolean isOverAfter(int occasion) {
        return !isEndless() && occasion / period >= limit;
    }

    /** Return the occurrence as it is written, such as {@code times(3)}. */
    @Override
    public String toString() {
        return description;
    }
}
