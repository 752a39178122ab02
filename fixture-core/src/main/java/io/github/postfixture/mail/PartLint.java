package io.github.postfixture.mail;

import io.github.postfixture.mail.html.MailHtml;
import io.github.postfixture.mail.lint.Finding;
import io.github.postfixture.mail.lint.MailDefect;
import io.github.postfixture.mail.lint.MailLint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for defects in all of a message, its parts included. */
final class PartLint {

    private final ReceivedMail mail;
    private final List<Finding> findings = new ArrayList<>();

    private PartLint(ReceivedMail mail) {
        this.mail = mail;
    }

    static List<Finding> of(ReceivedMail mail) {
        return new PartLint(mail).look();
    }

    private List<Finding> look() {
        boolean internationalized = mail.envelope().parameters().stream().anyMatch("SMTPUTF8"::equalsIgnoreCase);
        findings.addAll(MailLint.of(mail.raw(), internationalized));
        lookAtDate();
        lookAtIds();
        lookAtReferences();
        mail.attachments().stream()
                .filter(part -> part.isFile() && part.name().isEmpty())
                .forEach(part -> find(MailDefect.NAMELESS_ATTACHMENT, part.toString()));
        mail.content().charsetDefects().forEach(detail -> find(MailDefect.WRONG_CHARSET, detail));
        return List.copyOf(findings);
    }

    private void lookAtDate() {
        mail.header("Date")
                .filter(date -> mail.date().isEmpty())
                .ifPresent(date -> find(MailDefect.UNREADABLE_DATE, date));
    }

    private void lookAtIds() {
        Set<String> seen = new HashSet<>();
        mail.attachments().stream()
                .map(Attachment::contentId)
                .filter(id -> !id.isEmpty() && !seen.add(id))
                .forEach(id -> find(MailDefect.DUPLICATE_CONTENT_ID, id));
    }

    private void lookAtReferences() {
        if (mail.hasHtml()) {
            dangling(mail).forEach(id -> find(MailDefect.DANGLING_REFERENCE, "no part is cid:" + id));
        }
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
