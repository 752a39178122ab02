package io.github.postfixture.mail.store;

import io.github.postfixture.octets.Octets;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of an account. To be used within {@link StoredMailbox#locked(Account.Question)}; what it returns may be kept. A
 * folder that was deleted is an empty one.
 */
public interface Folder {

    /** Return the whole name. */
    String name();

    /** Return whether it holds messages, and not only folders. */
    boolean isSelectable();

    /** Return what it is for. */
    Set<SpecialUse> uses();

    /** Return what tells this folder from others that had its name; 32 bits. */
    long uidValidity();

    /** Change what tells this folder from others, so that nothing a client knows of its messages holds any more. */
    void resetUidValidity();

    /** Return the UID that the next message will have, or a smaller one. */
    long uidNext();

    /** Return the number of the last change (RFC 7162); 1 before the first. */
    long highestModSeq();

    /** Return how many messages there are. */
    int size();

    /** Return how many bytes the messages have. */
    long octets();

    /** Return the messages, in the order of their UIDs. */
    List<StoredMessage> messages();

    /** Return the message with this UID, if there is one. */
    Optional<StoredMessage> message(long uid);

    /** Add a message. */
    StoredMessage append(Octets octets, Flags flags, OffsetDateTime receivedAt);

    /** Add a copy of a message of this or another folder, flags and date included. */
    StoredMessage copy(StoredMessage message);

    /** Mark a message anew, and return it; it is no change if it is marked so already. */
    StoredMessage mark(StoredMessage message, Flags flags);

    /** Remove these messages, however they are marked; those that are not there are none of the business. */
    void expunge(Collection<Long> uids);

    /** Return the UIDs that were removed after this change, in the order in which they were. */
    List<Long> expungedSince(long modSeq);

    /** Return the first UID that no session was told of as recent (RFC 3501 section 2.3.2). */
    long recentFrom();

    /** Let the messages so far be recent to nobody who comes later. */
    void claimRecent();

    /** Let this run after each change, within the turn that made it; it must not wait. */
    void addListener(Runnable listener);

    /** Let it run no more. */
    void removeListener(Runnable listener);
}
