package io.github.postfixture.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts of a message, sorted by what a reader makes of them, much as RFC 8621 section 4.1.4 does: the body in plain
 * text, the body in HTML, and the rest. Immutable.
 *
 * <p>Text and HTML are body, unless they are to be saved ({@code Content-Disposition: attachment}), or have a file name
 * and are neither the first of their multipart nor alternatives, or are not the root of a {@code multipart/related}.
 * Other kinds of text among alternatives, such as AMP, are neither body nor attached; a calendar among them is attached,
 * as readers open it. What declares to be made of parts and cannot be read so is plain text.
 */
public final class BodyParts {

    private static final Set<String> PROTOCOLS = Set.of("signed", "encrypted", "report");

    private final List<MimePart> leaves = new ArrayList<>();
    private final List<MimePart> text = new ArrayList<>();
    private final List<MimePart> html = new ArrayList<>();
    private final List<AttachedPart> attached = new ArrayList<>();

    private BodyParts() {}

    static BodyParts of(MimePart root) {
        BodyParts sorted = new BodyParts();
        sorted.add(root, MediaType.TEXT, true);
        return sorted;
    }

    /** Return the parts that are not made of parts, in order; a message within this one is one part. */
    public List<MimePart> leaves() {
        return List.copyOf(leaves);
    }

    /** Return the parts of the body that are {@code text/plain}, in order. */
    public List<MimePart> text() {
        return List.copyOf(text);
    }

    /** Return the parts of the body that are {@code text/html}, in order. */
    public List<MimePart> html() {
        return List.copyOf(html);
    }

    /** Return the parts that come with the body, in order. */
    public List<AttachedPart> attached() {
        return List.copyOf(attached);
    }

    /** Return the body in plain text, its parts one after the other; nothing if there is none. */
    public Optional<String> plainText() {
        return joined(text);
    }

    /** Return the body in HTML, its parts one after the other; nothing if there is none. */
    public Optional<String> markup() {
        return joined(html);
    }

    private void add(MimePart part, MediaType within, boolean first) {
        if (part.isMultipart()) {
            int root = RelatedRoot.indexIn(part);
            for (int i = 0; i < part.parts().size(); i++) {
                add(part.parts().get(i), part.type(), i == root);
            }
        } else {
            leaves.add(part);
            addLeaf(part, within, first);
        }
    }

    private void addLeaf(MimePart part, MediaType within, boolean first) {
        MediaType type = part.type();
        if (isBody(part, within, first) && type.is("text", "plain")) {
            text.add(part);
        } else if (isBody(part, within, first) && type.is("text", "html")) {
            html.add(part);
        } else if (!isUnreadAlternative(part, within)) {
            boolean related = within.is("multipart", "related") && !first;
            boolean alternative = within.is("multipart", "alternative");
            attached.add(new AttachedPart(part, related, alternative, isOfProtocol(within, first)));
        }
    }

    private static boolean isBody(MimePart part, MediaType within, boolean first) {
        return !part.isDetached()
                && (first || within.is("multipart", "alternative") || isUnnamedOutsideRelated(part, within));
    }

    private static boolean isUnnamedOutsideRelated(MimePart part, MediaType within) {
        return !within.is("multipart", "related") && part.fileName().isEmpty();
    }

    private static boolean isUnreadAlternative(MimePart part, MediaType within) {
        MediaType type = part.type();
        return within.is("multipart", "alternative")
                && type.type().equals("text")
                && !type.subtype().equals("calendar")
                && !part.isDetached()
                && part.fileName().isEmpty();
    }

    /** Return whether a part serves the protocol of its multipart: a signature, a report for programs. */
    private static boolean isOfProtocol(MediaType within, boolean first) {
        boolean protocol = within.isMultipart() && PROTOCOLS.contains(within.subtype());
        return protocol && (!first || within.subtype().equals("encrypted"));
    }

    private static Optional<String> joined(List<MimePart> parts) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(joinedTexts(parts));
    }

    private static String joinedTexts(List<MimePart> parts) {
        return parts.size() == 1
                ? parts.get(0).text()
                : parts.stream().map(MimePart::text).collect(Collectors.joining("\r\n"));
    }
}
