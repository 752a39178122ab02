package io.github.postfixture.mail.message;

import io.github.postfixture.concurrent.Lazy;
import io.github.postfixture.explanation.Printable;
import io.github.postfixture.mime.MimePart;
import io.github.postfixture.net.outgoing.ConnectionPolicy;
import io.github.postfixture.octets.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.AssertProvider;

/**
 * A part that comes with the body of a message: a file, an image that the body shows, a calendar, a signature. Name, type
 * and content are decoded; the content is when it is first asked for. Immutable.
 */
public final class Attachment implements AssertProvider<AttachmentAssert> {

    private final MimePart part;
    private final BooleanSupplier file;
    private final ConnectionPolicy allowed;
    private final Lazy<byte[]> content;

    Attachment(MimePart part, BooleanSupplier file, ConnectionPolicy allowed) {
        this.part = part;
        this.file = file;
        this.allowed = allowed;
        content = new Lazy<>(part::content);
    }

    /** Return the file name; empty if it has none. */
    public String name() {
        return part.fileName();
    }

    /** Return the declared media type without parameters, in lower case, such as {@code application/pdf}. */
    public String contentType() {
        return part.declaredType().name();
    }

    /** Return the {@code Content-ID} without angle brackets, by which HTML refers to it; empty if it has none. */
    public String contentId() {
        return part.contentId();
    }

    /**
     * Return whether it is a file to its reader, who may save it: it declares to be an attachment, or it is neither shown
     * within the HTML ({@code cid:}), nor a calendar among alternatives, nor a signature or report for programs.
     */
    public boolean isFile() {
        return part.isDetached() || file.getAsBoolean();
    }

    /** Return whether it is to be shown within the message rather than saved: its disposition is not attachment. */
    public boolean isInline() {
        return !part.isDetached();
    }

    /** Return a parameter of the declared media type, such as {@code method}; empty if it has none of that name. */
    public String parameter(String parameter) {
        return part.declaredType().parameter(parameter.toLowerCase(Locale.ROOT)).orElse("");
    }

    /** Return the content, without its transfer encoding. */
    public byte[] content() {
        return content.get().clone();
    }

    /** Return the content as text in its declared charset; UTF-8 if it declares none. */
    public String text() {
        return part.text();
    }

    /** Return how many bytes the content has. */
    public int size() {
        return content.get().length;
    }

    /** Return the message that this is, of type {@code message/rfc822}; as no server received it, its envelope is empty. */
    public ReceivedMail message() {
        return ReceivedMail.withoutEnvelope(Octets.of(content()), Instant.EPOCH, allowed);
    }

    /** Return what speaks against its declared charset, to follow what is said of its text. */
    String charsetNotes() {
        return CharsetNotes.afterSubject(List.of(part));
    }

    /** Return how a sentence names it. */
    String named() {
        return name().isEmpty() ? "the attachment" : "attachment " + Printable.line(name());
    }

    @Override
    public AttachmentAssert assertThat() {
        return new AttachmentAssert(this);
    }

    @Override
    public String toString() {
        return (name().isEmpty() ? "(no name)" : Printable.line(name())) + " (" + contentType() + ", " + size()
                + (size() == 1 ? " byte)" : " bytes)");
    }
}
