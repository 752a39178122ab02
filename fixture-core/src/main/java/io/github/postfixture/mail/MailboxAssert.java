package io.github.postfixture.mail;

import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.Quantity;
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
            throw failing(
                    FailureMessage.expected(
                                    Quantity.of(expected, "unseen mail") + " in the INBOX of " + actual,
                                    "there " + areOf(found, inbox.size()))
                            .with("The mails are", inbox),
                    expected,
                    found);
        }
        return this;
    }

    /** Verify that a mail of so many bytes more would be within the quota. */
    public MailboxAssert hasRoomFor(long bytes) {
        long quota = actual.folders().quota().orElse(Long.MAX_VALUE);
        if (quota - actual.folders().bytes() < bytes) {
            throw failing(
                    actual + " to have room for " + Quantity.of(bytes, "byte"),
                    "it holds " + actual.folders().bytes() + " of " + quota);
        }
        return this;
    }

    private static String areOf(long found, int all) {
        return (found == 1 ? "is " : "are ") + found + " of " + all;
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
