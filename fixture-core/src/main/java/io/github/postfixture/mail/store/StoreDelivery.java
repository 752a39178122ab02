package io.github.postfixture.mail.store;

import io.github.postfixture.octets.Octets;
import java.time.Instant;

/**
 * A message that came for a mailbox.
 *
 * @param message its bytes
 * @param receivedAt when it came
 * @param folder the name of the folder that it is for
 * @param flags how it is marked
 */
public record StoreDelivery(Octets message, Instant receivedAt, String folder, Flags flags) {

    /** Return a delivery to the inbox, unread. */
    public static StoreDelivery toInbox(Octets message, Instant receivedAt) {
        return new StoreDelivery(message, receivedAt, StoredMailbox.INBOX, Flags.none());
    }
}
