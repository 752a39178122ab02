package io.github.postfixture.mail.attempt;

import io.github.postfixture.await.Deadline;
import io.github.postfixture.explanation.Listing;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.assertj.core.api.AssertProvider;

/**
 * Every try of a client to hand over a message to a {@link io.github.postfixture.mail.MailServer}, in the order in which they began. It grows as
 * they do; safe for use by several threads.
 */
public final class Attempts implements AssertProvider<AttemptsAssert> {

    private final List<Attempt> ended = new ArrayList<>();
    private final Timeline timeline;
    private final Duration timeout;
    private final Supplier<String> whoConnected;

    /**
     * Begin without one.
     *
     * @param whoConnected tells who connected to the server, in words, for a failure that found no attempt
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Attempts(Timeline timeline, Duration timeout, Supplier<String> whoConnected) {
        this.timeline = timeline;
        this.timeout = timeout;
        this.whoConnected = whoConnected;
    }

    /** Return those that have ended so far, in the order in which they began. */
    public synchronized List<Attempt> all() {
        return IntStream.range(0, ended.size())
                .mapToObj(index -> ended.get(index).numbered(index + 1))
                .toList();
    }

    @Override
    public AttemptsAssert assertThat() {
        return new AttemptsAssert(this);
    }

    /** Return one line for each. */
    @Override
    public String toString() {
        return Listing.of(all());
    }

    /** Return why there is none; nothing if there is one. */
    String whyNone() {
        return all().isEmpty() ? whoConnected.get() : "";
    }

    Duration timeout() {
        return timeout;
    }

    /**
     * Wait until what there is fulfils the condition; return whether it does within the timeout.
     *
     * @param what is waited for, in words
     */
    boolean await(String what, Predicate<List<Attempt>> condition) {
        return Deadline.waitingFor(what, timeout)
                .await(timeline, () -> condition.test(all()) ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    /**
     * Add an attempt by a protocol or an API, under whose name the timeline tells it; one that was accepted is followed by its mail on the timeline.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public void add(String protocol, Attempt attempt) {
        int number = insert(attempt) + 1;
        if (attempt.outcome() != Attempt.Outcome.ACCEPTED) {
            timeline.append(protocol, attempt.numbered(number));
        }
    }

    /**
     * Forget all of them.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public synchronized void clear() {
        ended.clear();
    }

    private synchronized int insert(Attempt attempt) {
        int index = ended.size();
        while (index > 0 && ended.get(index - 1).began().isAfter(attempt.began())) {
            index--;
        }
        ended.add(index, attempt);
        return index;
    }
}
