package io.github.postfixture.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.await.Deadline;
import io.github.postfixture.await.Journal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTests {

    private final Timeline timeline = new Timeline();

    @Test
    void keepsEventsInOrder() {
        timeline.append("smtp", "first");
        timeline.append("http", "second");

        assertThat(timeline.events()).extracting(Event::number).containsExactly(1, 2);
        assertThat(timeline.events()).extracting(Event::detail).containsExactly("first", "second");
        assertThat(timeline.events().get(1).at())
                .isGreaterThanOrEqualTo(timeline.events().get(0).at());
    }

    @Test
    void canBeToldTogetherWithOthersInTheOrderOfTime() {
        Timeline other = new Timeline();
        other.append("http", "first");
        timeline.append("smtp", "second");
        other.append("http", "third");

        Timeline all = timeline.with(List.of(other));

        assertThat(all.events()).extracting(Event::detail).containsExactly("first", "second", "third");
        assertThat(all.events()).extracting(Event::number).containsExactly(1, 2, 3);
        assertThat(all.events()).isSortedAccordingTo(Comparator.comparing(Event::at));
        assertThat(all.events()).contains(new Event(2, timeline.events().get(0).at(), "smtp", "second"));
    }

    @Test
    void tellsWhatItsTestDidBesidesWhatItSaw() {
        timeline.isAbout(Optional.of(new Subject("test", Set.of(getClass().getName()))));
        timeline.step(TestStep.Kind.WAIT, () -> "waits for a mail");
        timeline.append("smtp", "a mail");
        Runnable lambda = () -> timeline.step(TestStep.Kind.STEP, () -> "got a mail");
        lambda.run();

        assertThat(timeline.events()).singleElement().hasToString(timeline.toString());
        assertThat(timeline.trace()).extracting(Event::source).containsExactly("test", "smtp", "test");
        assertThat(timeline.trace())
                .extracting(event -> event.detail().toString().replaceAll("\\d+", "N"))
                .containsExactly(
                        "waits for a mail (TimelineTests.java:N)", "a mail", "got a mail (TimelineTests.java:N)");
    }

    @Test
    void tellsNoStepsOfAnotherTestNorOfNone() {
        timeline.step(TestStep.Kind.STEP, () -> "of none");
        timeline.isAbout(Optional.of(new Subject("one")));
        timeline.step(TestStep.Kind.STEP, () -> "of one");
        timeline.isAbout(Optional.empty());
        assertThat(timeline.trace()).extracting(Event::detail).hasToString("[of one]");
        timeline.isAbout(Optional.of(new Subject("another")));

        assertThat(timeline.trace()).isEmpty();
    }

    @Test
    void tellsTheStepsOfATestAtSeveralFixturesTogether() {
        Timeline other = new Timeline();
        List.of(timeline, other).forEach(each -> each.isAbout(Optional.of(new Subject("test"))));
        other.step(TestStep.Kind.STEP, () -> "first");
        timeline.append("smtp", "second");
        other.step(TestStep.Kind.STEP, () -> "third");

        assertThat(timeline.with(List.of(other)).trace())
                .extracting(event -> event.detail().toString())
                .containsExactly("first", "second", "third");
    }

    @Test
    void findsDetailsByTheirKind() {
        timeline.append("smtp", 1);
        timeline.append("smtp", "text");
        timeline.append("http", 2);

        assertThat(timeline.details(Integer.class)).containsExactly(1, 2);
    }

    @Test
    void knowsWhatWentWrong() {
        Failure failure = () -> new IllegalStateException("on purpose");
        timeline.append("http", "fine");
        timeline.append("http", failure);

        assertThat(timeline.failures()).containsExactly(failure);
        assertThat(timeline.after(2).failures()).isEmpty();
    }

    @Test
    void printsOneLinePerEvent() {
        assertThat(new Event(1, Duration.ofMillis(1234), "smtp", "first")).hasToString("   +1.234s  smtp   first");
    }

    @Test
    void wakesWhoWaitsForAnEvent() throws ExecutionException, InterruptedException {
        CompletableFuture<List<Event>> waiting =
                CompletableFuture.supplyAsync(() -> timeline.awaitEventsAfter(0, Duration.ofMinutes(1)));
        timeline.append("smtp", "first");

        assertThat(waiting.get()).extracting(Event::detail).containsExactly("first");
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        assertThat(timeline.awaitEventsAfter(0, Duration.ofMillis(1))).isEmpty();
        assertThat(Deadline.waitingFor("nothing", Duration.ofMillis(1)).await(timeline, Optional::empty))
                .isEmpty();
    }

    @Test
    void asksOnceAtFirstAndOnceAfterEachEvent() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch askedOnce = new CountDownLatch(1);
        CompletableFuture<Optional<String>> waiting =
                CompletableFuture.supplyAsync(() -> Deadline.waitingFor("an answer", Duration.ofMinutes(1))
                        .await(timeline, () -> {
                            askedOnce.countDown();
                            return asked.incrementAndGet() == 2 ? Optional.of("answer") : Optional.empty();
                        }));
        askedOnce.await();
        timeline.append("smtp", "first");

        assertThat(waiting.get()).contains("answer");
        assertThat(asked).hasValue(2);
    }

    @Nested
    class Journals {

        private final Journal<String> journal = new Journal<>(timeline);

        @Test
        void showAValueAtOnceButEndAWaitOnlyWhenItIsPublished() {
            Journal.Entry<String> entry = journal.record("a");

            assertThat(journal.items()).containsExactly("a");
            assertThat(journal.watch(value -> true, Duration.ofMillis(1), () -> true))
                    .isEmpty();
            entry.publish();
            assertThat(journal.watch(value -> true, Duration.ofMillis(1), () -> true))
                    .contains("a");
        }

        @Test
        void giveEachValueToOneTaker() {
            journal.record("a").publish();
            journal.record("b").publish();

            assertThat(journal.watch(value -> true, Duration.ZERO, () -> true)).contains("a");
            assertThat(journal.watch(value -> true, Duration.ZERO, () -> true)).contains("b");
            assertThat(journal.watch(value -> true, Duration.ZERO, () -> true)).isEmpty();
            assertThat(journal.taken()).containsExactly("a", "b");
        }

        @Test
        void doNotWaitForWhatCannotCome() {
            assertThat(journal.watch(value -> true, Duration.ofHours(1), () -> false))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"PT0.3S, 300 ms", "PT1S, 1 second", "PT5S, 5 seconds", "PT1.5S, 1.5 seconds", "PT1H, 3600 seconds"})
    void durationsAreSaidInWords(Duration duration, String words) {
        assertThat(InWords.of(duration)).isEqualTo(words);
    }

    @Test
    void tellsEachEventInOneLineThatATerminalCanShow() {
        Timeline timeline = new Timeline();
        timeline.append("smtp", "mail \"Hi\u001b[2J\r\n+0.000s  smtp  forged\u202e\"");

        assertThat(timeline.toString().lines())
                .singleElement()
                .asString()
                .endsWith("mail \"Hi\\u001b[2J\\r\\n+0.000s  smtp  forged\\u202e\"");
    }
}
