package io.github.postfixture.explanation;

import java.util.Arrays;
import java.util.Collection;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What assertions have in common: how they tell what there was instead. */
public abstract class AbstractExplainedAssert<SELF extends AbstractExplainedAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAssert<SELF, ACTUAL> {

    /** Prepare to assert on a subject. */
    protected AbstractExplainedAssert(ACTUAL actual, Class<SELF> self) {
        super(actual, self);
    }

    /** Fail unless the two are equal; show both. */
    protected final SELF verify(String expectation, Object expected, Object found) {
        if (!found.equals(expected)) {
            throw differing(expectation, expected, found);
        }
        return myself;
    }

    /** Fail if there are defects; list them all. */
    protected final SELF verifyNone(String expectation, Collection<?> defects) {
        if (!defects.isEmpty()) {
            throw failure("%nExpecting:%n  %s%n%s%nbut:%n%s", actual, expectation, Listing.of(defects));
        }
        return myself;
    }

    /** Return the failure of a subject that is something else; show both. */
    protected final AssertionError differing(String expectation, Object expected, Object found) {
        return differing(expectation, expected, "but was", found);
    }

    /** Return the failure of a subject that is or has something else; show both. */
    protected final AssertionError differing(String expectation, Object expected, String instead, Object found) {
        return failureWithActualExpected(
                found,
                expected,
                "%nExpecting:%n  %s%n%s:%n  %s%n%s:%n  %s",
                actual,
                expectation,
                shown(expected),
                instead,
                shown(found));
    }

    /** Return the failure of a subject that does not have something; list what it has. */
    protected final AssertionError lacking(String expectation, Object expected, String instead, Collection<?> found) {
        return failure(
                "%nExpecting:%n  %s%n%s:%n  %s%n%s:%n%s", actual, expectation, expected, instead, Listing.of(found));
    }

    /** Return a failure whose text a terminal can show; a subject, or anything else that is no text, stays in one line. */
    @Override
    protected AssertionError failure(String message, Object... arguments) {
        return super.failure("%s", printable(message, arguments));
    }

    /** Return a failure whose text a terminal can show; a subject, or anything else that is no text, stays in one line. */
    @Override
    protected AssertionError failureWithActualExpected(
            Object found, Object expected, String message, Object... arguments) {
        return super.failureWithActualExpected(found, expected, "%s", printable(message, arguments));
    }

    private static String printable(String message, Object... arguments) {
        return message.formatted(
                Arrays.stream(arguments).map(AbstractExplainedAssert::printable).toArray());
    }

    private static @Nullable Object printable(@Nullable Object argument) {
        if (argument == null || argument instanceof Number) {
            return argument;
        }
        return argument instanceof String text ? Printable.lines(text) : Printable.line(argument);
    }

    private static String shown(Object value) {
        return value.toString().isEmpty() ? "(none)" : Listing.goingOn(value.toString(), 2);
    }
}
