package io.github.postfixture.mail;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, and then once. */
final class Lazy<T> {

    private final Supplier<T> source;
    private @Nullable T value;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    synchronized T get() {
        T made = value;
        if (made == null) {
            made = source.get();
            value = made;
        }
        return made;
    }
}
