package io.github.postfixture.web;

import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.request.RequestCriteria;
import java.util.Optional;
import java.util.function.Predicate;

/** The condition of an await: which exchange it is for. */
interface AwaitCondition extends Predicate<Exchange> {

    /** Return what is wanted, with a blank in front, to follow the word request; or nothing. */
    String inWords();

    /** Return why a request is not wanted, as the rest of a sentence on it; nothing if nothing can be said. */
    Optional<String> complaint(Request request);

    static AwaitCondition of(RequestCriteria criteria) {
        return new AwaitCondition() {
            @Override
            public boolean test(Exchange exchange) {
                return criteria.test(exchange.request());
            }

            @Override
            public String inWords() {
                return criteria.afterNoun();
            }

            @Override
            public Optional<String> complaint(Request request) {
                return criteria.complaint(request);
            }
        };
    }

    static AwaitCondition of(Predicate<? super Exchange> condition) {
        return new AwaitCondition() {
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
