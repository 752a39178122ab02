package io.github.postfixture;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a thread has spent; nothing of it depends on what else the machine does.
 *
 * @param nanos time of the processor
 * @param bytes memory that was allocated
 */
record Cost(long nanos, long bytes) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long CHEAP_NANOS = 100_000_000;
    private static final long CHEAP_BYTES = 32 << 20;
    private static final int STEEP = 10;

    static Cost ofThisThread() {
        return new Cost(
                THREADS.getCurrentThreadCpuTime(),
                THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()));
    }

    Cost minus(Cost earlier) {
        return new Cost(nanos - earlier.nanos, bytes - earlier.bytes);
    }

    Cost plus(Cost other) {
        return new Cost(nanos + other.nanos, bytes + other.bytes);
    }

    /**
     * Return whether this is rather the square of what a quarter of the input costs, which is 16 times as much, than
     * in proportion; what is cheap may cost what it likes.
     */
    boolean isSteeperThan(Cost ofAQuarter) {
        return nanos > Math.max(CHEAP_NANOS, STEEP * ofAQuarter.nanos)
                || bytes > Math.max(CHEAP_BYTES, STEEP * ofAQuarter.bytes);
    }
}
