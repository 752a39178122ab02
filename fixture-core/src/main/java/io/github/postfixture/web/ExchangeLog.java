package io.github.postfixture.web;

import io.github.postfixture.await.Expectation;
import io.github.postfixture.await.Journal;
import io.github.postfixture.explanation.Printable;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.Distrust;
import io.github.postfixture.web.request.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The exchanges of a server, and the waits for them. */
final class ExchangeLog {

    private static final int MOST_LINES = 40;

    private final Timeline timeline;
    private final Journal<Exchange> journal;
    private final Duration timeout;
    private final BooleanSupplier open;
    private final boolean accessLog;
    private final RecordLimit limit;
    private final Set<Request> pending = ConcurrentHashMap.newKeySet();

    ExchangeLog(Timeline timeline, Duration timeout, BooleanSupplier open, boolean accessLog, long maxRecord) {
        this.timeline = timeline;
        this.timeout = timeout;
        this.open = open;
        this.accessLog = accessLog;
        limit = new RecordLimit(maxRecord);
        journal = new Journal<>(timeline);
    }

    Duration timeout() {
        return timeout;
    }

    boolean isOpen() {
        return open.getAsBoolean();
    }

    /** Take note of a request that is to be answered. */
    void begin(Request request) {
        pending.add(request);
    }

    /** Return the requests that are not answered yet. */
    List<Request> unanswered() {
        return List.copyOf(pending);
    }

    /** Take note that a request is answered, or will not be. */
    void end(Request request) {
        pending.remove(request);
    }

    /** Record an exchange, and return what publishes it. */
    Runnable record(Exchange exchange) {
        Journal.Entry<Exchange> entry = journal.record(exchange);
        limit.add(exchange);
        return () -> {
            entry.publish();
            timeline.append("http", exchange);
            if (accessLog) {
                timeline.append("access", AccessLog.line(exchange));
            }
        };
    }

    /** Forget all exchanges that have ended. */
    void clear() {
        journal.clear();
        limit.clear();
    }

    List<Exchange> all() {
        return journal.items();
    }

    /** Return those that no await has returned. */
    List<Exchange> left() {
        return journal.left();
    }

    /**
     * Wait for exchanges and take them.
     *
     * @param count how many
     * @param condition what is waited for
     * @param timeout how long to wait for all of them
     * @param absence says, as the rest of a sentence, why none came at all
     */
    List<Exchange> await(int count, AwaitCondition condition, Duration timeout, Supplier<String> absence) {
        if (count < 1) {
            throw new IllegalArgumentException("count (" + count + ") must be positive");
        }
        String noun = count == 1 ? "a request" : count + " requests";
        Expectation expected = Expectation.of(noun + condition.inWords(), timeout);
        List<Exchange> taken = journal.take(count, condition, expected.deadline(), open);
        taken.forEach(limit::see);
        if (taken.size() < count) {
            throw missing(expected, new RequestList(condition, takenRequests(), ""), taken.size(), absence);
        }
        return taken;
    }

    Optional<Exchange> watch(AwaitCondition condition, Duration time) {
        return journal.watch(condition, time, open);
    }

    private List<Request> takenRequests() {
        return journal.taken().stream().map(Exchange::request).toList();
    }

    /**
     * Say that something did not come, by an error; if nothing can come any more, by the exception that is returned.
     *
     * @param expected what should have come, such as {@code a request}
     * @param requestList says of each request why it is not the one
     * @param came how many of several came
     * @param absence says, as the rest of a sentence, why none came at all
     */
    RuntimeException missing(Expectation expected, RequestList requestList, int came, Supplier<String> absence) {
        if (!open.getAsBoolean()) {
            return new IllegalStateException("The web server is closed, so " + expected.awaited()
                    + " cannot come any more; await requests before close()");
        }
        String found = all().isEmpty() && pending.isEmpty()
                ? "none came" + absence.get()
                : (came == 0 ? "none came" : "only " + came + " came") + lines(requestList) + advice();
        throw expected.failure(" but " + found, timeline);
    }

    /** Return what to do about clients that did not trust the server, beside those whose requests came. */
    private String advice() {
        return Distrust.advice(timeline.events().stream()
                .flatMap(event -> event.told().stream())
                .toList());
    }

    private String lines(RequestList requestList) {
        Stream<String> done = all().stream().map(requestList::with);
        Stream<String> undone = pending.stream().map(requestList::withPending);
        List<String> lines = Stream.concat(done, undone).toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
        return "; the requests were:\n  "
                + (last.size() < lines.size() ? lines.size() - last.size() + " earlier ones, and\n  " : "")
                + last.stream().map(Printable::line).collect(Collectors.joining("\n  "));
    }
}
