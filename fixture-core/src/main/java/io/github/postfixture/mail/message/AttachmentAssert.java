package io.github.postfixture.mail.message;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.BytesAssert;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.PrintableRepresentation;
import io.github.postfixture.explanation.Quantity;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.AbstractByteArrayAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** Assertions on an {@link Attachment}. */
public class AttachmentAssert extends AbstractExplainedAssert<AttachmentAssert, Attachment> {

    AttachmentAssert(Attachment actual) {
        super(actual, AttachmentAssert.class);
    }

    /** Verify that the decoded file name is this. */
    public AttachmentAssert hasName(String expected) {
        return verify("the name of the attachment", expected, actual.name());
    }

    /** Verify that the declared media type is this, parameters aside. */
    public AttachmentAssert hasContentType(String expected) {
        return verify("the content type of " + actual.named(), expected, actual.contentType());
    }

    /**
     * Verify that the content begins as the declared media type does, of PDF, ZIP and its kin, GZIP, and images; and that it
     * ends as it must, of all of them but GZIP, so that it is not cut off.
     */
    public AttachmentAssert hasContentOfItsType() {
        List<String> detected = MagicBytes.typesOf(actual.content());
        if (MagicBytes.knows(actual.contentType()) || !detected.isEmpty()) {
            if (!detected.contains(MagicBytes.family(actual.contentType()))) {
                throw failing(
                        "the content of " + actual.named() + " to be " + actual.contentType(),
                        detected.isEmpty()
                                ? "it begins like nothing known"
                                : "it begins like " + String.join(", ", detected));
            }
            if (FileEnds.isCutOff(MagicBytes.family(actual.contentType()), actual.content())) {
                throw failing(
                        "the content of " + actual.named() + " to be " + actual.contentType(),
                        "it is cut off: its " + Quantity.of(actual.size(), "byte") + " do not end as such a file does");
            }
        }
        return this;
    }

    /** Verify that the content has this many bytes. */
    public AttachmentAssert hasSize(int expected) {
        if (actual.size() != expected) {
            throw failing(
                    FailureMessage.expected(
                            actual.named() + " to have " + Quantity.of(expected, "byte"), "it has " + actual.size()),
                    expected,
                    actual.size());
        }
        return this;
    }

    /** Verify that the SHA-256 digest of the content is this, in hexadecimal digits. */
    public AttachmentAssert hasSha256(String expected) {
        return verify(
                "the SHA-256 digest of " + actual.named(), expected.toLowerCase(Locale.ROOT), sha256(actual.content()));
    }

    /** Verify that the {@code Content-ID}, by which HTML refers to it, is this, without angle brackets. */
    public AttachmentAssert hasContentId(String expected) {
        return verify("the Content-ID of " + actual.named(), expected, actual.contentId());
    }

    /** Verify that it is to be shown within the message rather than saved: its disposition is not attachment. */
    public AttachmentAssert isInline() {
        if (!actual.isInline()) {
            throw failing(actual.named() + " to be inline", "its disposition is attachment");
        }
        return this;
    }

    /** Go on to the content. */
    public AbstractByteArrayAssert<?> content() {
        return new BytesAssert(actual.content(), "the content of " + actual);
    }

    /** Go on to the content as text in its declared charset. */
    public AbstractStringAssert<?> text() {
        return Assertions.assertThat(actual.text())
                .as(() -> "text of " + actual + actual.charsetNotes())
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /**
     * Go on to the names of the entries of a ZIP file, in the order of its central directory, which nothing is unpacked for;
     * fail if it is none, or has more than a million entries.
     */
    public ListAssert<String> zipEntries() {
        return Assertions.assertThat(ZipEntries.in(actual)).as("entries of %s", actual);
    }

    /**
     * Go on to the text of a PDF file; fail if it is none.
     *
     * @throws IllegalStateException if Apache PDFBox is not on the class path
     */
    public AbstractStringAssert<?> pdfText() {
        return Assertions.assertThat(PdfText.of(actual))
                .as("text of %s", actual)
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Go on to the message that it is; fail if its type is not {@code message/rfc822}. */
    public ReceivedMailAssert message() {
        hasContentType("message/rfc822");
        return part(actual.message().assertThat());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
