package io.github.postfixture.junit5.capture;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears of exceptions that end threads, before the handler that was there hears of them. */
final class UncaughtExceptions implements ProblemSource, UncaughtExceptionHandler {

    private final Consumer<Problem> listener;
    private final ThreadLocal<Boolean> passing = ThreadLocal.withInitial(() -> false);
    private volatile boolean listening;
    private volatile @Nullable UncaughtExceptionHandler first;
    private volatile @Nullable UncaughtExceptionHandler before;

    UncaughtExceptions(Consumer<Problem> listener) {
        this.listener = listener;
    }

    /** Stand before the handler that is there; one that came since passes on to this one, or takes its place. */
    @Override
    public void install() {
        UncaughtExceptionHandler there = Thread.getDefaultUncaughtExceptionHandler();
        if (there != this) {
            first = listening ? first : there;
            before = there;
            Thread.setDefaultUncaughtExceptionHandler(this);
        }
        listening = true;
    }

    /** Put the handler back that was there; one that has come since keeps this one, which only passes on from now on. */
    @Override
    public void remove() {
        listening = false;
        if (Thread.getDefaultUncaughtExceptionHandler() == this) {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (passing.get()) {
            pass(first, thread, thrown);
            return;
        }
        if (listening) {
            listener.accept(Problem.uncaught(thread, thrown));
        }
        passing.set(true);
        try {
            pass(before, thread, thrown);
        } finally {
            passing.remove();
        }
    }

    private static void pass(@Nullable UncaughtExceptionHandler next, Thread thread, Throwable thrown) {
        if (next == null) {
            print(thread, thrown);
        } else {
            next.uncaughtException(thread, thrown);
        }
    }

    /** Do what happens where there is no handler. */
    @SuppressWarnings({"SystemOut", "CatchAndPrintStackTrace"})
    private static void print(Thread thread, Throwable thrown) {
        System.err.print("Exception in thread \"" + thread.getName() + "\" ");
        thrown.printStackTrace(System.err);
    }
}
