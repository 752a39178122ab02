package io.github.postfixture.mail.message;

import io.github.postfixture.mail.html.MailHtml;
import io.github.postfixture.mail.lint.Finding;
import io.github.postfixture.mail.lint.MailDefect;
import io.github.postfixture.mail.lint.MailLint;
import io.github.postfixture.mime.MimePart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for defects in all of a message, the references of its HTML to its parts included. */
final class ReferenceLint {

    private final ReceivedMail mail;
    private final List<Finding> findings = new ArrayList<>();

    private ReferenceLint(ReceivedMail mail) {
        this.mail = mail;
    }

    static List<Finding> of(ReceivedMail mail) {
        return new ReferenceLint(mail).look();
    }

    private List<Finding> look() {
        boolean internationalized = mail.envelope().parameters().stream().anyMatch("SMTPUTF8"::equalsIgnoreCase);
        findings.addAll(MailLint.of(mail.message(), internationalized));
        lookAtIds();
        if (mail.hasHtml()) {
            dangling(mail).forEach(id -> find(MailDefect.DANGLING_REFERENCE, "no part is cid:" + id));
        }
        mail.attachments().stream()
                .filter(part -> !part.isInline() && part.name().isEmpty())
                .forEach(part -> find(MailDefect.NAMELESS_ATTACHMENT, part.toString()));
        return List.copyOf(findings);
    }

    private void lookAtIds() {
        Set<String> seen = new HashSet<>();
        mail.message()
                .root()
                .all()
                .map(MimePart::contentId)
                .filter(id -> !id.isEmpty() && !seen.add(id))
                .forEach(id -> find(MailDefect.DUPLICATE_CONTENT_ID, id));
    }

    /** Return the content ids that the HTML names and no part has. */
    static List<String> dangling(ReceivedMail mail) {
        return MailHtml.of(mail.html().source()).contentIds().stream()
                .filter(id -> mail.attachments().stream()
                        .noneMatch(part -> part.contentId().equals(id)))
                .toList();
    }

    private void find(MailDefect defect, String detail) {
        findings.add(new Finding(defect, detail));
    }
}
