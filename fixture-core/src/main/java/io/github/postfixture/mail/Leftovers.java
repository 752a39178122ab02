package io.github.postfixture.mail;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.timeline.Journal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is left over at a server when its test ends: faults that never struck, mail that nobody looked at.
 *
 * @param faults what was to go wrong
 * @param mails what came
 * @param endpoints where clients are connected
 */
record Leftovers(MailFaults faults, Journal<ReceivedMail> mails, MailEndpoints endpoints) {

    private static final Duration TIME_TO_END = Duration.ofSeconds(3);

    /** Return the faults and the mail, one line each. */
    List<String> problems() {
        Stream<String> unseen =
                mails.items().stream().filter(mail -> !mail.isSeen()).map(mail -> "nobody looked at " + mail);
        return Stream.concat(faults.unused().stream(), unseen).toList();
    }

    /** Throw an error if there is something, or a connection is left open. */
    void verifyNone() {
        List<String> left = Stream.concat(problems().stream(), endpoints.leftOpen(TIME_TO_END).stream())
                .toList();
        if (!left.isEmpty()) {
            throw new AssertionError("Expecting nothing to be left over at the mail server, but:\n" + Listing.of(left));
        }
    }
}
