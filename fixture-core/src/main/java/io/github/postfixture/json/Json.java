package io.github.postfixture.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value (RFC 8259). Members compare without regard to their order, numbers by their value. Immutable.
 *
 * <pre>{@code
 * Json order = Json.parse("{\"items\": [{\"name\": \"tea\", \"count\": 2}]}");
 * String name = order.at("items", 0, "name").text();
 * }</pre>
 */
public final class Json {

    /** A string, number or boolean, a map of members, a list of items, or null. */
    private final @Nullable Object value;

    private Json(@Nullable Object value) {
        this.value = value;
    }

    /**
     * Read a JSON text.
     *
     * @throws IllegalArgumentException if it is none; the message says where and why
     */
    public static Json parse(String text) {
        return new JsonReader(text).read();
    }

    /** Return an object without members; {@link #with(String, Object)} adds some. */
    public static Json object() {
        return of(Map.<String, Json>of());
    }

    /** Return an array of these items. */
    public static Json array(List<Json> items) {
        return of(items);
    }

    static Json of(@Nullable Object scalar) {
        return new Json(scalar);
    }

    static Json of(Map<String, Json> members) {
        return new Json(Collections.unmodifiableMap(members));
    }

    static Json of(List<Json> items) {
        return new Json(List.copyOf(items));
    }

    /**
     * Return a copy of this object with one more member, or with this one in the place of that of the same name.
     *
     * @param member a {@code Json}, or a string, a number or a boolean
     * @throws IllegalArgumentException if this is not an object, or the member is none of these
     */
    public Json with(String name, Object member) {
        Map<String, Json> members = new LinkedHashMap<>(members());
        members.put(name, valueOf(member));
        return of(members);
    }

    private static Json valueOf(Object value) {
        if (value instanceof Json json) {
            return json;
        }
        if (value instanceof Number number) {
            return of(new BigDecimal(number.toString()));
        }
        if (value instanceof String || value instanceof Boolean) {
            return of(value);
        }
        throw new IllegalArgumentException("member (" + value + ") must be a Json, a string, a number or a boolean");
    }

    /**
     * Return the value at the end of a path, or nothing if there is none.
     *
     * @param path names of members and positions of items, from 0
     */
    public Optional<Json> find(Object... path) {
        Optional<Json> found = Optional.of(this);
        for (Object step : path) {
            found = found.flatMap(json -> json.step(step));
        }
        return found;
    }

    /**
     * Return the value at the end of a path.
     *
     * @param path names of members and positions of items, from 0
     * @throws IllegalArgumentException if there is none
     */
    public Json at(Object... path) {
        return find(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "path (" + Stringed.path(path) + ") must lead to a value of " + Stringed.shortened(this)));
    }

    private Optional<Json> step(Object step) {
        if (step instanceof Integer position) {
            List<Json> items = value instanceof List ? items() : List.of();
            return position >= 0 && position < items.size() ? Optional.of(items.get(position)) : Optional.empty();
        }
        return value instanceof Map ? Optional.ofNullable(members().get(step.toString())) : Optional.empty();
    }

    /**
     * Return the members of this object, in order.
     *
     * @throws IllegalArgumentException if it is not an object
     */
    @SuppressWarnings("unchecked")
    public Map<String, Json> members() {
        return (Map<String, Json>) require(Map.class, "an object");
    }

    /**
     * Return the items of this array.
     *
     * @throws IllegalArgumentException if it is not an array
     */
    @SuppressWarnings("unchecked")
    public List<Json> items() {
        return (List<Json>) require(List.class, "an array");
    }

    /**
     * Return this string.
     *
     * @throws IllegalArgumentException if it is not a string
     */
    public String text() {
        return require(String.class, "a string");
    }

    /**
     * Return this number.
     *
     * @throws IllegalArgumentException if it is not a number
     */
    public BigDecimal number() {
        return require(BigDecimal.class, "a number");
    }

    /**
     * Return this boolean.
     *
     * @throws IllegalArgumentException if it is not a boolean
     */
    public boolean bool() {
        return require(Boolean.class, "a boolean");
    }

    /** Return whether this is {@code null}. */
    public boolean isNull() {
        return value == null;
    }

    /** Return whether this is an object. */
    public boolean isObject() {
        return value instanceof Map;
    }

    /** Return whether this is an array. */
    public boolean isArray() {
        return value instanceof List;
    }

    /** Return whether this is a string. */
    public boolean isText() {
        return value instanceof String;
    }

    /** Return whether this is a number. */
    public boolean isNumber() {
        return value instanceof BigDecimal;
    }

    private <T> T require(Class<T> type, String what) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(Stringed.shortened(this) + " must be " + what);
        }
        return type.cast(value);
    }

    @Nullable
    Object value() {
        return value;
    }

    /**
     * Return the first difference of this value from an expected one, such as
     * {@code $.items[0].count is 3, expected 2}; or nothing if they are equal.
     */
    public Optional<String> differenceFrom(Json expected) {
        return JsonDifference.whole().between(expected, this);
    }

    /**
     * Return the first place where this value lacks or contradicts an expected one, or nothing if there is none. Objects
     * may have more members than expected; arrays may not have more items.
     */
    public Optional<String> differenceFromPart(Json expected) {
        return JsonDifference.part().between(expected, this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Json json && differenceFrom(json).isEmpty();
    }

    /** Return a number that looks at one level only. */
    @Override
    public int hashCode() {
        if (value instanceof Map<?, ?> members) {
            return members.keySet().hashCode();
        }
        if (value instanceof List<?> items) {
            return items.size();
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros().hashCode() : Objects.hashCode(value);
    }

    /**
     * Return the same with the members of every object in the order of their names.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Json sorted() {
        if (value instanceof Map<?, ?>) {
            Map<String, Json> sorted = new TreeMap<>();
            members().forEach((name, member) -> sorted.put(name, member.sorted()));
            return of(sorted);
        }
        return value instanceof List<?> ? of(items().stream().map(Json::sorted).toList()) : this;
    }

    /** Return the value as JSON with a line for each member and each item, indented by two spaces a level. */
    public String indented() {
        return JsonWriter.indented(this);
    }

    /** Return the value as JSON without white space. */
    @Override
    public String toString() {
        return JsonWriter.compact(this);
    }
}
