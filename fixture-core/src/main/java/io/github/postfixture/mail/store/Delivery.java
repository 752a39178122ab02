package io.github.postfixture.mail.store;

import io.github.postfixture.net.Octets;
import java.time.Instant;

/**
 * A message that came for a mailbox.
 *
 * @param message its bytes
 * @param receivedAt when it came
 * @param folder the name of the folder that it is for
 * @param flags how it is marked
 */
public record Delivery(Octets message, Instant receivedAt, String folder, Flags flags) {

    /** Return a delivery to the inbox, unread. */
    public static Delivery toInbox(Octets message, Instant receivedAt) {
        return new Delivery(message, receivedAt, Account.INBOX, Flags.none());
    }
}
