package io.github.postfixture.await;

import io.github.postfixture.timeline.TestStep.Kind;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.function.Supplier;
import org.awaitility.constraint.AtMostWaitConstraint;
import org.awaitility.core.ConditionEvaluationListener;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ExecutorLifecycle;
import org.awaitility.core.FailFastCondition;
import org.jspecify.annotations.Nullable;

/** Makes conditions of Awaitility that are evaluated in the thread that waits, again after each event of a timeline. */
public final class EventDrivenConditions {

    private static final @Nullable String NO_ALIAS = null;
    private static final @Nullable FailFastCondition NEVER_FAIL_FAST = null;
    private static final @Nullable ExecutorLifecycle EXECUTOR_IS_SET_LATER = null;
    private static final boolean LEAVE_UNCAUGHT_EXCEPTIONS_ALONE = false;

    private EventDrivenConditions() {}

    /**
     * Return a factory of conditions. It takes none of the defaults that Awaitility lets everybody set, and sets none.
     *
     * @param timeline whose events wake
     * @param timeout how long conditions are given, unless they are given another time
     * @param whoConnected tells a failure who connected if nothing happened, in lines with a line feed in front; or nothing
     */
    public static ConditionFactory on(Timeline timeline, Duration timeout, Supplier<String> whoConnected) {
        timeline.step(Kind.WAIT, () -> "waits until a condition is fulfilled");
        return on(new TimelinePollInterval(timeline), timeout, new TimeoutExplanation(timeline, whoConnected));
    }

    static ConditionFactory on(
            TimelinePollInterval interval, Duration timeout, ConditionEvaluationListener<Object> listener) {
        return new ConditionFactory(
                        NO_ALIAS,
                        AtMostWaitConstraint.TEN_SECONDS.withMaxWaitTime(timeout),
                        interval,
                        Duration.ZERO,
                        LEAVE_UNCAUGHT_EXCEPTIONS_ALONE,
                        exception -> false,
                        listener,
                        EXECUTOR_IS_SET_LATER,
                        NEVER_FAIL_FAST)
                .pollInSameThread();
    }
}
