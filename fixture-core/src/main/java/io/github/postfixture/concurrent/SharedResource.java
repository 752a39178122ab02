package io.github.postfixture.concurrent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part that all fixtures of the JVM share and that stays warm from one to the next: it starts when it is first asked
 * for, and again after it was stopped. Safe for use by several threads.
 *
 * @param <T> what it is
 */
public final class SharedResource<T> {

    private static final Deque<SharedResource<?>> RUNNING = new ArrayDeque<>();

    private final Supplier<T> start;
    private final Consumer<T> stop;
    private volatile @Nullable T running;

    private SharedResource(Supplier<T> start, Consumer<T> stop) {
        this.start = start;
        this.stop = stop;
    }

    /**
     * Describe a part.
     *
     * @param start starts it, and with it the parts that it asks for, which stop after it
     * @param stop stops it, and returns when its threads have ended
     */
    public static <T> SharedResource<T> part(Supplier<T> start, Consumer<T> stop) {
        return new SharedResource<>(start, stop);
    }

    /** Return the part, which starts now if it does not run. */
    public T get() {
        T part = running;
        return part == null ? started() : part;
    }

    /** Take all parts that run, the last that started first, and return what stops each; who asks for one starts another. */
    public static List<Runnable> takeAll() {
        List<Runnable> stops = new ArrayList<>();
        synchronized (RUNNING) {
            while (!RUNNING.isEmpty()) {
                stops.add(RUNNING.pop().taken());
            }
        }
        return stops;
    }

    private T started() {
        synchronized (RUNNING) {
            T part = running;
            if (part == null) {
                part = start.get();
                running = part;
                RUNNING.push(this);
            }
            return part;
        }
    }

    private Runnable taken() {
        T part = running;
        running = null;
        return () -> {
            if (part != null) {
                stop.accept(part);
            }
        };
    }
}
