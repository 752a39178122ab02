package io.github.postfixture.mail.store;

import io.github.postfixture.net.Octets;
import java.time.Instant;

/**
 * A message in a folder, as it is at one moment.
 *
 * @param uid its number, which no other message of the folder has or had
 * @param id what it has in common with its copies in other folders, and with no other message
 * @param octets its bytes, as they came
 * @param receivedAt when it came, or what {@code APPEND} said instead
 * @param flags how it is marked
 * @param modSeq when the flags changed last, in changes of the folder
 */
public record StoredMessage(long uid, long id, Octets octets, Instant receivedAt, Flags flags, long modSeq) {}
