package io.github.postfixture.concurrent;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, and then once. */
public final class Lazy<T> {

    private final Supplier<T> source;
    private @Nullable T value;

    /** Make it later, by this. */
    public Lazy(Supplier<T> source) {
        this.source = source;
    }

    /** Return the value; the first call makes it. */
    public synchronized T get() {
        T made = value;
        if (made == null) {
            made = source.get();
            value = made;
        }
        return made;
    }
}
