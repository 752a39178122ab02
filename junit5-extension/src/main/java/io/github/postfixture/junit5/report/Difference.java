package io.github.postfixture.junit5.report;

import io.github.postfixture.html.Markup;
import io.github.postfixture.html.TextDifference;
import io.github.postfixture.json.Json;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;

/** What was expected beside what there was, of a failure that knows both. */
final class Difference {

    private static final int LONGEST_LINE_OF_JSON = 100_000;

    private Difference() {}

    static Markup of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(AssertionFailedError.class::isInstance)
                .map(AssertionFailedError.class::cast)
                .filter(known -> known.isExpectedDefined() && known.isActualDefined())
                .findFirst()
                .map(known -> between(text(known.getExpected()), text(known.getActual())))
                .orElse(Markup.NONE);
    }

    /** Return a value as text, of many a line each, without the quotation marks that assertions may put around one. */
    private static String text(ValueWrapper value) {
        if (value.getValue() instanceof Collection<?> all) {
            return all.stream().map(String::valueOf).collect(Collectors.joining("\n"));
        }
        String text =
                value.getValue() instanceof String known ? known : String.valueOf(value.getStringRepresentation());
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static Markup between(String expected, String actual) {
        Optional<Json> left = json(expected);
        Optional<Json> right = json(actual);
        return left.isPresent() && right.isPresent()
                ? TextDifference.of(
                        left.get().sorted().indented(), right.get().sorted().indented())
                : TextDifference.of(expected, actual);
    }

    /** Return the object or array that a text is, if it is one. */
    private static Optional<Json> json(String text) {
        if (text.length() > LONGEST_LINE_OF_JSON
                || !(text.strip().startsWith("{") || text.strip().startsWith("["))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.parse(text));
        } catch (IllegalArgumentException | AssertionError e) {
            return Optional.empty();
        }
    }
}
