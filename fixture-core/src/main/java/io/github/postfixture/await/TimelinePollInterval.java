package io.github.postfixture.await;

import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.awaitility.pollinterval.PollInterval;

/**
 * The time between two evaluations of a condition: until the next event of a timeline, and no longer than 100 ms, for what
 * a timeline does not tell. An event that happens while the condition is evaluated ends it at once.
 *
 * <p>A condition may cause events itself, as by opening a page of the server that it waits for. So two evaluations
 * are always a fiftieth of the time apart that has been waited by then; whoever waits for a second polls no more than
 * some hundred times, and learns of an event at most 20 ms late. Safe for use by several threads.
 */
final class TimelinePollInterval implements PollInterval {

    private static final Duration LONGEST = Duration.ofMillis(100);
    private static final int SHARE = 50;

    private final Timeline timeline;
    private final Duration longest;
    private final LongSupplier clock;

    @SuppressWarnings("ThreadLocalUsage") // it goes with the factory, which goes with its test
    private final ThreadLocal<Progress> progress;

    TimelinePollInterval(Timeline timeline) {
        this(timeline, LONGEST, System::nanoTime);
    }

    TimelinePollInterval(Timeline timeline, Duration longest, LongSupplier clock) {
        this.timeline = timeline;
        this.longest = longest;
        this.clock = clock;
        long changes = timeline.changes();
        progress = ThreadLocal.withInitial(() -> new Progress(changes));
    }

    /** Wait for an event after those that the last evaluation could see, and return how long to wait on all the same. */
    @Override
    public Duration next(int pollCount, Duration previous) {
        Progress own = progress.get();
        long evaluated = clock.getAsLong();
        own.began = pollCount == 1 ? evaluated : own.began;
        own.seen = timeline.awaitChangeAfter(own.seen, longest);
        long apart = Math.min((evaluated - own.began) / SHARE, longest.toNanos());
        return Duration.ofNanos(Math.max(0, evaluated + apart - clock.getAsLong()));
    }

    /** How far the wait of one thread is. */
    private static final class Progress {

        private long began;
        private long seen;

        Progress(long seen) {
            this.seen = seen;
        }
    }
}
