package io.github.postfixture.web.recording;

import io.github.postfixture.explanation.Printable;
import io.github.postfixture.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A field of a HAR file.
 *
 * @param place where it is, such as {@code shop.har: log.entries[0].request.url}
 * @param value what it says; null if it is missing
 */
record HarField(String place, @Nullable Json value) {

    private static final int LONGEST = 100;

    HarField member(String name) {
        Json member =
                value == null || !value.isObject() ? null : value.members().get(name);
        return new HarField(place + "." + name, member == null || member.isNull() ? null : member);
    }

    /** Return the items of an array; none if it is missing. */
    List<HarField> items() {
        if (value == null) {
            return List.of();
        }
        List<Json> items = as(Json::isArray, "an array").items();
        return IntStream.range(0, items.size())
                .mapToObj(i -> new HarField(place + "[" + i + "]", items.get(i)))
                .toList();
    }

    String text() {
        return as(Json::isText, "a string").text();
    }

    /** Return a text, or nothing if it is missing. */
    Optional<String> optionalText() {
        return value == null ? Optional.empty() : Optional.of(text());
    }

    int number() {
        try {
            return as(Json::isNumber, "a whole number").number().intValueExact();
        } catch (ArithmeticException e) {
            throw wrong("a whole number");
        }
    }

    /** Return a number, or another one if it is missing. */
    int numberOr(int other) {
        return value == null ? other : number();
    }

    Json object() {
        return as(Json::isObject, "an object");
    }

    Json array() {
        return as(Json::isArray, "an array");
    }

    /** Return the value, if it is there. */
    Optional<Json> find() {
        return Optional.ofNullable(value);
    }

    private Json as(Predicate<Json> type, String expected) {
        if (value == null || !type.test(value)) {
            throw wrong(expected);
        }
        return value;
    }

    IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException(place + " is " + shown() + ", expected " + expected);
    }

    private String shown() {
        String text = value == null ? "missing" : Printable.line(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
