package io.github.postfixture.mail;

import io.github.postfixture.await.Expectation;
import io.github.postfixture.await.Journal;
import io.github.postfixture.mail.message.MailCriteria;
import io.github.postfixture.mail.message.MailSummary;
import io.github.postfixture.mail.message.ReceivedMail;
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
        Expectation mail = Expectation.of("a mail" + place + criteria.criteria().afterNoun(), timeout);
        return seen(journal.take(criteria, mail.deadline(), open))
                .orElseThrow(() -> failure(mail, " but none came" + missing.instead(criteria)));
    }

    List<ReceivedMail> several(int count, Duration timeout) {
        if (count < 1) {
            throw new IllegalArgumentException("count (" + count + ") must be positive");
        }
        Expectation expected = Expectation.of(count + (count == 1 ? " mail" : " mails") + place, timeout);
        List<ReceivedMail> mails = journal.take(count, mail -> true, expected.deadline(), open);
        mails.forEach(seen::add);
        if (mails.size() < count) {
            throw failure(expected, tooFew(mails));
        }
        return mails;
    }

    /** Watch for mail that should not come: the first that no earlier await has returned. */
    Optional<ReceivedMail> unwanted(MailCriteria criteria, Duration time) {
        return seen(journal.watch(criteria, time, () -> true));
    }

    /** Return what came before the barrier, should not have, and was returned by no await. */
    List<ReceivedMail> unwantedBefore(ReceivedMail barrier, MailCriteria criteria) {
        return journal.left().stream()
                .filter(mail -> mail.number() < barrier.number())
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

    private String tooFew(List<ReceivedMail> mails) {
        if (mails.isEmpty()) {
            return " but none came" + missing.instead(MailCriteria.any());
        }
        return " but only " + mails.size() + " came:\n" + MailSummary.of(mails) + missing.earlierThan(mails)
                + missing.causes();
    }

    private AssertionError failure(Expectation expectation, String found) {
        requireOpen();
        return missing.failure(expectation, found);
    }

    private void requireOpen() {
        if (!open.getAsBoolean()) {
            throw new IllegalStateException("The mail server is closed, no more mail can come;"
                    + " await mail before it is closed, or read receivedMails()");
        }
    }
}
