package io.github.postfixture.mail;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractByteArrayAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Assertions on an {@link Attachment}. */
public class AttachmentAssert extends AbstractAssert<AttachmentAssert, Attachment> {

    AttachmentAssert(Attachment actual) {
        super(actual, AttachmentAssert.class);
    }

    /** Verify that the decoded file name is this. */
    public AttachmentAssert hasName(String expected) {
        return verify("to have the name", expected, actual.name());
    }

    /** Verify that the declared media type is this, parameters aside. */
    public AttachmentAssert hasContentType(String expected) {
        return verify("to have the content type", expected, actual.contentType());
    }

    /** Verify that the content has this many bytes. */
    public AttachmentAssert hasSize(int expected) {
        return verify("to have the size", expected + " bytes", actual.size() + " bytes");
    }

    /** Go on to the content. */
    public AbstractByteArrayAssert<?> content() {
        return Assertions.assertThat(actual.content()).as("content of %s", actual);
    }

    /** Go on to the content as text in its declared charset. */
    public AbstractStringAssert<?> text() {
        return Assertions.assertThat(actual.text()).as("text of %s", actual);
    }

    private AttachmentAssert verify(String expectation, String expected, String found) {
        if (!found.equals(expected)) {
            throw failureWithActualExpected(
                    found,
                    expected,
                    "%nExpecting:%n  %s%n%s:%n  %s%nbut was:%n  %s",
                    actual,
                    expectation,
                    expected,
                    found);
        }
        return this;
    }
}
