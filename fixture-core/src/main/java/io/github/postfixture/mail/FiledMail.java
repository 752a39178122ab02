package io.github.postfixture.mail;

import io.github.postfixture.explanation.Printable;
import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.StoredMessage;
import io.github.postfixture.net.ConnectionPolicy;
import java.util.List;
import org.assertj.core.api.AssertProvider;

/**
 * A message in a folder of a {@link Mailbox}, as it was at one moment.
 *
 * @param uid its number, which no other message of the folder has or had
 * @param flags how it is marked: system flags such as {@code \\Seen}, and keywords
 * @param mail what it says; of a mail that lies in a folder, nobody knows the envelope any more
 */
public record FiledMail(long uid, List<String> flags, ReceivedMail mail) implements AssertProvider<FiledMailAssert> {

    /** Copy the flags. */
    public FiledMail {
        flags = List.copyOf(flags);
    }

    static FiledMail of(StoredMessage message, ConnectionPolicy allowed) {
        return new FiledMail(
                message.uid(),
                List.copyOf(message.flags().names()),
                ReceivedMail.withoutEnvelope(
                        message.octets(), message.receivedAt().toInstant(), allowed));
    }

    /** Return whether it is marked as read. */
    public boolean isSeen() {
        return hasFlag(Flags.SEEN);
    }

    /** Return whether it is marked so, whatever the case. */
    public boolean hasFlag(String flag) {
        return flags.stream().anyMatch(flag::equalsIgnoreCase);
    }

    /** Return the decoded subject; empty if there is none. */
    public String subject() {
        return mail.subject();
    }

    @Override
    public FiledMailAssert assertThat() {
        return new FiledMailAssert(this);
    }

    /** Return the UID, the subject and the flags. */
    @Override
    public String toString() {
        return Printable.line("UID " + uid + " \"" + subject() + "\" " + flags);
    }
}
