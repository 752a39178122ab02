package io.github.postfixture.web;

import io.github.postfixture.timeline.Journal;
import io.github.postfixture.timeline.Patience;
import io.github.postfixture.timeline.Timeline;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What came of one kind and is known from its first moment on, and the wait for the next. */
final class Arrivals<T> {

    private final String noun;
    private final String lack;
    private final Exchanges exchanges;
    private final Function<T, Request> request;
    private final Journal<T> journal;

    /**
     * Prepare to take note.
     *
     * @param noun what comes, such as {@code a WebSocket}
     * @param lack what a request lacks that is none, such as {@code is not a WebSocket}; empty if every request is one
     */
    Arrivals(String noun, String lack, Exchanges exchanges, Timeline timeline, Function<T, Request> request) {
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
        Wanted wanted = Wanted.of(criteria);
        Patience patience = Patience.waitingFor(noun + wanted.inWords(), exchanges.timeout());
        return journal.take(item -> criteria.test(request.apply(item)), patience, exchanges::isOpen)
                .orElseThrow(() -> exchanges.missing(noun, wanted, new Remarks(wanted, taken(), lack), 0, absence));
    }

    private List<Request> taken() {
        return journal.taken().stream().map(request).toList();
    }
}
