package io.github.postfixture.await;

import io.github.postfixture.timeline.InWords;
import io.github.postfixture.timeline.TestStep.Kind;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.timeline.WaitInterruptedError;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How long a wait goes on, and what it says meanwhile: after two seconds what it waits for, once; and when its time is over
 * while a debugger may be attached, that it goes on for sixty times as long. Not safe for use by several threads.
 */
public final class Deadline {

    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final int STRETCH = 60;

    private final Duration timeout;
    private final String what;
    private final BooleanSupplier debugger;
    private final Consumer<String> voice;
    private final LongSupplier clock;
    private final long speakAt;
    private long deadline;
    private boolean spoken;
    private boolean stretched;

    Deadline(Duration timeout, String what, BooleanSupplier debugger, Consumer<String> voice, LongSupplier clock) {
        this.timeout = timeout;
        this.what = what;
        this.debugger = debugger;
        this.voice = voice;
        this.clock = clock;
        speakAt = clock.getAsLong() + SILENCE.toNanos();
        deadline = clock.getAsLong() + timeout.toNanos();
    }

    /** Wait for something that ought to come, such as {@code a mail in mailbox alice@example.org}. */
    public static Deadline waitingFor(String what, Duration timeout) {
        return new Deadline(timeout, what, Debugger::isAttached, Deadline::log, System::nanoTime);
    }

    /** Watch for something that ought not to come: exactly as long as said, and silently. */
    public static Deadline exactly(Duration timeout) {
        return new Deadline(timeout, "", () -> false, text -> {}, System::nanoTime);
    }

    /**
     * Wait until a question has an answer. It is asked at once, and again after every event of the timeline, on the calling
     * thread and without a lock held; it must be quick and free of side effects.
     *
     * @param question gives the answer, or nothing as long as there is none
     * @return the answer, or nothing when the time is over
     * @throws WaitInterruptedError if the thread is interrupted
     */
    public <T> Optional<T> await(Timeline timeline, Supplier<Optional<T>> question) {
        long seen = timeline.changes();
        Optional<T> answer = question.get();
        if (answer.isPresent()) {
            tell(timeline, well(true), "got %s at once", "found at once what ought not to come");
            return answer;
        }
        tell(timeline, Kind.WAIT, "waits for %s, at most %s", "watches for %2$s");
        while (answer.isEmpty() && goesOn()) {
            seen = timeline.awaitChangeAfter(seen, Duration.ofNanos(nanosToNextQuestion()));
            answer = question.get();
        }
        tellEnd(timeline, answer.isPresent());
        return answer;
    }

    private void tellEnd(Timeline timeline, boolean came) {
        if (came) {
            tell(timeline, well(true), "got %s", "saw what ought not to come");
        } else {
            tell(timeline, well(false), "waited for %s in vain", "saw nothing that ought not to come");
        }
    }

    private void tell(Timeline timeline, Kind kind, String wait, String watch) {
        timeline.step(kind, () -> (isWait() ? wait : watch).formatted(what, InWords.of(timeout)));
    }

    /** Return what it is to the test that something came, or did not: what it waited for, or what it watched for. */
    private Kind well(boolean came) {
        if (came == isWait()) {
            return came ? Kind.STEP : Kind.QUIET;
        }
        return Kind.IN_VAIN;
    }

    private boolean isWait() {
        return !what.isEmpty();
    }

    /**
     * Wait for something that tells itself when it is there.
     *
     * @throws TimeoutException if it is not when the time is over
     */
    public <T> T await(Future<T> result) throws ExecutionException, InterruptedException, TimeoutException {
        while (goesOn()) {
            try {
                return result.get(nanosToNextQuestion(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                // The wait may go on.
            }
        }
        throw new TimeoutException(what + " did not come within " + InWords.of(timeout));
    }

    /** Return whether to wait on, and say what there is to say. */
    boolean goesOn() {
        if (left(deadline) <= 0 && !stretched && debugger.getAsBoolean()) {
            stretch();
        }
        boolean more = left(deadline) > 0;
        if (more && !spoken && left(speakAt) <= 0) {
            spoken = true;
            voice.accept("Still waiting for " + what + ", at most " + InWords.of(timeout));
        }
        return more;
    }

    /** Return after how many nanoseconds to ask again whether to wait on. */
    long nanosToNextQuestion() {
        return spoken ? left(deadline) : Math.max(1, Math.min(left(deadline), left(speakAt)));
    }

    private void stretch() {
        stretched = true;
        deadline += (STRETCH - 1) * timeout.toNanos();
        spoken = true;
        voice.accept("Waiting for " + what + " for " + InWords.of(timeout.multipliedBy(STRETCH)) + " instead of "
                + InWords.of(timeout) + ", as this JVM was started for a debugger");
    }

    private long left(long moment) {
        return moment - clock.getAsLong();
    }

    private static void log(String text) {
        System.getLogger("io.github.postfixture").log(Level.INFO, text);
    }
}
