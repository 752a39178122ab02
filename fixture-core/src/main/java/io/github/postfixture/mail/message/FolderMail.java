package io.github.postfixture.mail.message;

import io.github.postfixture.explanation.Printable;
import java.util.List;
import org.assertj.core.api.AssertProvider;

/**
 * A message in a folder of a {@link io.github.postfixture.mail.Mailbox}, as it was at one moment.
 *
 * @param uid its number, which no other message of the folder has or had
 * @param flags how it is marked: system flags such as {@code \\Seen}, and keywords
 * @param mail what it says; of a mail that lies in a folder, nobody knows the envelope any more
 */
public record FolderMail(long uid, List<String> flags, ReceivedMail mail) implements AssertProvider<FolderMailAssert> {

    /** Copy the flags. */
    public FolderMail {
        flags = List.copyOf(flags);
    }

    /** Return whether it is marked as read. */
    public boolean isSeen() {
        return hasFlag("\\Seen");
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
    public FolderMailAssert assertThat() {
        return new FolderMailAssert(this);
    }

    /** Return the UID, the subject and the flags. */
    @Override
    public String toString() {
        return Printable.line("UID " + uid + " \"" + subject() + "\" " + flags);
    }
}
