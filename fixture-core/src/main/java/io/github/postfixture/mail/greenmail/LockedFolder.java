package io.github.postfixture.mail.greenmail;

import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.mail.store.StoredMessage;
import io.github.postfixture.octets.Octets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A folder that is locked for each question and each step. Safe for use by several threads.
 *
 * @param account whose folder it is
 * @param folder the folder itself
 */
record LockedFolder(StoredMailbox account, Folder folder) {

    String name() {
        return account.locked(folder::name);
    }

    int size() {
        return account.locked(folder::size);
    }

    boolean isSelectable() {
        return account.locked(folder::isSelectable);
    }

    long uidValidity() {
        return account.locked(folder::uidValidity);
    }

    long uidNext() {
        return account.locked(folder::uidNext);
    }

    List<StoredMessage> messages() {
        return account.locked(folder::messages);
    }

    List<StoredMessage> messages(Predicate<StoredMessage> condition) {
        return messages().stream().filter(condition).toList();
    }

    Optional<StoredMessage> message(long uid) {
        return account.locked(() -> folder.message(uid));
    }

    List<StoredMessage> recent() {
        return account.locked(() -> messages(message -> message.uid() >= folder.recentFrom()));
    }

    void claimRecent() {
        account.locked(folder::claimRecent);
    }

    long append(Octets octets, Flags flags, OffsetDateTime receivedAt) {
        return account.locked(() -> folder.append(octets, flags, receivedAt).uid());
    }

    /** Add a copy of a message, and return its UID. */
    long copy(StoredMessage message) {
        return account.locked(() -> folder.copy(message).uid());
    }

    /** Mark a message anew, if it is still there. */
    void mark(long uid, UnaryOperator<Flags> change) {
        account.locked(() ->
                folder.message(uid).ifPresent(message -> folder.mark(message, change.apply(message.flags()))));
    }

    /** Remove the messages that meet the condition, and return their UIDs. */
    List<Long> expunge(Predicate<StoredMessage> condition) {
        return account.locked(() -> {
            List<Long> uids =
                    messages(condition).stream().map(StoredMessage::uid).toList();
            folder.expunge(uids);
            return uids;
        });
    }

    /** Return the name and the address. */
    @Override
    public String toString() {
        return name() + " of " + account.address();
    }
}
