package io.github.postfixture.mail;

import java.util.Collection;
import org.assertj.core.api.AbstractAssert;

/** What assertions on mail have in common: how they tell what there was instead. */
abstract class AbstractExplainedAssert<SELF extends AbstractExplainedAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAssert<SELF, ACTUAL> {

    AbstractExplainedAssert(ACTUAL actual, Class<SELF> self) {
        super(actual, self);
    }

    /** Fail unless the two are equal; show both. */
    final SELF verify(String expectation, Object expected, Object found) {
        if (!found.equals(expected)) {
            throw differing(expectation, expected, found);
        }
        return myself;
    }

    /** Fail if there are defects; list them all. */
    final SELF verifyNone(String expectation, Collection<?> defects) {
        if (!defects.isEmpty()) {
            throw failure("%nExpecting:%n  %s%n%s%nbut:%n%s", actual, expectation, Listing.of(defects));
        }
        return myself;
    }

    final AssertionError differing(String expectation, Object expected, Object found) {
        return failureWithActualExpected(
                found,
                expected,
                "%nExpecting:%n  %s%n%s:%n  %s%nbut was:%n  %s",
                actual,
                expectation,
                shown(expected),
                shown(found));
    }

    final AssertionError lacking(String expectation, String expected, String instead, Collection<?> found) {
        return failure(
                "%nExpecting:%n  %s%n%s:%n  %s%n%s:%n%s", actual, expectation, expected, instead, Listing.of(found));
    }

    private static String shown(Object value) {
        return value.toString().isEmpty() ? "(none)" : value.toString();
    }
}
