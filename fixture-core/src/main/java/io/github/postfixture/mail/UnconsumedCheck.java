package io.github.postfixture.mail;

import io.github.postfixture.await.Journal;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.timeline.Failure;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is left over at a server when its test ends: sessions that failed, faults that never struck, mail that nobody
 * looked at.
 *
 * @param faults what was to go wrong
 * @param mails what came
 * @param seen what somebody has looked at
 * @param endpoints where clients are connected
 * @param timeline what has happened
 */
record UnconsumedCheck(
        MailFaults faults, Journal<ReceivedMail> mails, SeenMails seen, MailEndpoints endpoints, Timeline timeline) {

    private static final Duration TIME_TO_END = Duration.ofSeconds(3);

    /** Return the failures, the faults and the mail, one line each. */
    List<String> problems() {
        Stream<String> unseen =
                mails.items().stream().filter(mail -> !seen.contains(mail)).map(mail -> "nobody looked at " + mail);
        return Stream.of(failures().stream().map(Failure::toString), faults.script().unused().stream(), unseen)
                .flatMap(lines -> lines)
                .toList();
    }

    /** Throw an error if a session has failed; and, if the server is strict, if there is anything. */
    void verify(boolean strictly) {
        if (strictly) {
            verifyNone();
        } else if (!failures().isEmpty()) {
            throw withCauses(FailureMessage.because("no session at the mail server to fail", failures())
                    .error());
        }
    }

    private void verifyNone() {
        List<String> left = Stream.concat(problems().stream(), endpoints.leftOpen(TIME_TO_END).stream())
                .toList();
        if (!left.isEmpty()) {
            throw withCauses(FailureMessage.because("nothing to be left over at the mail server", left)
                    .error());
        }
    }

    private AssertionError withCauses(AssertionError error) {
        failures().forEach(failure -> error.addSuppressed(failure.cause()));
        return error;
    }

    private List<Failure> failures() {
        return timeline.failures().stream()
                .filter(SessionFailure.class::isInstance)
                .toList();
    }
}
