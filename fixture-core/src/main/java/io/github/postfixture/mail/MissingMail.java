package io.github.postfixture.mail;

import io.github.postfixture.await.Criteria;
import io.github.postfixture.await.Criterion;
import io.github.postfixture.await.Expectation;
import io.github.postfixture.await.Journal;
import io.github.postfixture.explanation.Listing;
import io.github.postfixture.explanation.Printable;
import io.github.postfixture.mail.message.MailCriteria;
import io.github.postfixture.mail.message.MailSummary;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Explains why a mail did not come: what came instead, what was refused, what was perhaps mistyped. */
final class MissingMail {

    private static final int LONGEST_DIFFERENCE = 100;

    private final Journal<ReceivedMail> journal;
    private final Timeline timeline;
    private final MissingMailCause causes;
    private final Supplier<List<String>> mistakenLogins;
    private final List<String> addresses;

    /**
     * Prepare to explain.
     *
     * @param callers who connected
     * @param mistakenLogins who logged in by a name that is no account, and perhaps wanted this one
     * @param addresses the addresses whose mail is awaited, whatever the criteria
     */
    MissingMail(
            Journal<ReceivedMail> journal,
            Timeline timeline,
            ConnectionLog callers,
            Supplier<List<String>> mistakenLogins,
            String... addresses) {
        this.journal = journal;
        this.timeline = timeline;
        this.mistakenLogins = mistakenLogins;
        this.addresses = List.of(addresses);
        causes = new MissingMailCause(timeline, callers);
    }

    /** Return how a sentence goes on that says that none came, with the lines that follow it. */
    String instead(MailCriteria criteria) {
        List<ReceivedMail> taken = journal.taken().stream().filter(criteria).toList();
        List<ReceivedMail> others = new ArrayList<>(journal.items());
        others.removeAll(taken);
        List<String> wanted = wanted(criteria);
        return causes.ofRefusal(wanted)
                        .or(() -> slip(wanted))
                        .or(() -> closest(criteria, others))
                        .or(() -> earlier(taken))
                        .or(causes::ofNone)
                        .or(this::elsewhere)
                        .orElse(".")
                + came(others)
                + mistakes();
    }

    private List<String> wanted(MailCriteria criteria) {
        return Stream.concat(addresses.stream(), criteria.addresses().stream())
                .distinct()
                .toList();
    }

    private String came(List<ReceivedMail> others) {
        List<ReceivedMail> elsewhere = others.isEmpty() && !addresses.isEmpty() ? causes.mails() : List.of();
        return section("The mails that came:", MailSummary.of(others), others)
                + (elsewhere.size() < 2 ? "" : "\nThe mails to other addresses:\n" + MailSummary.of(elsewhere));
    }

    private String mistakes() {
        List<String> mistakes = mistakenLogins.get();
        return section("Perhaps a login name was mistyped:", Listing.of(mistakes), mistakes);
    }

    /** Return what earlier awaits have returned, and so is not there for one that has come by a few. */
    String earlierThan(List<ReceivedMail> few) {
        List<ReceivedMail> taken = new ArrayList<>(journal.taken());
        taken.removeAll(few);
        return section("An earlier await returned already (see receivedMails()):", MailSummary.of(taken), taken);
    }

    private static Optional<String> earlier(List<ReceivedMail> taken) {
        return taken.stream()
                .reduce((first, last) -> last)
                .map(last -> ": an earlier await has returned it already, and each mail is returned once"
                        + " (receivedMails() has all).\n" + MailSummary.of(taken));
    }

    /** Return the failure of a wait in vain, with what was found instead. */
    AssertionError failure(Expectation expectation, String found) {
        return expectation.failure(found, timeline);
    }

    /** Return what went wrong before there could be more mail, as far as the server knows, a line feed in front. */
    String causes() {
        return causes.reports();
    }

    private static Optional<String> closest(MailCriteria criteria, List<ReceivedMail> candidates) {
        Criteria<ReceivedMail> wanted = criteria.criteria();
        return candidates.stream()
                .min(Comparator.comparingDouble(wanted::distance)
                        .thenComparing(ReceivedMail::number, Comparator.reverseOrder()))
                .flatMap(mail -> wanted.firstDifference(mail).map(one -> difference(mail, one)));
    }

    private static String difference(ReceivedMail mail, Criterion<ReceivedMail> wanted) {
        String found = Printable.line(wanted.found(mail));
        return found.length() <= LONGEST_DIFFERENCE
                ? ": #" + mail.number() + " is the closest, but it is one " + found + "."
                : ": #" + mail.number() + " is the closest.\nIts first difference:\n  expected: " + wanted
                        + "\n  actual:   " + found;
    }

    private Optional<String> slip(List<String> wanted) {
        List<AddressSlip> slips = AddressSlip.between(wanted, causes.addresses());
        return slips.stream()
                .min(Comparator.comparingInt(AddressSlip::edits))
                .map(slip -> ": a mail went to " + slip + ".");
    }

    private Optional<String> elsewhere() {
        List<ReceivedMail> mails = causes.mails();
        return mails.isEmpty() || addresses.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        mails.size() == 1
                                ? ": all that came is " + Printable.line(mails.get(0)) + "."
                                : ": the " + mails.size() + " mails that came went to other addresses.");
    }

    private static String section(String title, String lines, List<?> elements) {
        return elements.isEmpty() ? "" : "\n" + title + "\n" + lines;
    }
}
