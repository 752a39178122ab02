package io.github.postfixture.await;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** One criterion that a thing must meet, in words that a failure can repeat. Immutable. */
public final class Criterion<T> {

    private final String description;
    private final Object identity;
    private final Predicate<? super T> condition;
    private final Function<? super T, String> found;
    private final ToDoubleFunction<? super T> distance;

    private Criterion(
            String description,
            Object identity,
            Predicate<? super T> condition,
            Function<? super T, String> found,
            ToDoubleFunction<? super T> distance) {
        this.description = description;
        this.identity = identity;
        this.condition = condition;
        this.found = found;
        this.distance = distance;
    }

    /**
     * Return a criterion; two with the same description are equal.
     *
     * @param description what is wanted, such as {@code with subject "Welcome"}
     * @param condition whether a thing meets it
     * @param found what a thing is or has that does not
     */
    public static <T> Criterion<T> of(
            String description, Predicate<? super T> condition, Function<? super T, String> found) {
        return new Criterion<>(description, description, condition, found, thing -> 1);
    }

    /** Return the same, equal to those of the same description that are identified by something equal. */
    public Criterion<T> identifiedBy(Object other) {
        return new Criterion<>(description, other, condition, found, distance);
    }

    /** Return the same with a measure of how far a thing that does not meet it is from that: 1 for not at all, towards 0 for nearly. */
    public Criterion<T> measuredBy(ToDoubleFunction<? super T> measure) {
        return new Criterion<>(description, identity, condition, found, measure);
    }

    /** Return whether a thing meets it. */
    public boolean isMetBy(T thing) {
        return condition.test(thing);
    }

    /** Return what a thing is or has instead. */
    public String found(T thing) {
        return found.apply(thing);
    }

    /** Return how far a thing is from meeting it; 0 if it does. */
    public double distance(T thing) {
        return isMetBy(thing) ? 0 : distance.applyAsDouble(thing);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Criterion<?> criterion
                && description.equals(criterion.description)
                && identity.equals(criterion.identity);
    }

    @Override
    public int hashCode() {
        return Objects.hash(description, identity);
    }

    /** Return what is wanted, in words. */
    @Override
    public String toString() {
        return description;
    }
}
