package io.github.postfixture.web.request;

import io.github.postfixture.await.Criterion;
import io.github.postfixture.json.Json;
import io.github.postfixture.web.coding.UndecodableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes criteria of requests that say what a request is or has instead, as the rest of a sentence on it. */
final class RequestCriterion {

    private RequestCriterion() {}

    /** Ask for a value, of which a request may have several, and show those that it has. */
    static Criterion<Request> valued(
            String description,
            String named,
            String value,
            Function<Request, List<String>> all,
            Function<Request, String> shown) {
        return Criterion.<Request>of(
                        description,
                        request -> all.apply(request).contains(value),
                        request -> all.apply(request).isEmpty()
                                ? "has no " + named
                                : "has " + named + "=" + shown.apply(request))
                .identifiedBy(named + "=" + value)
                .measuredBy(request -> all.apply(request).isEmpty() ? 1 : 0.5);
    }

    static Criterion<Request> json(String description, Json expected, Function<Json, Optional<String>> difference) {
        return difference(description, request -> {
                    try {
                        return difference.apply(request.json()).map(place -> "has JSON in which " + place);
                    } catch (UndecodableException e) {
                        throw e;
                    } catch (IllegalArgumentException e) {
                        return Optional.of("has content that is " + e.getMessage());
                    }
                })
                .measuredBy(request -> JsonSimilarity.distance(expected, request));
    }

    static Criterion<Request> xml(String description, Xml expected) {
        return difference(description, request -> {
            String body = request.body();
            try {
                return Xml.parse(body).differenceFrom(expected).map(place -> "has XML in which " + place);
            } catch (IllegalArgumentException e) {
                return Optional.of("has content that is " + e.getMessage());
            }
        });
    }

    /** Ask for a difference, which is none if all is well. */
    private static Criterion<Request> difference(String description, Function<Request, Optional<String>> difference) {
        return Criterion.of(
                description,
                request -> difference.apply(request).isEmpty(),
                request -> difference.apply(request).orElse(""));
    }
}
