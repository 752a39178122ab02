package io.github.postfixture.mail;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.mail.message.FolderMail;
import io.github.postfixture.mail.store.StoredMailbox;
import java.util.List;
import org.assertj.core.api.AbstractLongAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** Assertions on a {@link Mailbox}: on what arrives in it, and on its folders as clients have left them. */
public class MailboxAssert extends AbstractArrivalsAssert<MailboxAssert, Mailbox> {

    MailboxAssert(Mailbox actual) {
        super(actual, actual.arrivals(), actual.timeout(), MailboxAssert.class);
    }

    /** Verify that so many mails of the inbox are not marked as read. */
    public MailboxAssert hasUnseenCount(int expected) {
        List<FolderMail> inbox = actual.folders().mailsIn(StoredMailbox.INBOX);
        long found = inbox.stream().filter(mail -> !mail.isSeen()).count();
        if (found != expected) {
            throw failureWithActualExpected(
                    found,
                    expected,
                    "%nExpecting:%n  %s%nto have so many unseen mails:%n  %s%nbut had %s in INBOX:%n%s",
                    actual,
                    expected,
                    found,
                    Listing.of(inbox));
        }
        return this;
    }

    /** Verify that a mail of so many bytes more would be within the quota. */
    public MailboxAssert hasRoomFor(long bytes) {
        long quota = actual.folders().quota().orElse(Long.MAX_VALUE);
        if (quota - actual.folders().bytes() < bytes) {
            throw failure(
                    "%nExpecting:%n  %s%nto have room for so many bytes:%n  %s%nbut it holds %s of %s",
                    actual, bytes, actual.folders().bytes(), quota);
        }
        return this;
    }

    /** Go on to the names of the folders. */
    public ListAssert<String> folders() {
        return Assertions.assertThat(actual.folders().names()).as("folders of %s", actual);
    }

    /** Go on to the mail in a folder, with its flags, in the order of its UIDs; fail if there is no such folder. */
    public ListAssert<FolderMail> folder(String name) {
        return Assertions.assertThat(actual.folders().mailsIn(name)).as("folder %s of %s", name, actual);
    }

    /** Go on to how many bytes it holds, in all its folders. */
    public AbstractLongAssert<?> storedBytes() {
        return Assertions.assertThat(actual.folders().bytes()).as("bytes in %s", actual);
    }
}
