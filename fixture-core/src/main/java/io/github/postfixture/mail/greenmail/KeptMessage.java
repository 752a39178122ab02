package io.github.postfixture.mail.greenmail;

import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.StoredMessage;
import io.github.postfixture.net.Octets;
import jakarta.mail.Flags.Flag;
import java.time.OffsetDateTime;

/**
 * A message, and what GreenMail keeps of it.
 *
 * @param theirs GreenMail's
 * @param message what it looks like to the protocols
 */
record KeptMessage(com.icegreen.greenmail.store.StoredMessage theirs, StoredMessage message) {

    static KeptMessage of(
            com.icegreen.greenmail.store.StoredMessage theirs,
            long id,
            Octets octets,
            OffsetDateTime receivedAt,
            long modSeq) {
        return new KeptMessage(
                theirs,
                new StoredMessage(
                        theirs.getUid(), id, octets, receivedAt, JakartaFlags.from(theirs.getFlags()), modSeq));
    }

    /** Return the message with these flags and no other. */
    KeptMessage marked(Flags flags, long modSeq) {
        theirs.setFlags(JakartaFlags.of(message.flags().without(flags)), false);
        theirs.setFlags(JakartaFlags.of(flags), true);
        return of(theirs, message.id(), message.octets(), message.receivedAt(), modSeq);
    }

    /** Let GreenMail expunge it. */
    void condemn() {
        theirs.setFlag(Flag.DELETED, true);
    }
}
