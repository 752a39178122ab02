package io.github.postfixture.mail;

import java.nio.charset.Charset;
import org.assertj.core.api.AssertProvider;

/** A file in a message: decoded name, type and content. Immutable. */
public final class Attachment implements AssertProvider<AttachmentAssert> {

    private final String name;
    private final String contentType;
    private final Charset charset;
    private final String contentId;
    private final byte[] content;

    Attachment(String name, String contentType, Charset charset, String contentId, byte[] content) {
        this.name = name;
        this.contentType = contentType;
        this.charset = charset;
        this.contentId = contentId;
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
