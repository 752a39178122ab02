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
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.Distrust;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explains why a mail did not come: what came instead, what was refused, what was perhaps mistyped. */
final class MissingMail {

    private static final int MOST_REPORTS = 10;

    private final Journal<ReceivedMail> journal;
    private final Timeline timeline;
    private final ConnectionLog callers;
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
        this.callers = callers;
        this.mistakenLogins = mistakenLogins;
        this.addresses = List.of(addresses);
    }

    String instead(MailCriteria criteria) {
        List<ReceivedMail> taken = journal.taken().stream().filter(criteria).toList();
        List<ReceivedMail> others = new ArrayList<>(journal.items());
        others.removeAll(taken);
        return earlier(taken)
                + section("What came instead:", MailSummary.of(others), others)
                + closest(criteria, others)
                + causes()
                + slips(criteria)
                + mistakes();
    }

    private String mistakes() {
        List<String> mistakes = mistakenLogins.get();
        return section("Perhaps a login name was mistyped:", Listing.of(mistakes), mistakes);
    }

    /** Return what earlier awaits have returned, and so is not there for one that has come by a few. */
    String earlierThan(List<ReceivedMail> few) {
        List<ReceivedMail> taken = new ArrayList<>(journal.taken());
        taken.removeAll(few);
        return earlier(taken);
    }

    private static String earlier(List<ReceivedMail> taken) {
        return section("An earlier await returned already (see receivedMails()):", MailSummary.of(taken), taken);
    }

    /** Return the failure of a wait in vain, with what was found instead. */
    AssertionError failure(Expectation expectation, String found) {
        return expectation.failure(found, timeline);
    }

    /** Return what went wrong before there could be a mail, as far as the server knows. */
    String causes() {
        List<String> reports = reported();
        return section("What SMTP reported:", Listing.of(Listing.ends(reports, MOST_REPORTS)), reports)
                + (mails().findAny().isEmpty() ? callers.inWords() : "")
                + Distrust.advice(reports);
    }

    private static String closest(MailCriteria criteria, List<ReceivedMail> candidates) {
        Criteria<ReceivedMail> wanted = criteria.criteria();
        return candidates.stream()
                .min(Comparator.comparingDouble(wanted::distance)
                        .thenComparing(ReceivedMail::number, Comparator.reverseOrder()))
                .flatMap(mail -> wanted.firstDifference(mail).map(one -> difference(mail, one)))
                .orElse("");
    }

    private static String difference(ReceivedMail mail, Criterion<ReceivedMail> wanted) {
        return "\nClosest is #" + mail.number() + "; first difference:\n  expected: " + wanted + "\n  actual:   "
                + Printable.line(wanted.found(mail));
    }

    private String slips(MailCriteria criteria) {
        List<String> wanted = Stream.concat(addresses.stream(), criteria.addresses().stream())
                .distinct()
                .toList();
        List<String> slips = AddressSlip.between(wanted, seenAddresses()).stream()
                .map(AddressSlip::toString)
                .toList();
        return section("Perhaps an address was mistyped:", Listing.of(slips), slips);
    }

    private List<String> seenAddresses() {
        Stream<String> delivered = mails().flatMap(mail -> Stream.concat(
                mail.envelope().recipients().stream(), Stream.of(mail.envelope().sender())));
        return Stream.concat(delivered, AddressSlip.addressesIn(reported()).stream())
                .distinct()
                .toList();
    }

    private Stream<ReceivedMail> mails() {
        return timeline.details(ReceivedMail.class).stream();
    }

    private List<String> reported() {
        return timeline.events().stream()
                .filter(event -> event.source().startsWith(SmtpService.SOURCE))
                .map(Event::detail)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toList());
    }

    private static String section(String title, String lines, List<?> elements) {
        return elements.isEmpty() ? "" : "\n" + title + "\n" + lines;
    }
}
