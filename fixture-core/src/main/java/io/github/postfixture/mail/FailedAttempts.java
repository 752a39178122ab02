package io.github.postfixture.mail;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.mail.attempt.Attempt;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.FaultStrike;
import io.github.postfixture.timeline.InWords;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * How attempts ended that brought no mail.
 *
 * @param events those that tell of attempts, in order; at least one
 * @param timeline what else happened
 */
record FailedAttempts(List<Event> events, Timeline timeline) {

    /** Return how a sentence goes on that says that no mail came, up to its end, with the lines that follow it. */
    String inWords() {
        return sentence() + faultLeft();
    }

    /** Return what the fault that struck last would do next; a line feed in front. */
    private String faultLeft() {
        Optional<OptionalInt> left = timeline.details(FaultStrike.class).stream()
                .filter(strike -> lastReply().filter(strike.words()::contains).isPresent())
                .map(FaultStrike::left)
                .reduce((first, last) -> last);
        return left.map(strikes -> "\n" + next(strikes)
                        + " Either the application gave up, or it waits longer between attempts than this test waits.")
                .orElse("");
    }

    private static String next(OptionalInt strikes) {
        if (strikes.isEmpty()) {
            return "The fault would refuse every other attempt, too.";
        }
        return switch (strikes.getAsInt()) {
            case 0 -> "The fault is used up: one more attempt would pass.";
            case 1 -> "The fault would refuse one more attempt; the one after that would pass.";
            default -> "The fault would refuse " + strikes.getAsInt() + " more attempts.";
        };
    }

    private Optional<String> lastReply() {
        return ((Attempt) events.get(events.size() - 1).detail()).reply();
    }

    private String sentence() {
        List<String> ends = events.stream()
                .map(event -> end((Attempt) event.detail()))
                .distinct()
                .toList();
        String last = ends.get(ends.size() - 1);
        return ends.size() > 1
                ? ": the last of " + events.size() + " attempts " + last + lastWhen() + ".\nThe attempts:\n" + list()
                : events.size() == 1
                        ? ": the only attempt " + last + noOther() + "."
                        : ": all " + events.size() + " attempts " + plural(last) + lastWhen() + ".";
    }

    private static String plural(String end) {
        return end.startsWith("was ") ? "were " + end.substring(4) : end;
    }

    private String lastWhen() {
        return ", the last one " + InWords.of(left()) + " before the wait ended";
    }

    private String noOther() {
        return ", and no other came in the " + InWords.of(left()) + " after it";
    }

    private Duration left() {
        Duration left = timeline.now().minus(events.get(events.size() - 1).at());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private String end(Attempt attempt) {
        String reply = attempt.reply()
                .map(words -> onPurpose(words) ? " as this test scripted (" + words + ")" : " (" + words + ")")
                .orElse("");
        return switch (attempt.outcome()) {
            case ACCEPTED -> "was accepted";
            case REFUSED -> "was refused" + reply;
            case BROKEN -> (reply.isEmpty() ? "broke off" : "was refused" + reply + ", and broke off") + after(attempt);
            case ABANDONED -> "was given up by the client" + after(attempt);
        };
    }

    private boolean onPurpose(String reply) {
        return timeline.details(FaultStrike.class).stream()
                .anyMatch(strike -> strike.words().contains(reply));
    }

    private static String after(Attempt attempt) {
        Optional<String> said = attempt.transcript().stream()
                .filter(line -> line.startsWith("C: "))
                .reduce((first, last) -> last);
        return said.map(line -> " after " + line.substring(3)).orElse("");
    }

    private String list() {
        return Listing.of(events.stream()
                .map(event -> String.format(Locale.ROOT, "%+.3f s: ", event.at().toNanos() / 1e9)
                        + end((Attempt) event.detail()))
                .collect(Collectors.toList()));
    }
}
