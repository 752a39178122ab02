package io.github.postfixture.mail.lint;

import io.github.postfixture.mime.Message;
import io.github.postfixture.mime.MimePart;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Looks for defects in a message: in its lines, its header, and its parts.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class MailLint {

    private final Message message;
    private final boolean internationalized;
    private final List<Finding> findings = new ArrayList<>();

    private MailLint(Message message, boolean internationalized) {
        this.message = message;
        this.internationalized = internationalized;
    }

    /**
     * Return the defects.
     *
     * @param internationalized whether the message was sent with {@code SMTPUTF8}
     */
    public static List<Finding> of(Message message, boolean internationalized) {
        return new MailLint(message, internationalized).look();
    }

    private List<Finding> look() {
        findings.addAll(LineLint.of(message.octets()));
        MimePart root = message.root();
        findings.addAll(FieldLint.of(root.header(), internationalized));
        findings.addAll(HeaderLint.of(root.header()));
        findings.addAll(PartLint.ofMessage(root));
        root.all().skip(1).forEach(this::look);
        return List.copyOf(findings);
    }

    private void look(MimePart part) {
        findings.addAll(FieldLint.of(part.header(), internationalized));
        findings.addAll(PartLint.of(part));
    }
}
