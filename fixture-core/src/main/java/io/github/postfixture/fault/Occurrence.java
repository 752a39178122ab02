package io.github.postfixture.fault;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.apiguardian.api.API;

/**
 * How often a fault strikes, counted over the occasions that it is meant for. Immutable.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class Occurrence {

    private final String description;
    private final int limit;
    private final IntPredicate strikes;
    private final boolean ofEach;

    private Occurrence(String description, int limit, IntPredicate strikes) {
        this(description, limit, strikes, false);
    }

    private Occurrence(String description, int limit, IntPredicate strikes, boolean ofEach) {
        this.description = description;
        this.limit = limit;
        this.strikes = strikes;
        this.ofEach = ofEach;
    }

    /** Strike at the next occasion, once. */
    public static Occurrence next() {
        return new Occurrence("next", 1, occasion -> occasion == 1);
    }

    /**
     * Strike at the next so many occasions.
     *
     * @throws IllegalArgumentException if the count is not positive
     */
    public static Occurrence times(int count) {
        return new Occurrence("times(" + positive("count", count) + ")", count, occasion -> occasion <= count);
    }

    /** Strike at every occasion. */
    public static Occurrence always() {
        return new Occurrence("always", Integer.MAX_VALUE, occasion -> true);
    }

    /**
     * Strike at every nth occasion: {@code every(3)} spares two, strikes at the third, spares two, and so on.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    public static Occurrence every(int nth) {
        return new Occurrence(
                "every(" + positive("nth", nth) + ")", Integer.MAX_VALUE, occasion -> occasion % nth == 0);
    }

    /** Strike at the first occasion with each argument, in any letter case. */
    public static Occurrence firstTryOfEach() {
        return new Occurrence("firstTryOfEach", Integer.MAX_VALUE, occasion -> occasion == 1, true);
    }

    /**
     * Strike at some occasions and spare others, always the same ones for the same seed.
     *
     * @param probability how likely it strikes at each, from 0 to 1
     * @throws IllegalArgumentException if the probability is not between 0 and 1
     */
    public static Occurrence randomly(long seed, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability (" + probability + ") must be between 0 and 1");
        }
        return new Occurrence(
                "randomly(" + seed + ", " + probability + ")",
                Integer.MAX_VALUE,
                occasion -> new SplittableRandom(seed + occasion).nextDouble() < probability);
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

    /** Return with which others an occasion is counted that has this argument. */
    String series(String argument) {
        return ofEach ? argument.toLowerCase(Locale.ROOT) : "";
    }

    /** Return whether to strike at an occasion; the first has the number 1. */
    boolean strikesAt(int occasion) {
        return strikes.test(occasion);
    }

    /** Return how often it strikes after an occasion, if it ends some time. */
    OptionalInt leftAfter(int occasion) {
        return isEndless() ? OptionalInt.empty() : OptionalInt.of(Math.max(0, limit - occasion));
    }

    boolean isOverAfter(int occasion) {
        return occasion >= limit;
    }

    /** Return the occurrence as it is written, such as {@code times(3)}. */
    @Override
    public String toString() {
        return description;
    }
}
