package io.github.postfixture.junit5.capture;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears of exceptions that end threads, before the handler that was there hears of them. */
final class UncaughtExceptions implements ProblemSource, UncaughtExceptionHandler {

    private final Consumer<Problem> listener;
    private volatile boolean listening;
    private @Nullable UncaughtExceptionHandler before;

    UncaughtExceptions(Consumer<Problem> listener) {
        this.listener = listener;
    }

    @Override
    public void install() {
        if (!listening) {
            before = Thread.getDefaultUncaughtExceptionHandler();
            listening = true;
            Thread.setDefaultUncaughtExceptionHandler(this);
        }
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
        if (listening) {
            listener.accept(Problem.uncaught(thread, thrown));
        }
        if (before == null) {
            print(thread, thrown);
        } else {
            before.uncaughtException(thread, thrown);
        }
    }

    /** Do what happens where there is no handler. */
    @SuppressWarnings({"SystemOut", "CatchAndPrintStackTrace"})
    private static void print(Thread thread, Throwable thrown) {
        System.err.print("Exception in thread \"" + thread.getName() + "\" ");
        thrown.printStackTrace(System.err);
    }
}
