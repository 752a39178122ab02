package io.github.postfixture.mail;

import io.github.postfixture.mail.smtp.SmtpAttempt;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.assertj.core.api.AssertProvider;

/**
 * Every try of a client to hand over a message to a {@link MailServer}, in the order in which they ended. It grows as
 * they do; safe for use by several threads.
 */
public final class Attempts implements AssertProvider<AttemptsAssert> {

    private final List<Attempt> all = new CopyOnWriteArrayList<>();
    private final Timeline timeline;
    private final Duration timeout;

    Attempts(Timeline timeline, Duration timeout) {
        this.timeline = timeline;
        this.timeout = timeout;
    }

    /** Return those that have ended so far. */
    public List<Attempt> all() {
        return List.copyOf(all);
    }

    @Override
    public AttemptsAssert assertThat() {
        return new AttemptsAssert(this);
    }

    /** Return one line for each. */
    @Override
    public String toString() {
        return Listing.of(all);
    }

    Duration timeout() {
        return timeout;
    }

    /** Wait until what there is fulfils the condition; return whether it does within the timeout. */
    boolean await(Predicate<List<Attempt>> condition) {
        return timeline.await(timeout, () -> condition.test(all()) ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    synchronized void add(SmtpAttempt ended) {
        Attempt attempt = new Attempt(all.size() + 1, ended);
        all.add(attempt);
        if (attempt.outcome() != Attempt.Outcome.ACCEPTED) {
            timeline.append("smtp", attempt);
        }
    }
}
