package io.github.postfixture.mail;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.Quantity;
import io.github.postfixture.mail.message.MailCriteria;
import io.github.postfixture.mail.message.MailSummary;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.message.ReceivedMailAssert;
import io.github.postfixture.mail.message.RepeatedMail;
import io.github.postfixture.timeline.InWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * Assertions on mail that arrives, at a server or in a mailbox.
 *
 * <p>{@code receives..} waits, at most for the timeout of the server or for {@link #within(Duration)}, and each mail
 * ends one wait only. {@code receivesNothing..} fails at once on a match. What begins with {@code has} looks at what
 * there is and does not wait; mail whose sender has had its {@code 250} is always there.
 */
public abstract class AbstractArrivalsAssert<SELF extends AbstractArrivalsAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractExplainedAssert<SELF, ACTUAL> {

    private final MailWait arrivals;
    private Duration timeout;

    AbstractArrivalsAssert(ACTUAL actual, MailWait arrivals, Duration timeout, Class<SELF> self) {
        super(actual, self);
        hideSubject();
        this.arrivals = arrivals;
        this.timeout = timeout;
    }

    /** Let the checks that follow wait for this long at most. */
    public SELF within(Duration timeout) {
        this.timeout = timeout;
        return myself;
    }

    /** Wait for the next mail that no wait has returned yet, and go on to it. */
    public ReceivedMailAssert receivesMail() {
        return receivesMail(MailCriteria.any());
    }

    /** Wait for a mail that meets the criteria and that no wait has returned yet, and go on to it. */
    public ReceivedMailAssert receivesMail(MailCriteria criteria) {
        return Assertions.assertThat(arrivals.one(criteria, timeout));
    }

    /** Wait for so many mails that no wait has returned yet, and go on to them. */
    public ListAssert<ReceivedMail> receivesMails(int count) {
        return Assertions.assertThat(arrivals.several(count, timeout)).as("mails received by %s", actual);
    }

    /** Wait for a mail for each of the criteria, and verify that they arrived in this order. */
    public SELF receivesInOrder(MailCriteria... criteria) {
        List<ReceivedMail> mails = new ArrayList<>();
        for (MailCriteria one : criteria) {
            mails.add(arrivals.one(one, timeout));
        }
        List<ReceivedMail> arrived = mails.stream()
                .sorted(Comparator.comparing(ReceivedMail::number))
                .toList();
        if (!arrived.equals(mails)) {
            throw failing(FailureMessage.expected(
                            named() + " to receive a mail "
                                    + Arrays.stream(criteria)
                                            .map(MailCriteria::toString)
                                            .collect(Collectors.joining(", then one ")),
                            "the order was " + String.join(", ", numbers(arrived)))
                    .with("They came in this order:\n" + MailSummary.of(arrived)));
        }
        return myself;
    }

    /**
     * Verify that there is no mail but what a wait has returned, and that none comes for this long. Fail at once when
     * there is.
     */
    public SELF receivesNothingFor(Duration time) {
        return receivesNothingFor(time, MailCriteria.any());
    }

    /**
     * Verify that there is no mail that meets the criteria, but for what a wait has returned, and that none comes for
     * this long. Fail at once when there is.
     */
    public SELF receivesNothingFor(Duration time, MailCriteria criteria) {
        long began = System.nanoTime();
        Optional<ReceivedMail> unwanted = arrivals.unwanted(criteria, time);
        if (unwanted.isPresent()) {
            String instead = "after " + InWords.of(Duration.ofNanos(System.nanoTime() - began)) + " it received #"
                    + unwanted.get().number() + " " + unwanted.get() + repeated(unwanted.get());
            throw failing(
                    named() + " to receive no mail" + criteria.criteria().afterNoun() + " for " + InWords.of(time),
                    instead);
        }
        return myself;
    }

    /**
     * Wait for the barrier, a mail that is sent after everything that could be wrong, and verify that nothing came
     * before it but what a wait has returned. So a negative takes no longer than the mail itself.
     */
    public SELF receivesNothingBefore(MailCriteria barrier) {
        return receivesNothingBefore(barrier, MailCriteria.any());
    }

    /** Wait for the barrier, and verify that before it came nothing that meets the criteria and no wait returned. */
    public SELF receivesNothingBefore(MailCriteria barrier, MailCriteria criteria) {
        ReceivedMail last = arrivals.one(barrier, timeout);
        List<ReceivedMail> unwanted = arrivals.unwantedBefore(last, criteria);
        if (!unwanted.isEmpty()) {
            throw failing(FailureMessage.expected(
                            named() + " to receive no mail"
                                    + criteria.criteria().afterNoun() + " before #" + last.number() + " \""
                                    + last.subject() + "\"",
                            unwanted.size() == 1 ? "it received one" : "it received " + unwanted.size())
                    .with("It received:\n" + MailSummary.of(unwanted)));
        }
        return myself;
    }

    /** Verify that no mail has come so far; mail on its way is not seen. */
    public SELF isEmpty() {
        List<ReceivedMail> mails = arrivals.soFar();
        if (!mails.isEmpty()) {
            throw failing(
                    FailureMessage.expected(named() + " to be empty", "it holds " + Quantity.of(mails.size(), "mail"))
                            .with("It holds:\n" + MailSummary.of(mails)));
        }
        return myself;
    }

    /** Verify that so many mails have come so far; a mail to several recipients counts once. */
    public SELF hasMailCount(int expected) {
        List<ReceivedMail> mails = arrivals.soFar();
        if (mails.size() != expected) {
            throw failing(
                    FailureMessage.expected(
                                    named() + " to have " + Quantity.of(expected, "mail"), came(mails, expected))
                            .with(mails.isEmpty() ? "" : "It has:\n" + MailSummary.of(mails))
                            .with(arrivals.whyNone().strip()),
                    expected,
                    mails.size());
        }
        return myself;
    }

    /** Verify that every mail so far has a {@code Message-ID}, and no two have the same. */
    public SELF hasUniqueMessageIds() {
        Set<String> seen = new HashSet<>();
        List<ReceivedMail> wrong = arrivals.soFar().stream()
                .filter(mail -> mail.messageId().isEmpty() || !seen.add(mail.messageId()))
                .toList();
        if (!wrong.isEmpty()) {
            throw failing(FailureMessage.expected(
                            "every mail of " + named() + " to have a Message-ID of its own",
                            Quantity.of(wrong.size(), "mail") + (wrong.size() == 1 ? " has" : " have")
                                    + " none, or that of an earlier one")
                    .with("These are:\n" + MailSummary.of(wrong)));
        }
        return myself;
    }

    /** Verify that every mail so far but the first answers an earlier one (RFC 5322 section 3.6.4). */
    public SELF hasOneThread() {
        Set<String> thread = new HashSet<>();
        List<ReceivedMail> strangers = new ArrayList<>();
        for (ReceivedMail mail : arrivals.soFar()) {
            if (!thread.isEmpty() && mail.references().stream().noneMatch(thread::contains)) {
                strangers.add(mail);
            }
            thread.add(mail.messageId());
        }
        if (!strangers.isEmpty()) {
            throw failing(FailureMessage.expected(
                            "the mails of " + named() + " to be one thread",
                            Quantity.of(strangers.size(), "mail") + (strangers.size() == 1 ? " names" : " name")
                                    + " no earlier mail in References or In-Reply-To")
                    .with("These are:\n" + MailSummary.of(strangers)));
        }
        return myself;
    }

    /** Go on to all mail so far, in order of arrival. */
    public ListAssert<ReceivedMail> receivedMails() {
        return Assertions.assertThat(arrivals.soFar()).as("mails in %s", actual);
    }

    private String named() {
        return "the " + actual;
    }

    private static List<String> numbers(List<ReceivedMail> mails) {
        return mails.stream()
                .map(mail -> "#" + mail.number() + " \"" + mail.subject() + "\"")
                .toList();
    }

    private static String came(List<ReceivedMail> mails, int expected) {
        String number = mails.isEmpty() ? "none" : Integer.toString(mails.size());
        Optional<RepeatedMail> repeated = mails.size() > expected ? RepeatedMail.in(mails) : Optional.empty();
        return number + " came"
                + repeated.map(copy -> (mails.size() == 2 ? ", " : numbers(copy)) + copy)
                        .orElse("");
    }

    /** Say of a mail that is the same as an earlier one how long after it came, and in what they differ. */
    private String repeated(ReceivedMail mail) {
        return RepeatedMail.in(arrivals.soFar())
                .filter(copy -> copy.second().number() == mail.number())
                .map(copy -> "; it and #" + copy.first().number() + " came " + copy)
                .orElse("");
    }

    private static String numbers(RepeatedMail copy) {
        return "; #" + copy.first().number() + " and #" + copy.second().number() + " came ";
    }
}
