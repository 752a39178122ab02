package io.github.postfixture.mail;

import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.mail.inbound.MailSource;
import io.github.postfixture.mail.message.FolderMail;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.message.SameBytes;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.mail.store.StoredMessage;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The folders of a {@link Mailbox}, as they are at the moment of each call. Safe for use by several threads. */
public final class MailFolders {

    private static final int UNIT = 1024;

    private final Mailbox mailbox;
    private final Supplier<StoredMailbox> account;

    MailFolders(Mailbox mailbox, Supplier<StoredMailbox> account) {
        this.mailbox = mailbox;
        this.account = account;
    }

    /** Return the names of the folders, in order; {@code INBOX} is always among them. */
    public List<String> names() {
        StoredMailbox mine = account.get();
        return mine.locked(() -> mine.folders().stream().map(Folder::name).toList());
    }

    /**
     * Return the mail in a folder, in the order of its UIDs: what was delivered and what clients put there.
     *
     * @throws AssertionError if there is no such folder; it lists those there are
     */
    public List<FolderMail> mailsIn(String name) {
        StoredMailbox mine = account.get();
        List<StoredMessage> messages = mine.locked(() -> mine.folder(name).map(Folder::messages))
                .orElseThrow(() -> FailureMessage.lacking("a folder " + name, "folder", names())
                        .on(mailbox)
                        .error());
        return messages.stream().map(message -> mailIn(message)).toList();
    }

    private FolderMail mailIn(StoredMessage message) {
        return new FolderMail(
                message.uid(),
                List.copyOf(message.flags().names()),
                ReceivedMail.withoutEnvelope(
                        message.octets(), message.receivedAt().toInstant(), mailbox.allowed()));
    }

    /** Remove a message from all of them; see {@link Mailbox#expunge(Original)}. */
    void expunge(MailSource message) {
        SameBytes wanted = SameBytes.as(message);
        StoredMailbox mine = account.get();
        int expunged = mine.locked(() -> mine.folders().stream()
                .mapToInt(folder -> expunge(folder, wanted))
                .sum());
        if (expunged == 0) {
            throw new IllegalArgumentException(message + " is not in " + mailbox
                    + "; expunge what deliver(..) or awaitMail() returned, and once only");
        }
    }

    private static int expunge(Folder folder, SameBytes wanted) {
        List<Long> uids = folder.messages().stream()
                .filter(message -> wanted.areThoseOf(message.octets()))
                .map(StoredMessage::uid)
                .toList();
        folder.expunge(uids);
        return uids.size();
    }

    /** Remove all messages from all of them. */
    void clear() {
        StoredMailbox mine = account.get();
        mine.locked(() -> mine.folders().forEach(MailFolders::clear));
    }

    private static void clear(Folder folder) {
        folder.expunge(folder.messages().stream().map(StoredMessage::uid).toList());
    }

    /** Give all of them another {@code UIDVALIDITY}; see {@link Mailbox#resetUidValidity()}. */
    void resetUidValidity() {
        StoredMailbox mine = account.get();
        mine.locked(() -> mine.folders().forEach(Folder::resetUidValidity));
    }

    /** Return how many bytes all folders hold. */
    public long bytes() {
        StoredMailbox mine = account.get();
        return mine.locked(mine::octets);
    }

    /** Return how many bytes all folders may hold; nothing if there is no quota. */
    public OptionalLong quota() {
        StoredMailbox mine = account.get();
        OptionalLong units = mine.locked(() -> mine.quota().storage());
        return units.isPresent() ? OptionalLong.of(units.getAsLong() * UNIT) : OptionalLong.empty();
    }
}
