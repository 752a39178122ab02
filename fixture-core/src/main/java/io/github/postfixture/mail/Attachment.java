package io.github.postfixture.mail;

import io.github.postfixture.net.Octets;
import java.nio.charset.Charset;
import java.time.Instant;
import org.assertj.core.api.AssertProvider;

/** A file in a message: decoded name, type and content. Immutable. */
public final class Attachment implements AssertProvider<AttachmentAssert> {

    private final String name;
    private final String contentType;
    private final Charset charset;
    private final String declared;
    private final String contentId;
    private final boolean file;
    private final byte[] content;

    Attachment(
            String name,
            String contentType,
            String declared,
            Charset charset,
            String contentId,
            boolean file,
            byte[] content) {
        this.name = name;
        this.contentType = contentType;
        this.charset = charset;
        this.declared = declared;
        this.contentId = contentId;
        this.file = file;
        this.content = content;
    }

    /** Return the file name; empty if it has none. */
    public String name() {
        return name;
    }

    /** Return the declared media type without parameters, in lower case, such as {@code application/pdf}. */
    public String contentType() {
        return contentType;
    }

    /** Return the {@code Content-ID} without angle brackets, by which HTML refers to it; empty if it has none. */
    public String contentId() {
        return contentId;
    }

    /** Return whether its {@code Content-Disposition} is {@code attachment}: to be saved rather than shown. */
    public boolean isFile() {
        return file;
    }

    /** Return a parameter of the declared media type, such as {@code method}; empty if it has none of that name. */
    public String parameter(String parameter) {
        return MimePart.parameter(declared, parameter).orElse("");
    }

    /** Return the content, without its transfer encoding. */
    public byte[] content() {
        return content.clone();
    }

    /** Return the content as text in its declared charset; UTF-8 if it declares none. */
    public String text() {
        return new String(content, charset);
    }

    /** Return how many bytes the content has. */
    public int size() {
        return content.length;
    }

    /** Return the message that this is, of type {@code message/rfc822}; as no server received it, its envelope is empty. */
    public ReceivedMail message() {
        return ReceivedMail.withoutEnvelope(Octets.of(content), Instant.EPOCH);
    }

    @Override
    public AttachmentAssert assertThat() {
        return new AttachmentAssert(this);
    }

    @Override
    public String toString() {
        return (name.isEmpty() ? "(no name)" : name) + " (" + contentType + ", " + content.length
                + (content.length == 1 ? " byte)" : " bytes)");
    }
}
