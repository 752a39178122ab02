package io.github.postfixture.await;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.timeline.Digest;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.Failure;
import io.github.postfixture.timeline.TestStep.Kind;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.Distrust;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.core.ConditionEvaluationListener;
import org.awaitility.core.DeadlockException;
import org.awaitility.core.EvaluatedCondition;
import org.awaitility.core.IgnoredException;
import org.awaitility.core.TimeoutEvent;
import org.jspecify.annotations.Nullable;

/**
 * Fails a wait whose condition was not fulfilled in time by an AssertionError that ends with what the servers saw. Awaitility
 * tells its listener of the timeout right before it throws an exception of its own, and lets the listener throw
 * instead. Safe for use by several threads.
 */
final class TimeoutExplanation implements ConditionEvaluationListener<Object> {

    private static final int MOST_EVENTS = 30;

    private final Timeline timeline;
    private final Supplier<String> whoConnected;

    @SuppressWarnings("ThreadLocalUsage") // it goes with the factory, which goes with its test
    private final ThreadLocal<@Nullable Throwable> mismatch = new ThreadLocal<>();

    TimeoutExplanation(Timeline timeline, Supplier<String> whoConnected) {
        this.timeline = timeline;
        this.whoConnected = whoConnected;
    }

    @Override
    public void conditionEvaluated(EvaluatedCondition<Object> condition) {
        mismatch.remove();
        if (condition.isSatisfied()) {
            timeline.step(Kind.STEP, () -> "saw the condition fulfilled");
        }
    }

    @Override
    public void exceptionIgnored(IgnoredException ignored) {
        mismatch.set(ignored.getThrowable());
    }

    /** Throw the failure; its cause is what the last evaluation threw, if it threw something. */
    @Override
    public void onTimeout(TimeoutEvent timeout) {
        timeline.step(Kind.IN_VAIN, () -> "waited in vain for the condition");
        AssertionError failure = new AssertionError(timeout.getDescription() + seen(), mismatch.get());
        mismatch.remove();
        timeline.failures().stream().map(Failure::cause).forEach(failure::addSuppressed);
        deadlock().ifPresent(failure::addSuppressed);
        throw failure;
    }

    private String seen() {
        List<Event> events = timeline.events();
        return events.isEmpty()
                ? "\nThe servers saw nothing." + whoConnected.get()
                : "\nWhat the servers saw:\n" + Listing.of(Digest.of(events, MOST_EVENTS), MOST_EVENTS)
                        + Distrust.advice(told(events));
    }

    private static List<String> told(List<Event> events) {
        return events.stream().flatMap(event -> event.told().stream()).toList();
    }

    /** Return the threads that wait for each other, as Awaitility would in its own exception. */
    private static Optional<DeadlockException> deadlock() {
        return Optional.ofNullable(ManagementFactory.getThreadMXBean().findDeadlockedThreads())
                .map(DeadlockException::new);
    }
}
