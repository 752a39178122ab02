package io.github.postfixture.await;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.postfixture.timeline.Failure;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.timeline.WaitInterruptedError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventDrivenConditionsTests {

    private static final Duration SHORT = Duration.ofMillis(20);

    private final Timeline timeline = new Timeline();
    private final ConditionFactory await = EventDrivenConditions.on(timeline, SHORT, () -> "\nNobody connected.");
    private final ConditionFactory onlyByEvents = EventDrivenConditions.on(
            new TimelinePollInterval(timeline, Duration.ofDays(1), () -> 0), Duration.ofDays(2), condition -> {});

    @Test
    void areEvaluatedAgainAfterAnEvent() {
        AtomicInteger evaluations = new AtomicInteger();

        onlyByEvents.until(() -> {
            tellAfterwards("something happens");
            return evaluations.incrementAndGet() == 3;
        });

        assertThat(evaluations).hasValue(3);
    }

    @Test
    void loseNoEventThatHappensWhileTheyAreEvaluated() {
        List<Integer> counts = new ArrayList<>();

        onlyByEvents.until(() -> {
            counts.add(timeline.events().size());
            timeline.append("test", "too late for this evaluation");
            return counts.size() == 3;
        });

        assertThat(counts).containsExactly(0, 1, 2);
    }

    @Test
    void areWokenWithoutAnEvent() {
        AtomicInteger evaluations = new AtomicInteger();

        onlyByEvents.until(() -> {
            timeline.wake();
            return evaluations.incrementAndGet() == 2;
        });
    }

    @Test
    void areEvaluatedAgainWhereTheTimelineTellsNothing() {
        AtomicInteger evaluations = new AtomicInteger();

        await.atMost(Duration.ofSeconds(59)).until(() -> evaluations.incrementAndGet() == 3);

        assertThat(timeline.events()).isEmpty();
    }

    @Test
    void areEvaluatedInTheThreadThatWaits() {
        Thread waiting = Thread.currentThread();

        await.untilAsserted(() -> assertThat(Thread.currentThread()).isSameAs(waiting));
    }

    @Test
    void failWithWhatTheServersSaw() {
        timeline.append("smtp", "RCPT TO:<bob@example.org> was refused");
        timeline.append("http", "GET /confirm -> 200");

        AssertionError failure = failureOf(() -> await.until(() -> false));

        assertThat(textOf(failure))
                .isEqualTo("Condition with lambda expression in " + getClass().getName()
                        + " was not fulfilled within 20 milliseconds.\n"
                        + "What the servers saw:\n"
                        + "     +0.000s  smtp   RCPT TO:<bob@example.org> was refused\n"
                        + "     +0.000s  http   GET /confirm -> 200");
        assertThat(failure).hasNoCause();
    }

    @Test
    void failWithWhoConnectedIfNothingHappened() {
        AssertionError failure =
                failureOf(() -> await.alias("report").atMost(SHORT).until(() -> false));

        assertThat(textOf(failure))
                .isEqualTo("Condition with alias 'report' didn't complete within 20 milliseconds because condition with"
                        + " lambda expression in " + getClass().getName() + " was not fulfilled.\n"
                        + "The servers saw nothing.\nNobody connected.");
    }

    @Test
    void failWithWhatTheLastEvaluationThrew() {
        AssertionError thrown = new AssertionError("There is no order");

        AssertionError failure = failureOf(() -> await.untilAsserted(() -> {
            throw thrown;
        }));

        assertThat(failure).hasCause(thrown);
        assertThat(textOf(failure))
                .isEqualTo("Assertion condition defined as a lambda expression in "
                        + getClass().getName() + " There is no order within 20 milliseconds.\n"
                        + "The servers saw nothing.\nNobody connected.");
    }

    @Test
    void failWithoutWhatAnEarlierEvaluationThrew() {
        AtomicInteger evaluations = new AtomicInteger();

        AssertionError failure = failureOf(() -> await.ignoreExceptions()
                .atMost(Duration.ofMillis(500))
                .until(() -> {
                    if (evaluations.incrementAndGet() == 1) {
                        timeline.append("http", "news, for which the condition is evaluated again at once");
                        throw new IllegalStateException("not yet");
                    }
                    return false;
                }));

        assertThat(evaluations).hasValueGreaterThan(1);
        assertThat(failure).hasNoCause();
    }

    @Test
    void failWithWhatHandlersThrew() {
        IllegalStateException thrown = new IllegalStateException("No such order");
        timeline.append("http", (Failure) () -> thrown);

        assertThat(failureOf(() -> await.until(() -> false))).hasSuppressedException(thrown);
    }

    @Test
    void failWithAwaitilitysExceptionIfSomebodyElseListens() {
        assertThatExceptionOfType(ConditionTimeoutException.class)
                .isThrownBy(
                        () -> await.conditionEvaluationListener(condition -> {}).until(() -> false))
                .withMessageEndingWith(" was not fulfilled within 20 milliseconds.");
    }

    @Test
    void failAtOnceWhenTheConditionThrowsAnotherException() {
        IllegalStateException thrown = new IllegalStateException("broken");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> onlyByEvents.until(() -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Test
    void endWhenTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(WaitInterruptedError.class).isThrownBy(() -> onlyByEvents.until(() -> false));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void canBeHeldForATime() {
        AtomicInteger evaluations = new AtomicInteger();

        await.during(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(59))
                .until(() -> evaluations.incrementAndGet() > 0);

        assertThat(evaluations).hasValueGreaterThan(1);
    }

    private void tellAfterwards(String text) {
        Thread teller = new Thread(() -> timeline.append("test", text));
        teller.start();
    }

    /** Return the message without what depends on the time and on the JVM. */
    private static String textOf(AssertionError failure) {
        return String.valueOf(failure.getMessage())
                .replaceAll("\\+\\d\\.\\d{3}s", "+0.000s")
                .replace("Lambda expression", "lambda expression");
    }

    private static AssertionError failureOf(ThrowingCallable wait) {
        return catchThrowableOfType(AssertionError.class, wait);
    }
}
