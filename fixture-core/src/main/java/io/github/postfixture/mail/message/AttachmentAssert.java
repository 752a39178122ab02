package io.github.postfixture.mail.message;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.PrintableRepresentation;
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
        return verify("to have the name", expected, actual.name());
    }

    /** Verify that the declared media type is this, parameters aside. */
    public AttachmentAssert hasContentType(String expected) {
        return verify("to have the content type", expected, actual.contentType());
    }

    /** Verify that the content begins as the declared media type does: PDF, ZIP and its kin, GZIP, and images. */
    public AttachmentAssert hasContentOfItsType() {
        List<String> detected = MagicBytes.typesOf(actual.content());
        if (MagicBytes.knows(actual.contentType()) || !detected.isEmpty()) {
            if (!detected.contains(MagicBytes.family(actual.contentType()))) {
                throw lacking("to have content of the type", actual.contentType(), "but it begins like", detected);
            }
        }
        return this;
    }

    /** Verify that the content has this many bytes. */
    public AttachmentAssert hasSize(int expected) {
        return verify("to have the size", expected + " bytes", actual.size() + " bytes");
    }

    /** Verify that the SHA-256 digest of the content is this, in hexadecimal digits. */
    public AttachmentAssert hasSha256(String expected) {
        return verify("to have the SHA-256 digest", expected.toLowerCase(Locale.ROOT), sha256(actual.content()));
    }

    /** Verify that the {@code Content-ID}, by which HTML refers to it, is this, without angle brackets. */
    public AttachmentAssert hasContentId(String expected) {
        return verify("to have the Content-ID", expected, actual.contentId());
    }

    /** Verify that it is to be shown within the message rather than saved: its disposition is not attachment. */
    public AttachmentAssert isInline() {
        return verify("to have the disposition", "inline", actual.isInline() ? "inline" : "attachment");
    }

    /** Go on to the content. */
    public AbstractByteArrayAssert<?> content() {
        return Assertions.assertThat(actual.content()).as("content of %s", actual);
    }

    /** Go on to the content as text in its declared charset. */
    public AbstractStringAssert<?> text() {
        return Assertions.assertThat(actual.text())
                .as("text of %s", actual)
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
        return Assertions.assertThat(actual.message()).as("message in %s", actual);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
