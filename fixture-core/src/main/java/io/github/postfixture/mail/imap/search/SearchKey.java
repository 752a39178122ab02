package io.github.postfixture.mail.imap.search;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a message must be to be found.
 *
 * @param cost how much has to be read to know
 * @param test whether it is so
 */
record SearchKey(Cost cost, Predicate<Candidate> test) {

    static SearchKey facts(Predicate<SearchedMessage> test) {
        return new SearchKey(Cost.NOTHING, candidate -> test.test(candidate.message()));
    }

    static SearchKey header(Predicate<Candidate> test) {
        return new SearchKey(Cost.HEADER, test);
    }

    static SearchKey body(Predicate<Candidate> test) {
        return new SearchKey(Cost.BODY, test);
    }

    /** Return what is found by all of the keys, the cheapest of which are asked first. */
    static SearchKey all(List<SearchKey> keys) {
        List<SearchKey> cheapestFirst =
                keys.stream().sorted(Comparator.comparing(SearchKey::cost)).toList();
        Cost dearest = cheapestFirst.isEmpty() ? Cost.NOTHING : cheapestFirst.get(cheapestFirst.size() - 1).cost;
        return new SearchKey(dearest, candidate -> cheapestFirst.stream().allMatch(key -> key.matches(candidate)));
    }

    SearchKey negated() {
        return new SearchKey(cost, test.negate());
    }

    SearchKey or(SearchKey other) {
        boolean first = cost.compareTo(other.cost) <= 0;
        return first ? new SearchKey(other.cost, test.or(other.test)) : new SearchKey(cost, other.test.or(test));
    }

    boolean matches(Candidate candidate) {
        return test.test(candidate);
    }

    /** How much has to be read. */
    enum Cost {
        NOTHING,
        HEADER,
        BODY
    }
}
