package io.github.postfixture.mail.message;

import io.github.postfixture.concurrent.Lazy;
import io.github.postfixture.mail.html.MailHtml;
import io.github.postfixture.mime.AttachedPart;
import io.github.postfixture.net.outgoing.ConnectionPolicy;
import java.util.List;

/** Makes attachments of the parts that come with a body, and tells files from what the HTML shows. */
final class AttachedFiles {

    private final Lazy<List<String>> shown;

    private AttachedFiles(ReceivedMail mail) {
        shown = new Lazy<>(
                () -> mail.hasHtml() ? MailHtml.of(mail.html().source()).contentIds() : List.of());
    }

    static List<Attachment> of(ReceivedMail mail, ConnectionPolicy allowed) {
        AttachedFiles files = new AttachedFiles(mail);
        return mail.message().bodyParts().attached().stream()
                .map(attached -> new Attachment(attached.part(), () -> files.isFile(attached), allowed))
                .toList();
    }

    private boolean isFile(AttachedPart attached) {
        return !attached.ofProtocol() && !attached.alternative() && !isShown(attached);
    }

    private boolean isShown(AttachedPart attached) {
        return attached.isReferable()
                && (attached.related() || shown.get().contains(attached.part().contentId()));
    }
}
