package io.github.postfixture.mail;

import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.InWords;
import io.github.postfixture.timeline.Journal;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Waits for mail in a journal, and explains why it did not come. */
final class MailWait {

    private static final int MOST_REPORTS = 10;

    private final Journal<ReceivedMail> journal;
    private final Timeline timeline;
    private final BooleanSupplier open;
    private final String place;

    /**
     * Prepare to wait.
     *
     * @param open whether more mail can come
     * @param place where the mail is expected, such as {@code " in mailbox alice@example.org"}; empty for anywhere
     */
    MailWait(Journal<ReceivedMail> journal, Timeline timeline, BooleanSupplier open, String place) {
        this.journal = journal;
        this.timeline = timeline;
        this.open = open;
        this.place = place;
    }

    ReceivedMail one(MailCriteria criteria, Duration timeout) {
        return journal.take(criteria, timeout, open).orElseThrow(() -> {
            requireOpen();
            return new AssertionError("Expected a mail" + place + said(criteria) + " within " + InWords.of(timeout)
                    + " but none came." + instead(criteria));
        });
    }

    List<ReceivedMail> several(int count, Duration timeout) {
        if (count < 1) {
            throw new IllegalArgumentException("count (" + count + ") must be positive");
        }
        List<ReceivedMail> mails = journal.take(count, mail -> true, timeout, open);
        if (mails.size() < count) {
            throw tooFew(count, timeout, mails);
        }
        return mails;
    }

    private AssertionError tooFew(int count, Duration timeout, List<ReceivedMail> mails) {
        requireOpen();
        return new AssertionError("Expected " + count + (count == 1 ? " mail" : " mails") + place + " within "
                + InWords.of(timeout) + " but only " + mails.size() + " came:\n" + numbered(mails) + reports());
    }

    private String instead(MailCriteria criteria) {
        List<ReceivedMail> taken = journal.taken().stream().filter(criteria).toList();
        List<ReceivedMail> others = new ArrayList<>(journal.items());
        others.removeAll(taken);
        return section("An earlier await returned already (see receivedMails()):", taken)
                + section("What came instead:", others)
                + reports();
    }

    private String reports() {
        List<String> reports = timeline.events().stream()
                .filter(event -> event.source().equals(SmtpReception.SOURCE) && event.detail() instanceof String)
                .map(MailWait::report)
                .toList();
        List<String> last = reports.subList(Math.max(0, reports.size() - MOST_REPORTS), reports.size());
        return last.isEmpty() ? "" : "\nWhat SMTP reported:\n" + Listing.of(last);
    }

    private static String report(Event event) {
        return event.detail().toString();
    }

    private static String section(String title, List<ReceivedMail> mails) {
        return mails.isEmpty() ? "" : "\n" + title + "\n" + numbered(mails);
    }

    private static String numbered(List<ReceivedMail> mails) {
        return Listing.of(
                mails.stream().map(mail -> "#" + mail.number() + " " + mail).toList());
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
