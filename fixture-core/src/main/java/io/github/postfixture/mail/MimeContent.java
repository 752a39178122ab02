package io.github.postfixture.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a message, sorted by what a reader makes of them: text, HTML, files. */
final class MimeContent {

    private static final int DEEPEST = 100;

    private final List<Attachment> attachments = new ArrayList<>();
    private final List<MimePart> leaves = new ArrayList<>();
    private final MailStructure structure;
    private final Map<String, String> charsets = new LinkedHashMap<>();
    private Optional<String> text = Optional.empty();
    private Optional<String> html = Optional.empty();

    private MimeContent(MimeMessage message) {
        structure = add(message, 0);
    }

    static MimeContent of(MimeMessage message) {
        return new MimeContent(message);
    }

    MailStructure structure() {
        return structure;
    }

    Optional<String> text() {
        return text;
    }

    Optional<String> html() {
        return html;
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    /** Return the media types of all leaves, in order. */
    List<String> types() {
        return leaves.stream().map(MimePart::type).toList();
    }

    /** Return the charset that the text and the HTML declare, by their type. */
    Map<String, String> charsets() {
        return charsets;
    }

    /** Return what is wrong with the charsets of the texts. */
    List<String> charsetDefects() {
        return leaves.stream().flatMap(leaf -> leaf.charsetDefect().stream()).toList();
    }

    private MailStructure add(Part part, int depth) {
        Optional<Multipart> multipart = depth < DEEPEST ? MimePart.multipart(part) : Optional.empty();
        MimePart leaf = new MimePart(part);
        if (multipart.isEmpty()) {
            addLeaf(leaf);
        }
        return new MailStructure(
                leaf.type(),
                multipart.stream()
                        .flatMap(whole -> parts(whole).stream())
                        .map(inner -> add(inner, depth + 1))
                        .toList());
    }

    private void addLeaf(MimePart part) {
        leaves.add(part);
        if (text.isEmpty() && part.isBody("text/plain")) {
            text = Optional.of(body(part));
        } else if (html.isEmpty() && part.isBody("text/html")) {
            html = Optional.of(body(part));
        } else {
            attachments.add(part.attachment());
        }
    }

    private String body(MimePart part) {
        charsets.put(part.type(), part.declaredCharset());
        return part.decodedText();
    }

    private static List<BodyPart> parts(Multipart multipart) {
        List<BodyPart> parts = new ArrayList<>();
        try {
            for (int i = 0; i < multipart.getCount(); i++) {
                parts.add(multipart.getBodyPart(i));
            }
        } catch (MessagingException e) {
            // What could be read before the defect is all there is.
        }
        return parts;
    }
}
