package io.github.postfixture.mail.lint;

import io.github.postfixture.mime.MimePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks at the content of a part, and at how it is made of other parts. */
final class PartLint {

    private static final List<String> ONCE =
            List.of("Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Content-ID");

    private final MimePart part;
    private final String name;
    private final List<Finding> findings = new ArrayList<>();

    private PartLint(MimePart part) {
        this.part = part;
        name = part.declaredType().name();
    }

    /** Return the defects of a message, those of its header aside. */
    static List<Finding> ofMessage(MimePart message) {
        return new PartLint(message).look();
    }

    /** Return the defects of a part of a message. */
    static List<Finding> of(MimePart part) {
        PartLint lint = new PartLint(part);
        ONCE.forEach(lint::lookAtField);
        return lint.look();
    }

    private void lookAtField(String field) {
        int count = part.header().values(field).size();
        if (count > 1) {
            find(MailDefect.DUPLICATE_HEADER, "has " + field.toLowerCase(Locale.ROOT) + " " + count + " times");
        }
    }

    private List<Finding> look() {
        part.defects().forEach(defect -> find(MailDefect.MALFORMED_STRUCTURE, defect));
        if (part.parts().isEmpty()) {
            lookAtContent();
        }
        return findings;
    }

    private void lookAtContent() {
        part.encodingDamage().ifPresent(damage -> find(MailDefect.MALFORMED_ENCODING, damage));
        lookAtBytes();
        if (name.startsWith("text/")) {
            part.text(remark -> find(MailDefect.WRONG_CHARSET, remark));
        }
    }

    private void lookAtBytes() {
        boolean declared = part.header().value("Content-Transfer-Encoding").isPresent();
        if (part.encoding().equals("7bit") && !part.isSevenBit()) {
            find(
                    MailDefect.EIGHT_BIT_BODY,
                    "has bytes beyond ASCII, "
                            + (declared ? "but is declared as 7bit" : "as no transfer encoding is declared"));
        }
    }

    private void find(MailDefect defect, String detail) {
        findings.add(new Finding(defect, name + " " + detail));
    }
}
