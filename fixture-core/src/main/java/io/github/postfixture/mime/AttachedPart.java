package io.github.postfixture.mime;

/**
 * A part that comes with the body of a message.
 *
 * @param part the part
 * @param related whether it lies beside the root of a {@code multipart/related}, to be shown within that
 * @param alternative whether it is one of several forms of the same, such as a calendar
 * @param ofProtocol whether it serves the protocol of its multipart: a signature, a report for programs
 */
public record AttachedPart(MimePart part, boolean related, boolean alternative, boolean ofProtocol) {

    /** Return whether other parts can refer to it (RFC 2387, RFC 2392, RFC 2557). */
    public boolean isReferable() {
        return !part.contentId().isEmpty()
                || part.header().value("Content-Location").isPresent();
    }
}
