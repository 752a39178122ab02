package io.github.postfixture.mail.message;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** Assertions on a {@link FolderMail}. Flags compare without regard to case. */
public class FolderMailAssert extends AbstractExplainedAssert<FolderMailAssert, FolderMail> {

    FolderMailAssert(FolderMail actual) {
        super(actual, FolderMailAssert.class);
    }

    /** Verify that it is marked as read. */
    public FolderMailAssert isSeen() {
        return hasFlag("\\Seen");
    }

    /** Verify that it is not marked as read. */
    public FolderMailAssert isUnseen() {
        return doesNotHaveFlag("\\Seen");
    }

    /** Verify that it is marked so, by a system flag such as {@code \Flagged} or a keyword. */
    public FolderMailAssert hasFlag(String flag) {
        if (!actual.hasFlag(flag)) {
            throw lacking("the flag " + flag, "flag", actual.flags());
        }
        return this;
    }

    /** Verify that it is not marked so. */
    public FolderMailAssert doesNotHaveFlag(String flag) {
        if (actual.hasFlag(flag)) {
            throw lacking("no flag " + flag, "flag", actual.flags());
        }
        return this;
    }

    /** Go on to the flags. */
    public ListAssert<String> flags() {
        return Assertions.assertThat(actual.flags()).as("flags of %s", actual);
    }

    /** Go on to what it says. */
    public ReceivedMailAssert mail() {
        return part(actual.mail().assertThat());
    }
}
