package io.github.postfixture.await;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which of the things that arrive is meant: that which meets all of these.
 *
 * @param all the criteria; none if every thing is meant
 */
public record Criteria<T>(List<Criterion<T>> all) implements Predicate<T> {

    /** Take a copy. */
    public Criteria {
        all = List.copyOf(all);
    }

    /** Mean every thing. */
    public static <T> Criteria<T> any() {
        return new Criteria<>(List.of());
    }

    /** Mean what meets one criterion. */
    public static <T> Criteria<T> of(Criterion<T> criterion) {
        return new Criteria<>(List.of(criterion));
    }

    /** Mean what meets all of these. */
    public static <T> Criteria<T> allOf(List<Criteria<T>> criteria) {
        return new Criteria<>(
                criteria.stream().flatMap(each -> each.all.stream()).toList());
    }

    /**
     * Mean what meets one of these or more.
     *
     * @param criteria whose {@code toString()} tells what they are
     * @param found what a thing is or has that meets none
     */
    public static <T> Criteria<T> anyOf(
            List<? extends Predicate<? super T>> criteria, Function<? super T, String> found) {
        List<Predicate<? super T>> alternatives = List.copyOf(criteria);
        return of(Criterion.<T>of(
                        joined(alternatives, " or "),
                        thing -> alternatives.stream().anyMatch(each -> each.test(thing)),
                        found)
                .identifiedBy(List.of("or", alternatives)));
    }

    /**
     * Mean what does not meet this.
     *
     * @param found what a thing is or has that does
     */
    public Criteria<T> negated(Function<? super T, String> found) {
        return of(Criterion.<T>of("not " + this, thing -> !test(thing), found).identifiedBy(List.of("not", this)));
    }

    @Override
    public boolean test(T thing) {
        for (Criterion<T> criterion : all) {
            if (!criterion.isMetBy(thing)) {
                return false;
            }
        }
        return true;
    }

    /** Return the first criterion that a thing does not meet. */
    public Optional<Criterion<T>> firstDifference(T thing) {
        return all.stream().filter(criterion -> !criterion.isMetBy(thing)).findFirst();
    }

    /** Return how far a thing is from meeting them: 0 if it does, and at most 1 for each that it does not meet. */
    public double distance(T thing) {
        return all.stream().mapToDouble(criterion -> criterion.distance(thing)).sum();
    }

    /** Return what is wanted, with a blank in front, to follow what it is wanted of; or nothing if everything is. */
    public String afterNoun() {
        return toString().isEmpty() ? "" : " " + this;
    }

    /** Return what is wanted in words, such as {@code from shop@example.org with subject "Welcome"}. */
    @Override
    public String toString() {
        return joined(all, " ");
    }

    private static String joined(List<?> criteria, String separator) {
        return criteria.stream()
                .map(Object::toString)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(separator));
    }
}
