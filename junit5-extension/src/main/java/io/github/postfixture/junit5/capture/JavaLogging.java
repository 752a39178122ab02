package io.github.postfixture.junit5.capture;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Hears what is logged by {@code java.util.logging}, by a handler of its root. */
final class JavaLogging extends Handler implements ProblemSource {

    private final Consumer<Problem> listener;
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Logger root = Logger.getLogger("");

    JavaLogging(Consumer<Problem> listener) {
        this.listener = listener;
        setLevel(Level.WARNING);
    }

    @Override
    public void install() {
        if (!Arrays.asList(root.getHandlers()).contains(this)) {
            root.addHandler(this);
        }
    }

    @Override
    public void remove() {
        root.removeHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
        String logger = Objects.requireNonNullElse(entry.getLoggerName(), "");
        if (isLoggable(entry) && !LogSources.isOurs(logger)) {
            listener.accept(Problem.logged(
                    entry.getLevel().intValue() >= Level.SEVERE.intValue() ? "ERROR" : "WARN",
                    logger,
                    formatter.formatMessage(entry),
                    entry.getThrown()));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
