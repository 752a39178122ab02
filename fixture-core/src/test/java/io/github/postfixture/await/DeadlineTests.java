package io.github.postfixture.await;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.postfixture.timeline.Subject;
import io.github.postfixture.timeline.TestStep;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTests {

    private final AtomicLong now = new AtomicLong();
    private final List<String> said = new ArrayList<>();

    @Test
    void saysOnceAfterTwoSecondsWhatItWaitsFor() {
        Deadline patience = patience(Duration.ofSeconds(5), false);

        assertThat(patience.goesOn()).isTrue();
        assertThat(patience.nanosToNextQuestion()).isEqualTo(2_000_000_000L);
        assertThat(said).isEmpty();
        now.set(2_000_000_000L);
        assertThat(patience.goesOn()).isTrue();
        assertThat(patience.nanosToNextQuestion()).isEqualTo(3_000_000_000L);
        assertThat(patience.goesOn()).isTrue();
        now.set(5_000_000_000L);
        assertThat(patience.goesOn()).isFalse();

        assertThat(said).containsExactly("Still waiting for a mail, at most 5 seconds");
    }

    @Test
    void saysNothingOfAWaitThatIsShorter() {
        Deadline patience = patience(Duration.ofSeconds(1), false);

        assertThat(patience.nanosToNextQuestion()).isEqualTo(1_000_000_000L);
        now.set(2_500_000_000L);

        assertThat(patience.goesOn()).isFalse();
        assertThat(said).isEmpty();
    }

    @Test
    void isStretchedWhereADebuggerMayBe() {
        Deadline patience = patience(Duration.ofSeconds(1), true);
        now.set(1_000_000_000L);

        assertThat(patience.goesOn()).isTrue();
        assertThat(patience.nanosToNextQuestion()).isEqualTo(59_000_000_000L);
        assertThat(said)
                .containsExactly("Waiting for a mail for 60 seconds instead of 1 second, as this JVM was started for a"
                        + " debugger");
        now.set(60_000_000_000L);
        assertThat(patience.goesOn()).isFalse();
        assertThat(said).hasSize(1);
    }

    @Test
    void isAtItsEndWhenNothingCame() {
        CompletableFuture<String> never = new CompletableFuture<>();

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() ->
                        Deadline.waitingFor("an answer", Duration.ofMillis(5)).await(never))
                .withMessage("an answer did not come within 5 ms");
    }

    @Test
    void tellsTheTimelineOfATestHowAWaitWent() {
        Timeline timeline = new Timeline();
        timeline.isAbout(Optional.of(new Subject("test")));

        Deadline.waitingFor("a mail", Duration.ofMinutes(1)).await(timeline, () -> Optional.of(1));
        AtomicInteger questions = new AtomicInteger();
        Deadline.waitingFor("a mail", Duration.ofMinutes(1)).await(timeline, () -> {
            timeline.wake();
            return questions.incrementAndGet() < 3 ? Optional.empty() : Optional.of(1);
        });
        Deadline.waitingFor("a mail", Duration.ofMillis(5)).await(timeline, Optional::empty);
        Deadline.exactly(Duration.ofMillis(5)).await(timeline, Optional::empty);
        Deadline.exactly(Duration.ofMillis(5)).await(timeline, () -> Optional.of(1));

        assertThat(timeline.trace())
                .extracting(event -> (TestStep) event.detail())
                .extracting(step -> step.kind() + " " + step)
                .containsExactly(
                        "STEP got a mail at once",
                        "WAIT waits for a mail, at most 60 seconds",
                        "STEP got a mail",
                        "WAIT waits for a mail, at most 5 ms",
                        "IN_VAIN waited for a mail in vain",
                        "WAIT watches for 5 ms",
                        "QUIET saw nothing that ought not to come",
                        "IN_VAIN found at once what ought not to come");
        assertThat(questions).hasValue(3);
    }

    @Test
    void isNotNeededForWhatIsThere() throws Exception {
        Deadline patience = Deadline.waitingFor("an answer", Duration.ofMinutes(1));

        assertThat(patience.await(CompletableFuture.completedFuture("yes"))).isEqualTo("yes");
    }

    @Test
    void seesADebuggerInTheArgumentsOfTheJvm() {
        assertThat(Debugger.isAsked(List.of("-Xmx1g", "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n")))
                .isTrue();
        assertThat(Debugger.isAsked(List.of("-Xrunjdwp:transport=dt_socket"))).isTrue();
        assertThat(Debugger.isAsked(List.of("-ea"))).isFalse();
    }

    private Deadline patience(Duration timeout, boolean debugger) {
        return new Deadline(timeout, "a mail", () -> debugger, said::add, now::get);
    }
}
