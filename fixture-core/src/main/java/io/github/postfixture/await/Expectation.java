package io.github.postfixture.await;

import io.github.postfixture.explanation.CallerFrames;
import io.github.postfixture.timeline.InWords;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a wait is for, and for how long: said in the log if it takes long, and in the failure if it was in vain.
 *
 * @param awaited what is waited for, such as {@code a mail in mailbox alice@example.org} or {@code the end of a session}
 * @param expected the same after the word Expected, such as {@code a session to end}
 * @param timeout how long
 */
public record Expectation(String awaited, String expected, Duration timeout) {

    /** Expect something, in words that follow both "waiting for" and "Expected". */
    public static Expectation of(String thing, Duration timeout) {
        return new Expectation(thing, thing, timeout);
    }

    /** Begin to wait. */
    public Deadline deadline() {
        return Deadline.waitingFor(awaited, timeout);
    }

    /** Wait until a question has an answer; nothing when the time is over. */
    public <T> Optional<T> await(Timeline timeline, Supplier<Optional<T>> question) {
        return deadline().await(timeline, question);
    }

    /**
     * Return the failure of a wait in vain.
     *
     * @param found what there is instead, from the blank or the line feed after the time on
     */
    public AssertionError failure(String found, Timeline timeline) {
        return CallerFrames.of(new AssertionError("Expected " + expected + " within " + InWords.of(timeout) + found));
    }
}
