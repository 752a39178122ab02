package io.github.postfixture.mail;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.mail.store.Flags;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** Assertions on a {@link FiledMail}. Flags compare without regard to case. */
public class FiledMailAssert extends AbstractExplainedAssert<FiledMailAssert, FiledMail> {

    FiledMailAssert(FiledMail actual) {
        super(actual, FiledMailAssert.class);
    }

    /** Verify that it is marked as read. */
    public FiledMailAssert isSeen() {
        return hasFlag(Flags.SEEN);
    }

    /** Verify that it is not marked as read. */
    public FiledMailAssert isUnseen() {
        return doesNotHaveFlag(Flags.SEEN);
    }

    /** Verify that it is marked so, by a system flag such as {@code \Flagged} or a keyword. */
    public FiledMailAssert hasFlag(String flag) {
        if (!actual.hasFlag(flag)) {
            throw lacking("to have the flag", flag, "but its flags are", actual.flags());
        }
        return this;
    }

    /** Verify that it is not marked so. */
    public FiledMailAssert doesNotHaveFlag(String flag) {
        if (actual.hasFlag(flag)) {
            throw lacking("not to have the flag", flag, "but its flags are", actual.flags());
        }
        return this;
    }

    /** Go on to the flags. */
    public ListAssert<String> flags() {
        return Assertions.assertThat(actual.flags()).as("flags of %s", actual);
    }

    /** Go on to what it says. */
    public ReceivedMailAssert mail() {
        return Assertions.assertThat(actual.mail()).as("mail with %s", actual);
    }
}
