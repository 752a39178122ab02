package io.github.postfixture.mail;

import io.github.postfixture.timeline.InWords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** Assertions on a {@link Mailbox}. */
public class MailboxAssert extends AbstractAssert<MailboxAssert, Mailbox> {

    MailboxAssert(Mailbox actual) {
        super(actual, MailboxAssert.class);
    }

    /** Wait for the next mail, as {@link Mailbox#awaitMail()} does, and go on to it. */
    public ReceivedMailAssert receivesMail() {
        return Assertions.assertThat(actual.awaitMail());
    }

    /** Wait for a mail that meets the criteria, as {@link Mailbox#awaitMail(MailCriteria)} does, and go on to it. */
    public ReceivedMailAssert receivesMail(MailCriteria criteria) {
        return Assertions.assertThat(actual.awaitMail(criteria));
    }

    /**
     * Verify that there is no mail but what an await has returned, and that none comes for this long. Fail at once
     * when there is.
     */
    public MailboxAssert receivesNothingFor(Duration time) {
        Optional<ReceivedMail> unexpected = actual.watch(time);
        if (unexpected.isPresent()) {
            throw failure(
                    "%nExpecting:%n  %s%nto receive nothing for:%n  %s%nbut it received:%n  %s",
                    actual, InWords.of(time), unexpected.get());
        }
        return this;
    }

    /** Verify that no mail has come so far; it does not wait, so mail on its way is not seen. */
    public MailboxAssert isEmpty() {
        List<ReceivedMail> mails = actual.receivedMails();
        if (!mails.isEmpty()) {
            throw failure("%nExpecting:%n  %s%nto be empty but it holds:%n%s", actual, Listing.of(mails));
        }
        return this;
    }

    /** Go on to all mail so far, in order of arrival. */
    public ListAssert<ReceivedMail> receivedMails() {
        return Assertions.assertThat(actual.receivedMails()).as("mails in %s", actual);
    }
}
