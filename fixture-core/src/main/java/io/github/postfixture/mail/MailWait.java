package io.github.postfixture.mail;

import io.github.postfixture.mail.message.MailCriteria;
import io.github.postfixture.mail.message.MailSummary;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.timeline.InWords;
import io.github.postfixture.timeline.Journal;
import io.github.postfixture.timeline.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Waits for mail in a journal. */
final class MailWait {

    private final Journal<ReceivedMail> journal;
    private final SeenMails seen;
    private final MissingMail missing;
    private final BooleanSupplier open;
    private final String place;

    /**
     * Prepare to wait.
     *
     * @param seen takes note of what somebody has looked at
     * @param missing explains why mail did not come
     * @param open whether more mail can come
     * @param place where the mail is expected, such as {@code " in mailbox alice@example.org"}; empty for anywhere
     */
    MailWait(Journal<ReceivedMail> journal, SeenMails seen, MissingMail missing, BooleanSupplier open, String place) {
        this.journal = journal;
        this.seen = seen;
        this.missing = missing;
        this.open = open;
        this.place = place;
    }

    ReceivedMail one(MailCriteria criteria, Duration timeout) {
        Patience patience = Patience.waitingFor("a mail" + place + said(criteria), timeout);
        return seen(journal.take(criteria, patience, open)).orElseThrow(() -> {
            requireOpen();
            return new AssertionError("Expected a mail" + place + said(criteria) + " within " + InWords.of(timeout)
                    + " but none came." + missing.instead(criteria)
                    + missing.whereToReadOn());
        });
    }

    List<ReceivedMail> several(int count, Duration timeout) {
        if (count < 1) {
            throw new IllegalArgumentException("count (" + count + ") must be positive");
        }
        Patience patience = Patience.waitingFor(count + (count == 1 ? " mail" : " mails") + place, timeout);
        List<ReceivedMail> mails = journal.take(count, mail -> true, patience, open);
        mails.forEach(seen::add);
        if (mails.size() < count) {
            throw tooFew(count, timeout, mails);
        }
        return mails;
    }

    /** Watch for mail that should not come: the first that no earlier await has returned. */
    Optional<ReceivedMail> unwanted(MailCriteria criteria, Duration time) {
        return seen(journal.watch(criteria, time, () -> true));
    }

    /** Return what came before the barrier, should not have, and was returned by no await. */
    List<ReceivedMail> unwantedBefore(ReceivedMail barrier, MailCriteria criteria) {
        List<ReceivedMail> taken = journal.taken();
        return journal.items().stream()
                .filter(mail -> mail.number() < barrier.number())
                .filter(mail -> !taken.contains(mail))
                .filter(criteria)
                .toList();
    }

    List<ReceivedMail> soFar() {
        List<ReceivedMail> mails = journal.items();
        mails.forEach(seen::add);
        return mails;
    }

    /** Return why no mail has come so far; nothing if one has. */
    String whyNone() {
        return journal.items().isEmpty() ? missing.causes() : "";
    }

    private Optional<ReceivedMail> seen(Optional<ReceivedMail> mail) {
        mail.ifPresent(seen::add);
        return mail;
    }

    private AssertionError tooFew(int count, Duration timeout, List<ReceivedMail> mails) {
        requireOpen();
        return new AssertionError("Expected " + count + (count == 1 ? " mail" : " mails") + place + " within "
                + InWords.of(timeout) + " but only " + mails.size() + " came:\n" + MailSummary.of(mails)
                + missing.earlierThan(mails)
                + missing.causes()
                + missing.whereToReadOn());
    }

    private static String said(MailCriteria criteria) {
        return criteria.toString().isEmpty() ? "" : " " + criteria;
    }

    private void requireOpen() {
        if (!open.getAsBoolean()) {
            throw new IllegalStateException("The mail server is closed, no more mail can come;"
                    + " await mail before it is closed, or read receivedMails()");
        }
    }
}
