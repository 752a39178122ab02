package io.github.postfixture.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a message, sorted by what a reader makes of them: text, HTML, files. */
final class MimeContent {

    private static final int DEEPEST = 100;

    private final List<Attachment> attachments = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private Optional<String> text = Optional.empty();
    private Optional<String> html = Optional.empty();

    private MimeContent() {}

    static MimeContent of(MimeMessage message) {
        MimeContent content = new MimeContent();
        content.add(message, 0);
        return content;
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
        return List.copyOf(types);
    }

    private void add(Part part, int depth) {
        Optional<Multipart> multipart = depth < DEEPEST ? MimePart.multipart(part) : Optional.empty();
        if (multipart.isPresent()) {
            addAll(multipart.get(), depth + 1);
        } else {
            addLeaf(new MimePart(part));
        }
    }

    private void addAll(Multipart multipart, int depth) {
        for (BodyPart part : parts(multipart)) {
            add(part, depth);
        }
    }

    private void addLeaf(MimePart part) {
        types.add(part.type());
        if (text.isEmpty() && part.isBody("text/plain")) {
            text = Optional.of(part.decodedText());
        } else if (html.isEmpty() && part.isBody("text/html")) {
            html = Optional.of(part.decodedText());
        } else {
            attachments.add(part.attachment());
        }
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
