package io.github.postfixture.web;

import io.github.postfixture.json.Json;
import io.github.postfixture.net.UndecodableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Matches requests, and says of one that does not match what it is or has instead. */
interface RequestMatcher {

    boolean test(Request request);

    /** Return what the request is or has instead, as the rest of a sentence on it. */
    String found(Request request);

    /** Return how far from right a request is for which the answer is no: 1 for not at all, towards 0 for nearly. */
    default double distance(Request request) {
        return 1;
    }

    static RequestMatcher of(Predicate<? super Request> condition, Function<Request, String> found) {
        return of(condition, found, request -> 1);
    }

    static RequestMatcher of(
            Predicate<? super Request> condition, Function<Request, String> found, ToDoubleFunction<Request> distance) {
        return new RequestMatcher() {
            @Override
            public boolean test(Request request) {
                return condition.test(request);
            }

            @Override
            public String found(Request request) {
                return found.apply(request);
            }

            @Override
            public double distance(Request request) {
                return distance.applyAsDouble(request);
            }
        };
    }

    /** Ask for a difference, which is none if all is well. */
    static RequestMatcher difference(Function<Request, Optional<String>> difference) {
        return difference(difference, request -> 1);
    }

    private static RequestMatcher difference(
            Function<Request, Optional<String>> difference, ToDoubleFunction<Request> distance) {
        return of(
                request -> difference.apply(request).isEmpty(),
                request -> difference.apply(request).orElse(""),
                distance);
    }

    /** Ask for a value, of which a request may have several, and show those that it has. */
    static RequestMatcher valued(
            String named, String value, Function<Request, List<String>> all, Function<List<String>, String> shown) {
        return of(
                request -> all.apply(request).contains(value),
                request -> all.apply(request).isEmpty()
                        ? "has no " + named
                        : "has " + named + "=" + shown.apply(all.apply(request)),
                request -> all.apply(request).isEmpty() ? 1 : 0.5);
    }

    static RequestMatcher json(Json expected, Function<Json, Optional<String>> difference) {
        return difference(
                request -> {
                    try {
                        return difference.apply(request.json()).map(place -> "has JSON in which " + place);
                    } catch (UndecodableException e) {
                        throw e;
                    } catch (IllegalArgumentException e) {
                        return Optional.of("has content that is " + e.getMessage());
                    }
                },
                request -> JsonSimilarity.distance(expected, request));
    }

    static RequestMatcher xml(Xml expected) {
        return difference(request -> {
            String body = request.body();
            try {
                return Xml.parse(body).differenceFrom(expected).map(place -> "has XML in which " + place);
            } catch (IllegalArgumentException e) {
                return Optional.of("has content that is " + e.getMessage());
            }
        });
    }

    static RequestMatcher all(List<RequestCriteria> criteria) {
        return difference(
                request -> criteria.stream()
                        .flatMap(each -> each.complaint(request).stream())
                        .findFirst(),
                request -> criteria.stream()
                        .mapToDouble(each -> each.distance(request))
                        .sum());
    }
}
