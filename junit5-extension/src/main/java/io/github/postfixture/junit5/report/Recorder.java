package io.github.postfixture.junit5.report;

import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.timeline.WaitInterruptedError;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report while its test still runs or is paused, so that a person can read it: each file as it comes, the
 * page whenever nothing has come for a moment, and every few seconds.
 */
public final class Recorder implements AutoCloseable {

    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofDays(1);

    private final FailureReport report;
    private final Timeline timeline;
    private final TestOutcome outcome;
    private final Thread thread;
    private volatile @Nullable Exception failure;

    private Recorder(FailureReport report, Timeline timeline, TestOutcome outcome) {
        this.report = report;
        this.timeline = timeline;
        this.outcome = outcome;
        thread = new Thread(this::record, "postfixture-recorder");
    }

    /** Begin to write. */
    public static Recorder start(FailureReport report, Timeline timeline, TestOutcome outcome) {
        Recorder recorder = new Recorder(report, timeline, outcome);
        recorder.thread.setDaemon(true);
        recorder.thread.start();
        return recorder;
    }

    /** Write what is left, and stop. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Return why the report could not be written, if it could not when this was tried last. */
    public Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    private void record() {
        try {
            int seen = 0;
            while (true) {
                seen += next(seen, LONG);
                long latest = System.nanoTime() + LONGEST.toNanos();
                for (int more = 1; more > 0 && System.nanoTime() < latest; seen += more) {
                    more = next(seen, MOMENT);
                }
                attempt(() -> report.write(outcome));
            }
        } catch (WaitInterruptedError e) {
            Thread.interrupted();
            attempt(() -> report.write(outcome));
        }
    }

    private int next(int seen, Duration timeout) {
        List<Event> events = timeline.awaitEventsAfter(seen, timeout);
        attempt(report::writeFiles);
        return events.size();
    }

    /** Write something; what cannot be written, to a full disk say, is tried again with what comes next. */
    private void attempt(Writing writing) {
        try {
            writing.run();
            failure = null;
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    /** Writes files. */
    private interface Writing {
        void run() throws IOException;
    }
}
