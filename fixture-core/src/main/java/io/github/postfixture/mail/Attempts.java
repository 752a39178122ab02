package io.github.postfixture.mail;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.mail.smtp.SmtpAttempt;
import io.github.postfixture.timeline.Patience;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.assertj.core.api.AssertProvider;

/**
 * Every try of a client to hand over a message to a {@link MailServer}, in the order in which they began. It grows as
 * they do; safe for use by several threads.
 */
public final class Attempts implements AssertProvider<AttemptsAssert> {

    private final List<SmtpAttempt> ended = new ArrayList<>();
    private final Timeline timeline;
    private final Duration timeout;

    private final Callers callers;

    Attempts(Timeline timeline, Duration timeout, Callers callers) {
        this.timeline = timeline;
        this.timeout = timeout;
        this.callers = callers;
    }

    /** Return those that have ended so far, in the order in which they began. */
    public synchronized List<Attempt> all() {
        return IntStream.range(0, ended.size())
                .mapToObj(index -> new Attempt(index + 1, ended.get(index)))
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
        return all().isEmpty() ? callers.inWords() : "";
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
        Patience patience = Patience.waitingFor(what, timeout);
        return timeline.await(patience, () -> condition.test(all()) ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    /** Add an attempt; one that was accepted is followed by its mail on the timeline. */
    void add(SmtpAttempt attempt) {
        int number = insert(attempt) + 1;
        if (attempt.outcome() != SmtpAttempt.Outcome.ACCEPTED) {
            timeline.append(SmtpReception.SOURCE, new Attempt(number, attempt));
        }
    }

    private synchronized int insert(SmtpAttempt attempt) {
        int index = ended.size();
        while (index > 0 && ended.get(index - 1).began().isAfter(attempt.began())) {
            index--;
        }
        ended.add(index, attempt);
        return index;
    }
}
