package io.github.postfixture.mail.greenmail;

import io.github.postfixture.await.Deadline;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.timeline.WaitInterruptedError;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Opens when there are so many messages; it counts them itself, whenever something happens. */
final class MessageLatch extends CountDownLatch {

    private final Timeline timeline;
    private final IntSupplier messages;
    private final int wanted;

    MessageLatch(Timeline timeline, IntSupplier messages, int wanted) {
        super(0);
        this.timeline = timeline;
        this.messages = messages;
        this.wanted = wanted;
    }

    @Override
    public long getCount() {
        return Math.max(0, wanted - messages.getAsInt());
    }

    @Override
    public void countDown() {
        // The messages are what is counted.
    }

    @Override
    public void await() throws InterruptedException {
        boolean open = false;
        while (!open) {
            open = await(1, TimeUnit.DAYS);
        }
    }

    @Override
    public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
        try {
            return deadline(Duration.of(timeout, unit.toChronoUnit()))
                    .await(timeline, this::opened)
                    .isPresent();
        } catch (WaitInterruptedError e) {
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    private Deadline deadline(Duration timeout) {
        return Deadline.waitingFor(wanted + " messages in all mailboxes", timeout);
    }

    private Optional<Boolean> opened() {
        return getCount() == 0 ? Optional.of(true) : Optional.empty();
    }
}
