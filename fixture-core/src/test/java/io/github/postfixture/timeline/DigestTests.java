package io.github.postfixture.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DigestTests {

    private final List<Event> events = new ArrayList<>();

    @Test
    void isAllOfAFewEvents() {
        add("poll 1", "poll 2", "poll 3", "poll 4");

        assertThat(digest(4)).containsExactly("poll 1", "poll 2", "poll 3", "poll 4");
    }

    @Test
    void hasWhatRepeatsOnce() {
        add("cause");
        IntStream.range(0, 88).forEach(i -> add("GET /poll?n=" + i + " -> 200"));
        add("effect");

        assertThat(digest(20))
                .containsExactly(
                        "cause", "GET /poll?n=0 -> 200", "(87 similar events left out, until +0.089s)", "effect");
    }

    @Test
    void hasGroupsThatRepeatOnce() {
        add("cause");
        IntStream.range(0, 7).forEach(i -> add("login " + i, "select", "idle"));
        add("login 8", "effect");

        assertThat(digest(10))
                .containsExactly(
                        "cause",
                        "login 0",
                        "select",
                        "idle",
                        "(18 similar events left out: the 3 before, 6 more times, until +0.022s)",
                        "login 8",
                        "effect");
    }

    @Test
    void lacksTheMiddleOfWhatDoesNotRepeat() {
        IntStream.range(0, 100).forEach(i -> add("event " + "x".repeat(i)));

        List<String> digest = digest(10);

        assertThat(digest).hasSize(10).startsWith("event ", "event x", "event xx", "(91 events left out here)");
        assertThat(digest).endsWith("event " + "x".repeat(98), "event " + "x".repeat(99));
    }

    @Test
    void countsWhatIsLeftOutTwice() {
        IntStream.range(0, 30).forEach(i -> add("a".repeat(i), "b", "b", "b", "b"));

        assertThat(Digest.of(events, 10).stream()
                        .mapToInt(line -> line instanceof Digest.LeftOut left ? left.count() : 1)
                        .sum())
                .isEqualTo(150);
    }

    @Test
    void neverTakesFailuresForRepeats() {
        Failure failure = () -> new IllegalStateException("x");
        IntStream.range(0, 9).forEach(i -> events.add(new Event(i + 1, Duration.ofMillis(i), "http", failure)));

        assertThat(Digest.of(events, 8))
                .filteredOn(Digest.Shown.class::isInstance)
                .hasSize(7);
    }

    @Test
    @Timeout(60)
    void takesTimeInProportion() {
        IntStream.range(0, 300_000).forEach(i -> add(i % 7 == 0 ? "a" : "b", "c" + i % 3, "x".repeat(i % 11)));

        assertThat(Digest.of(events, 45)).hasSizeLessThanOrEqualTo(45);
    }

    private void add(String... details) {
        Arrays.stream(details)
                .forEach(detail ->
                        events.add(new Event(events.size() + 1, Duration.ofMillis(events.size() + 1), "imap", detail)));
    }

    private List<String> digest(int most) {
        return Digest.of(events, most).stream()
                .map(line -> line instanceof Digest.Shown shown ? shown.event().inWords() : line.toString())
                .toList();
    }
}
