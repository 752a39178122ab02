package io.github.postfixture.explanation;

import java.util.Collection;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AssertProvider;

/**
 * What assertions have in common: how they tell what there was instead. Each message is a {@link FailureMessage}, so that
 * its first line says all.
 */
public abstract class AbstractExplainedAssert<SELF extends AbstractExplainedAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAssert<SELF, ACTUAL> {

    private String whole = "";
    private boolean hidden;

    /** Prepare to assert on a subject. */
    protected AbstractExplainedAssert(ACTUAL actual, Class<SELF> self) {
        super(actual, self);
    }

    @Override
    public SELF isNotNull() {
        if (actual == null) {
            String noun = getClass().getSimpleName().replaceFirst("Assert.*", "");
            throw failing("a subject of type " + noun, "was null");
        }
        return myself;
    }

    /** Fail unless the two are equal; show both, as {@link FailureMessage#differing}. */
    protected final SELF verify(String what, Object expected, Object found) {
        if (!found.equals(expected)) {
            throw differing(what, expected, found);
        }
        return myself;
    }

    /** Fail if there are such things; list them, as {@link FailureMessage#having}. */
    protected final SELF verifyNone(String expectation, Collection<?> found) {
        if (!found.isEmpty()) {
            throw failing(FailureMessage.having(expectation, found));
        }
        return myself;
    }

    /** Fail if something is wrong; list it, as {@link FailureMessage#because}. */
    protected final SELF verifyNothingWrong(String expectation, Collection<?> reasons) {
        if (!reasons.isEmpty()) {
            throw failing(FailureMessage.because(expectation, reasons));
        }
        return myself;
    }

    /** Return the failure of a value that is another one; see {@link FailureMessage#differing}. */
    protected final AssertionError differing(String what, Object expected, Object found) {
        return failing(FailureMessage.differing(what, expected, found));
    }

    /** Return the failure of something that is missing; see {@link FailureMessage#lacking}. */
    protected final AssertionError lacking(String expectation, String noun, Collection<?> found) {
        return failing(FailureMessage.lacking(expectation, noun, found));
    }

    /** Return the failure of what is not as expected; see {@link FailureMessage#expected}. */
    protected final AssertionError failing(String expected, String instead) {
        return failing(FailureMessage.expected(expected, instead));
    }

    /**
     * Return the failure with this message, which shows the subject, with the description if there is one, and with the
     * values that development environments compare if the message has some.
     */
    protected final AssertionError failing(FailureMessage message) {
        return message.comparison()
                .map(values -> failing(message, values.expected(), values.found()))
                .orElseGet(() -> failure("%s", withSubject(message)));
    }

    /** Return the same failure with values that development environments compare. */
    protected final AssertionError failing(FailureMessage message, Object expected, Object found) {
        return failureWithActualExpected(found, expected, "%s", withSubject(message));
    }

    /** Return assertions on a part, which keep the description, and say of what it is a part when they fail. */
    protected final <P extends AbstractExplainedAssert<P, ?>> P part(P part) {
        ((AbstractExplainedAssert<?, ?>) part).whole = joined(shownSubject());
        return part.as(descriptionText());
    }

    /** Return the assertion on a part of the subject, whose class is loaded only then. */
    protected final <P extends AbstractExplainedAssert<P, ?>> P part(AssertProvider<P> part) {
        return part(part.assertThat());
    }

    /** Show no subject, as lists in the messages are all that there is to show. */
    protected final void hideSubject() {
        hidden = true;
    }

    private String shownSubject() {
        return actual == null || hidden ? "" : Printable.line(actual);
    }

    private FailureMessage withSubject(FailureMessage message) {
        return message.on(message.isNaming(shownSubject()) ? whole : joined(shownSubject()));
    }

    private String joined(String part) {
        return whole.isEmpty() ? part : part + " of " + whole;
    }
}
