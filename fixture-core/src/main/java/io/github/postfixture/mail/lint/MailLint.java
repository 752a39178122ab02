package io.github.postfixture.mail.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks for defects in the bytes and the header section of a message. */
public final class MailLint {

    private static final List<String> ONCE = List.of(
            "date",
            "from",
            "sender",
            "reply-to",
            "to",
            "cc",
            "bcc",
            "message-id",
            "in-reply-to",
            "references",
            "subject",
            "mime-version",
            "content-type",
            "content-transfer-encoding");

    private final byte[] raw;
    private final boolean internationalized;
    private final List<Finding> findings = new ArrayList<>();

    private MailLint(byte[] raw, boolean internationalized) {
        this.raw = raw;
        this.internationalized = internationalized;
    }

    /**
     * Return the defects in the bytes and the header section.
     *
     * @param internationalized whether the message was sent with {@code SMTPUTF8}
     */
    public static List<Finding> of(byte[] raw, boolean internationalized) {
        return new MailLint(raw, internationalized).look();
    }

    private List<Finding> look() {
        findings.addAll(new Lines(raw).findings());
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String field : Lines.fields(raw)) {
            lookAt(field);
            counts.merge(name(field), 1, Integer::sum);
        }
        require(counts, "From", MailDefect.MISSING_FROM);
        require(counts, "Date", MailDefect.MISSING_DATE);
        require(counts, "Message-ID", MailDefect.MISSING_MESSAGE_ID);
        ONCE.stream()
                .filter(name -> counts.getOrDefault(name, 0) > 1)
                .forEach(name -> find(MailDefect.DUPLICATE_HEADER, name + " stands " + counts.get(name) + " times"));
        return List.copyOf(findings);
    }

    private void lookAt(String field) {
        if (!field.matches("(?s)[!-9;-~]+[ \t]*:.*")) {
            find(MailDefect.MALFORMED_HEADER, "\"" + shortened(field) + "\" is no field");
        } else if (!internationalized && field.chars().anyMatch(c -> c > 0x7f)) {
            find(MailDefect.EIGHT_BIT_HEADER, name(field) + " has bytes beyond ASCII");
        }
    }

    private void require(Map<String, Integer> counts, String name, MailDefect defect) {
        if (!counts.containsKey(name.toLowerCase(Locale.ROOT))) {
            find(defect, "there is no " + name);
        }
    }

    private void find(MailDefect defect, String detail) {
        findings.add(new Finding(defect, detail));
    }

    private static String name(String field) {
        int colon = field.indexOf(':');
        return (colon < 0 ? field : field.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String field) {
        return field.length() <= 40 ? field : field.substring(0, 40) + "...";
    }
}
