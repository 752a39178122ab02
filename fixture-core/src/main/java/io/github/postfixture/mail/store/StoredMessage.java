package io.github.postfixture.mail.store;

import io.github.postfixture.octets.Octets;
import java.time.OffsetDateTime;

/**
 * A message in a folder, as it is at one moment.
 *
 * @param uid its number, which no other message of the folder has or had
 * @param id what it has in common with its copies in other folders, and with no other message
 * @param octets its bytes, as they came
 * @param receivedAt when it came, in the zone of this machine, or what {@code APPEND} said instead, in the zone that it said
 * @param flags how it is marked
 * @param modSeq when the flags changed last, in changes of the folder
 */
public record StoredMessage(long uid, long id, Octets octets, OffsetDateTime receivedAt, Flags flags, long modSeq) {

    /** Return the same message, marked so. */
    public StoredMessage marked(Flags flags, long modSeq) {
        return new StoredMessage(uid, id, octets, receivedAt, flags, modSeq);
    }
}
