package io.github.postfixture.web;

import java.util.function.Predicate;

/** Which exchange an await is for. */
interface Wanted extends Predicate<Exchange> {

    /** Return what is wanted, with a blank in front, to follow the word request; or nothing. */
    String inWords();

    /** Return why an exchange is not wanted, as it follows that exchange in a list; empty if nothing can be said. */
    String complaint(Exchange exchange);

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
            public String complaint(Exchange exchange) {
                return exchange.isExplained()
                        ? ""
                        : criteria.complaint(exchange.request())
                                .map(complaint -> ", but it " + complaint)
                                .orElse("");
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
            public String complaint(Exchange exchange) {
                return "";
            }
        };
    }
}
