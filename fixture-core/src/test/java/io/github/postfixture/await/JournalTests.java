package io.github.postfixture.await;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JournalTests {

    private static final Deadline MINUTE = Deadline.waitingFor("a value", Duration.ofMinutes(1));

    private final Timeline timeline = new Timeline();
    private final Journal<String> journal = new Journal<>(timeline);

    @Test
    void givesEachValueToOneWaitOnly() {
        publish("first");
        publish("second");

        assertThat(journal.take(value -> true, MINUTE, () -> true)).contains("first");
        assertThat(journal.take(value -> true, MINUTE, () -> true)).contains("second");
        assertThat(journal.take(value -> true, MINUTE, () -> false)).isEmpty();
        assertThat(journal.taken()).containsExactly("first", "second");
    }

    @Test
    void givesWhatWasPublishedLateBeforeWhatCameAfterIt() throws Exception {
        Journal.Entry<String> early = journal.record("early");
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<List<String>> taken = CompletableFuture.supplyAsync(() -> journal.take(
                2,
                value -> {
                    asked.countDown();
                    return !value.equals("late");
                },
                MINUTE,
                () -> true));
        publish("late");
        asked.await();

        early.publish();
        publish("later");

        assertThat(taken.get()).containsExactly("early", "later");
    }

    @Test
    void asksOnceAboutEachValueHoweverManyCome() throws Exception {
        int count = 1000;
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<List<String>> taken = CompletableFuture.supplyAsync(() -> journal.take(
                2,
                value -> {
                    begun.countDown();
                    asked.incrementAndGet();
                    return value.startsWith("wanted");
                },
                MINUTE,
                () -> true));
        publish("other");
        begun.await();

        for (int i = 1; i < count; i++) {
            publish("other");
        }
        publish("wanted 1");
        publish("wanted 2");

        assertThat(taken.get()).containsExactly("wanted 1", "wanted 2");
        assertThat(asked).hasValue(count + 2);
    }

    private void publish(String value) {
        journal.record(value).publish();
        timeline.append("test", value);
    }
}
