package io.github.postfixture.web;

import io.github.postfixture.timeline.InWords;
import io.github.postfixture.timeline.Journal;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The exchanges of a server, and the waits for them. */
final class Exchanges {

    private static final int MOST_LINES = 40;

    private final Timeline timeline;
    private final Journal<Exchange> journal;
    private final Duration timeout;
    private final BooleanSupplier open;
    private final boolean accessLog;

    Exchanges(Timeline timeline, Duration timeout, BooleanSupplier open, boolean accessLog) {
        this.timeline = timeline;
        this.timeout = timeout;
        this.open = open;
        this.accessLog = accessLog;
        journal = new Journal<>(timeline);
    }

    /** Record an exchange, and return what publishes it. */
    Runnable record(Exchange exchange) {
        Journal.Entry<Exchange> entry = journal.record(exchange);
        return () -> {
            entry.publish();
            timeline.append("http", exchange);
            if (accessLog) {
                timeline.append("access", AccessLog.line(exchange));
            }
        };
    }

    List<Exchange> all() {
        return journal.items();
    }

    /**
     * Wait for exchanges and take them.
     *
     * @param count how many
     * @param wanted what is waited for
     * @param stubs says what the server would answer
     */
    List<Exchange> await(int count, Wanted wanted, Supplier<String> stubs) {
        List<Exchange> taken = journal.take(count, wanted, timeout, open);
        if (taken.size() < count) {
            throw missing(taken, wanted, (count == 1 ? "a request" : count + " requests") + wanted.inWords(), stubs);
        }
        return taken;
    }

    Optional<Exchange> watch(Wanted wanted, Duration time) {
        return journal.take(wanted, time, open);
    }

    private RuntimeException missing(List<Exchange> taken, Wanted wanted, String description, Supplier<String> stubs) {
        if (!open.getAsBoolean()) {
            return new IllegalStateException("The web server is closed, so " + description
                    + " cannot come any more; await requests before close()");
        }
        String expected = "Expected " + description + " within " + InWords.of(timeout) + " but ";
        throw new AssertionError(
                all().isEmpty() ? expected + "none came; " + stubs.get() : expected + found(taken) + lines(wanted));
    }

    private static String found(List<Exchange> taken) {
        return taken.isEmpty() ? "none came" : "only " + taken.size() + " came";
    }

    private String lines(Wanted wanted) {
        List<Exchange> returned = journal.taken();
        List<String> lines = all().stream()
                .map(exchange ->
                        exchange + (returned.contains(exchange) ? ", taken by an await" : wanted.complaint(exchange)))
                .toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
        return "; the requests were:\n  "
                + (last.size() < lines.size() ? lines.size() - last.size() + " earlier ones, and\n  " : "")
                + String.join("\n  ", last);
    }
}
