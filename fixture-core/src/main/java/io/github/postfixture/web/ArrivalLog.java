package io.github.postfixture.web;

import io.github.postfixture.await.Expectation;
import io.github.postfixture.await.Journal;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.request.RequestCriteria;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Logs arrivals of one kind from their first moment on, and waits for the next. */
final class ArrivalLog<T> {

    private final String noun;
    private final String lack;
    private final ExchangeLog exchanges;
    private final Function<T, Request> request;
    private final Journal<T> journal;

    /**
     * Prepare to take note.
     *
     * @param noun what comes, such as {@code a WebSocket}
     * @param lack what a request lacks that is none, such as {@code is not a WebSocket}; empty if every request is one
     */
    ArrivalLog(String noun, String lack, ExchangeLog exchanges, Timeline timeline, Function<T, Request> request) {
        this.noun = noun;
        this.lack = lack;
        this.exchanges = exchanges;
        this.request = request;
        journal = new Journal<>(timeline);
    }

    /** Take note of one; who waits for it learns of it at the timeline's next event. */
    void add(T item) {
        journal.record(item).publish();
    }

    /**
     * Wait for one whose request meets the criteria, and take it.
     *
     * @param absence says, as the rest of a sentence, why no request came at all
     */
    T await(RequestCriteria criteria, Supplier<String> absence) {
        AwaitCondition condition = AwaitCondition.of(criteria);
        Expectation expected = Expectation.of(noun + condition.inWords(), exchanges.timeout());
        return journal.take(item -> criteria.test(request.apply(item)), expected.deadline(), exchanges::isOpen)
                .orElseThrow(() -> exchanges.missing(expected, new RequestList(condition, taken(), lack), 0, absence));
    }

    /** Forget all of them. */
    void clear() {
        journal.clear();
    }

    private List<Request> taken() {
        return journal.taken().stream().map(request).toList();
    }
}
