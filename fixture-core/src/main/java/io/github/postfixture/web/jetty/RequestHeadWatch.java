package io.github.postfixture.web.jetty;

import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Knows of a connection of HTTP/1 whether the head of a request has begun to arrive and is not complete yet. */
final class RequestHeadWatch {

    private enum State {
        NOTHING,
        BEGUN,
        COMPLETE,
        TOO_LATE,
        OFF
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.NOTHING);
    private volatile Scheduler.@Nullable Task deadline;

    /** Take note that bytes came. */
    void begin() {
        if (state.get() == State.NOTHING) {
            state.compareAndSet(State.NOTHING, State.BEGUN);
        }
    }

    /** Return whether the rest of a head is waited for, with no deadline yet. */
    boolean needsDeadline() {
        return state.get() == State.BEGUN && deadline == null;
    }

    /** Set the deadline. */
    void setDeadline(Scheduler.Task task) {
        deadline = task;
    }

    /** Take note that a head is complete, and return whether it is in time. */
    boolean complete() {
        cancelDeadline();
        return state.getAndUpdate(now -> now == State.TOO_LATE || now == State.OFF ? now : State.COMPLETE)
                != State.TOO_LATE;
    }

    /** Take note that the request is answered. */
    void reset() {
        state.compareAndSet(State.COMPLETE, State.NOTHING);
    }

    /** Give up if the rest of a head is waited for, and return whether it was. */
    boolean giveUp() {
        return state.compareAndSet(State.BEGUN, State.TOO_LATE);
    }

    /** Watch no more: something else is spoken from now on. */
    void turnOff() {
        cancelDeadline();
        state.set(State.OFF);
    }

    private void cancelDeadline() {
        Scheduler.Task task = deadline;
        if (task != null) {
            task.cancel();
            deadline = null;
        }
    }
}
