package io.github.postfixture.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the first difference between two JSON values. */
final class JsonDifference {

    private static final JsonDifference WHOLE = new JsonDifference(false);
    private static final JsonDifference PART = new JsonDifference(true);

    private static final int MOST_SURPLUS = 3;

    private final boolean allowsMoreMembers;

    private JsonDifference(boolean allowsMoreMembers) {
        this.allowsMoreMembers = allowsMoreMembers;
    }

    static JsonDifference whole() {
        return WHOLE;
    }

    static JsonDifference part() {
        return PART;
    }

    Optional<String> between(Json expected, Json actual) {
        return between("$", expected, actual);
    }

    private Optional<String> between(String place, Json expected, Json actual) {
        if (expected.value() instanceof Map && actual.value() instanceof Map) {
            return betweenObjects(place, expected.members(), actual.members());
        }
        if (expected.value() instanceof List && actual.value() instanceof List) {
            return betweenArrays(place, expected.items(), actual.items());
        }
        return sameScalar(expected.value(), actual.value())
                ? Optional.empty()
                : Optional.of(
                        place + " is " + Stringed.shortened(actual) + ", expected " + Stringed.shortened(expected));
    }

    private static boolean sameScalar(@Nullable Object expected, @Nullable Object actual) {
        return (expected instanceof BigDecimal one && actual instanceof BigDecimal other)
                ? one.compareTo(other) == 0
                : Objects.equals(expected, actual);
    }

    private Optional<String> betweenObjects(String place, Map<String, Json> expected, Map<String, Json> actual) {
        for (Map.Entry<String, Json> member : expected.entrySet()) {
            String here = place + Stringed.member(member.getKey());
            Json found = actual.get(member.getKey());
            Optional<String> difference = found == null
                    ? Optional.of(here + " is missing (expected " + Stringed.shortened(member.getValue()) + ")"
                            + others(place, expected, actual))
                    : between(here, member.getValue(), found);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return allowsMoreMembers || surplus(place, expected, actual).isEmpty()
                ? Optional.empty()
                : Optional.of("not expected: " + surplus(place, expected, actual));
    }

    /** Return the members beside one that is missing, as one of them may be what became of it. */
    private String others(String place, Map<String, Json> expected, Map<String, Json> actual) {
        String surplus = surplus(place, expected, actual);
        return surplus.isEmpty() ? "" : (allowsMoreMembers ? "; there is also: " : "; not expected: ") + surplus;
    }

    private static String surplus(String place, Map<String, Json> expected, Map<String, Json> actual) {
        return actual.entrySet().stream()
                .filter(member -> !expected.containsKey(member.getKey()))
                .limit(MOST_SURPLUS)
                .map(member -> place + Stringed.member(member.getKey()) + " = " + Stringed.shortened(member.getValue()))
                .collect(Collectors.joining(", "));
    }

    private Optional<String> betweenArrays(String place, List<Json> expected, List<Json> actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            Optional<String> difference = between(place + Stringed.item(i), expected.get(i), actual.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return expected.size() == actual.size()
                ? Optional.empty()
                : Optional.of(place + " has " + actual.size() + " items, expected " + expected.size());
    }
}
