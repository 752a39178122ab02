package io.github.postfixture.timeline;

/** Thrown when a thread is interrupted while it waits for an event; the thread's interrupt flag is set again. */
public final class WaitInterruptedError extends AssertionError {

    private static final long serialVersionUID = 1L;

    WaitInterruptedError(InterruptedException cause) {
        super("Interrupted while waiting for an event", cause);
    }
}
