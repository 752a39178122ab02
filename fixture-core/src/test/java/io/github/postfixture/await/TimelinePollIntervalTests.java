package io.github.postfixture.await;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimelinePollIntervalTests {

    private final Timeline timeline = new Timeline();
    private final AtomicLong now = new AtomicLong();
    private final TimelinePollInterval interval = new TimelinePollInterval(timeline, Duration.ofMillis(100), now::get);

    @Test
    void endsAtOnceAfterTheFirstEvaluation() {
        assertThat(afterEventAt(1, Duration.ofSeconds(3))).isZero();
    }

    @Test
    void growsWithTheTimeThatWasWaitedIfEveryEvaluationIsFollowedByAnEvent() {
        afterEventAt(1, Duration.ofSeconds(3));

        assertThat(afterEventAt(2, Duration.ofSeconds(4))).isEqualTo(Duration.ofMillis(20));
        assertThat(afterEventAt(3, Duration.ofSeconds(7))).isEqualTo(Duration.ofMillis(80));
        assertThat(afterEventAt(4, Duration.ofSeconds(13))).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void beginsAnewWithTheNextWait() {
        afterEventAt(1, Duration.ofSeconds(3));
        afterEventAt(2, Duration.ofSeconds(13));

        assertThat(afterEventAt(1, Duration.ofSeconds(14))).isZero();
        assertThat(afterEventAt(2, Duration.ofSeconds(15))).isEqualTo(Duration.ofMillis(20));
    }

    private Duration afterEventAt(int evaluation, Duration time) {
        now.set(time.toNanos());
        timeline.append("test", "event");
        return interval.next(evaluation, Duration.ZERO);
    }
}
