package io.github.postfixture.mail.attempt;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.Quantity;
import io.github.postfixture.mail.attempt.Attempt.Outcome;
import io.github.postfixture.mime.AddressSpec;
import io.github.postfixture.timeline.InWords;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** Assertions on the {@link Attempts} of clients: how they bear refusals, and how they use a connection. */
public class AttemptsAssert extends AbstractExplainedAssert<AttemptsAssert, Attempts> {

    AttemptsAssert(Attempts actual) {
        super(actual, AttemptsAssert.class);
        hideSubject();
    }

    /** Verify that a message is accepted, now or within the timeout of the server. */
    public AttemptsAssert succeeded() {
        boolean succeeded = actual.await(
                "an attempt that is accepted",
                attempts -> attempts.stream().anyMatch(attempt -> attempt.outcome() == Outcome.ACCEPTED));
        if (!succeeded) {
            throw failed("an attempt to be accepted within " + InWords.of(actual.timeout()), "none was");
        }
        return this;
    }

    /** Verify that so many attempts failed before the first that was accepted; wait for that as {@link #succeeded()} does. */
    public AttemptsAssert succeededAfterFailures(int failures) {
        succeeded();
        long failed = actual.all().stream()
                .takeWhile(attempt -> attempt.outcome() != Outcome.ACCEPTED)
                .count();
        if (failed != failures) {
            throw failed(
                    "an attempt to be accepted after " + Quantity.of(failures, "failure"),
                    "one was after " + Quantity.of(failed, "failure"));
        }
        return this;
    }

    /** Verify that there are so many, now or within the timeout of the server. */
    public AttemptsAssert hasSize(int count) {
        actual.await(count + " attempts to send", attempts -> attempts.size() >= count);
        if (actual.all().size() != count) {
            throw failed(
                    Quantity.of(count, "attempt"), "there were " + actual.all().size());
        }
        return this;
    }

    /** Verify that there are attempts, and that each begins at least so long after the end of the one before. */
    public AttemptsAssert wereApart(Duration atLeast) {
        List<Attempt> all = actual.all();
        if (all.isEmpty()) {
            throw failed("attempts that begin " + InWords.of(atLeast) + " after one another", "");
        }
        for (int i = 1; i < all.size(); i++) {
            Attempt before = all.get(i - 1);
            Duration pause = Duration.between(
                    before.began().plus(before.took()), all.get(i).began());
            if (pause.compareTo(atLeast) < 0) {
                throw failed(
                        "attempts that begin " + InWords.of(atLeast) + " after one another",
                        "#" + all.get(i).number() + " began " + InWords.of(pause.isNegative() ? Duration.ZERO : pause)
                                + " after #" + before.number());
            }
        }
        return this;
    }

    /** Verify that all are made on one connection. */
    public AttemptsAssert reusedOneConnection() {
        long connections = actual.all().stream().map(Attempt::peer).distinct().count();
        if (connections != 1) {
            throw failed("all attempts to be made on one connection", "they were made on " + connections);
        }
        return this;
    }

    /** Verify that each is encrypted before the client sends what it logs in with, if it does, even if that is refused. */
    public AttemptsAssert encryptedBeforeAuth() {
        return verifyEach(
                "be encrypted before the client logs in",
                attempt -> " was not: " + attempt.whyUnencrypted(),
                attempt -> !attempt.sentSecretInClear()
                        && (attempt.identity().isEmpty() || attempt.tls().isPresent()));
    }

    /** Verify that each is made by an authenticated client. */
    public AttemptsAssert wereAuthenticatedAs(String identity) {
        return verifyEach(
                "be made by " + identity,
                attempt -> attempt.identity()
                        .filter(name -> AddressSpec.isSame(identity, name))
                        .isPresent());
    }

    /** Verify that each sends commands ahead (RFC 2920). */
    public AttemptsAssert werePipelined() {
        return verifyEach("send commands ahead", Attempt::isPipelined);
    }

    /** Verify that each connection ends with {@code QUIT}, now or within the timeout of the server. */
    public AttemptsAssert endedWithQuit() {
        actual.await("a QUIT after each attempt", attempts -> attempts.stream().allMatch(Attempt::endedWithQuit));
        return verifyEach("end with QUIT", Attempt::endedWithQuit);
    }

    /** Go on to the attempts so far. */
    public ListAssert<Attempt> all() {
        return Assertions.assertThat(actual.all()).as("attempts");
    }

    private AttemptsAssert verifyEach(String expectation, Predicate<Attempt> condition) {
        return verifyEach(expectation, attempt -> expectation.startsWith("be ") ? " was not" : " did not", condition);
    }

    private AttemptsAssert verifyEach(
            String expectation, Function<Attempt, String> otherwise, Predicate<Attempt> condition) {
        List<Attempt> others = actual.all().stream().filter(condition.negate()).toList();
        if (actual.all().isEmpty() || !others.isEmpty()) {
            throw failed(
                    "each attempt to " + expectation,
                    others.isEmpty() ? "" : "#" + others.get(0).number() + otherwise.apply(others.get(0)));
        }
        return this;
    }

    private AssertionError failed(String expectation, String instead) {
        boolean none = actual.all().isEmpty();
        return failing(FailureMessage.expected(expectation, none ? "nobody tried to send" : instead)
                .with(none ? actual.whyNone().strip() : "The attempts were:\n" + actual));
    }
}
