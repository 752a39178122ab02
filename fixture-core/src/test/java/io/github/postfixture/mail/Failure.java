package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How an assertion fails. */
public final class Failure {

    private Failure() {}

    /** Verify the same, and go on to its text without what differs from run to run. */
    public static AbstractStringAssert<?> failureOf(ThrowingCallable assertion, UnaryOperator<String> constant) {
        AssertionError error = catchThrowableOfType(AssertionError.class, assertion);
        return failureOf(() -> {
            throw new AssertionError(constant.apply(String.valueOf(error.getMessage())));
        });
    }

    /** Verify that an assertion fails, with an AssertionError of at most sixty lines, and go on to its text. */
    public static AbstractStringAssert<?> failureOf(ThrowingCallable assertion) {
        String text = String.valueOf(
                catchThrowableOfType(AssertionError.class, assertion).getMessage());
        assertThat(text.lines()).hasSizeLessThanOrEqualTo(60);
        return assertThat(text.strip().replace("\r", "").replace(" \n", "\n"));
    }
}
