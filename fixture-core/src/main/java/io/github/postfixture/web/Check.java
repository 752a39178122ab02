package io.github.postfixture.web;

import io.github.postfixture.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A question to a request, and what to say of it if the answer is no. */
interface Check {

    boolean test(Request request);

    /** Return what the request is or has instead, as the rest of a sentence on it. */
    String found(Request request);

    static Check of(Predicate<? super Request> condition, Function<Request, String> found) {
        return new Check() {
            @Override
            public boolean test(Request request) {
                return condition.test(request);
            }

            @Override
            public String found(Request request) {
                return found.apply(request);
            }
        };
    }

    /** Ask for a difference, which is none if all is well. */
    static Check difference(Function<Request, Optional<String>> difference) {
        return of(
                request -> difference.apply(request).isEmpty(),
                request -> difference.apply(request).orElse(""));
    }

    static Check json(Function<Json, Optional<String>> difference) {
        return difference(request -> {
            try {
                return difference.apply(request.json()).map(place -> "has JSON in which " + place);
            } catch (IllegalArgumentException e) {
                return Optional.of("has content that is " + e.getMessage());
            }
        });
    }

    static Check xml(Xml expected) {
        return difference(request -> {
            try {
                return Xml.parse(request.body()).differenceFrom(expected).map(place -> "has XML in which " + place);
            } catch (IllegalArgumentException e) {
                return Optional.of("has content that is " + e.getMessage());
            }
        });
    }

    static Check all(List<RequestCriteria> criteria) {
        return difference(request -> criteria.stream()
                .flatMap(each -> each.complaint(request).stream())
                .findFirst());
    }
}
