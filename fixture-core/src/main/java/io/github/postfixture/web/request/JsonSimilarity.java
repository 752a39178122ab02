package io.github.postfixture.web.request;

import io.github.postfixture.json.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Says how like one JSON is to another. */
final class JsonSimilarity {

    private static final double LEAST = 0.1;

    private JsonSimilarity() {}

    /** Return how much of what is expected the content of a request lacks: 1 for all, towards 0 for little. */
    static double distance(Json expected, Request request) {
        try {
            return distance(expected, request.json());
        } catch (IllegalArgumentException e) {
            return 1;
        }
    }

    private static double distance(Json expected, Json actual) {
        int all = 0;
        int same = 0;
        Deque<Pair> left = new ArrayDeque<>();
        left.add(new Pair(expected, Optional.of(actual)));
        while (!left.isEmpty()) {
            Pair pair = left.pop();
            if (pair.isInner()) {
                pair.addInner(left);
            } else {
                all++;
                same += pair.isSame() ? 1 : 0;
            }
        }
        return Math.max(LEAST, all == 0 ? 1 : 1 - (double) same / all);
    }

    private record Pair(Json expected, Optional<Json> actual) {

        boolean isInner() {
            return expected.isObject() || expected.isArray();
        }

        boolean isSame() {
            return actual.filter(expected::equals).isPresent();
        }

        void addInner(Deque<Pair> left) {
            if (expected.isObject()) {
                expected.members().forEach((name, value) -> left.add(new Pair(value, at(name))));
            } else {
                for (int i = 0; i < expected.items().size(); i++) {
                    left.add(new Pair(expected.items().get(i), at(i)));
                }
            }
        }

        private Optional<Json> at(Object step) {
            return actual.flatMap(json -> json.find(step));
        }
    }
}
