package io.github.postfixture;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes down what the library says to the log. Tests run side by side: what others say stands there too. */
public final class Journalist extends Handler implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger("io.github.postfixture");

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private Journalist() {}

    public static Journalist listening() {
        Journalist journalist = new Journalist();
        LOGGER.addHandler(journalist);
        return journalist;
    }

    /** Return the next message that will do; null if none comes within half a minute. */
    public @Nullable String await(Predicate<String> wanted) throws InterruptedException {
        String next = said.poll(30, TimeUnit.SECONDS);
        while (next != null && !wanted.test(next)) {
            next = said.poll(30, TimeUnit.SECONDS);
        }
        return next;
    }

    /** Return all messages so far. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void publish(LogRecord message) {
        heard.add(message.getMessage());
        said.add(message.getMessage());
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        LOGGER.removeHandler(this);
    }
}
