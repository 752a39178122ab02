package io.github.postfixture.mail.message;

import io.github.postfixture.timeline.InWords;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Two mails for the same recipients that are the same but for dates, ids and boundaries.
 *
 * @param first the one that came first
 * @param second the other
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record RepeatedMail(ReceivedMail first, ReceivedMail second) {

    /** Return the first such two. */
    public static Optional<RepeatedMail> in(List<ReceivedMail> mails) {
        Map<List<Object>, ReceivedMail> seen = new HashMap<>();
        for (ReceivedMail mail : mails) {
            ReceivedMail earlier =
                    seen.putIfAbsent(List.of(mail.envelope().recipients(), ApprovedMail.scrubbed(mail)), mail);
            if (earlier != null) {
                return Optional.of(new RepeatedMail(earlier, mail));
            }
        }
        return Optional.empty();
    }

    /** Return how far apart they came, and in what they differ. */
    @Override
    public String toString() {
        List<String> differing = first.headerNames().stream()
                .distinct()
                .filter(name -> !first.headers(name).equals(second.headers(name)))
                .toList();
        String difference = differing.isEmpty() ? "are the same" : "differ only in " + String.join(", ", differing);
        Duration apart =
                Duration.between(first.receivedAt(), second.receivedAt()).abs();
        return InWords.of(apart) + " apart; they " + difference + ": sent twice?";
    }
}
