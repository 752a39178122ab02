package io.github.postfixture.web;

import java.util.Optional;
import java.util.function.Predicate;

/** Which exchange an await is for. */
interface Wanted extends Predicate<Exchange> {

    /** Return what is wanted, with a blank in front, to follow the word request; or nothing. */
    String inWords();

    /** Return why a request is not wanted, as the rest of a sentence on it; nothing if nothing can be said. */
    Optional<String> complaint(Request request);

    static Wanted of(RequestCriteria criteria) {
        return new Wanted() {
            @Override
            public boolean test(Exchange exchange) {
                return criteria.test(exchange.request());
            }

            @Override
            public String inWords() {
                return criteria.toString().isEmpty() ? "" : " " + criteria;
            }

            @Override
            public Optional<String> complaint(Request request) {
                return criteria.complaint(request);
            }
        };
    }

    static Wanted of(Predicate<? super Exchange> condition) {
        return new Wanted() {
            @Override
            public boolean test(Exchange exchange) {
                return condition.test(exchange);
            }

            @Override
            public String inWords() {
                return " that fulfils the condition";
            }

            @Override
            public Optional<String> complaint(Request request) {
                return Optional.empty();
            }
        };
    }
}
