package io.github.postfixture.mail.lint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Looks at the lines of a message as they were sent. */
final class Lines {

    private static final int LONGEST = 998;

    private final byte[] raw;
    private final List<Finding> findings = new ArrayList<>();

    Lines(byte[] raw) {
        this.raw = raw;
    }

    /** Return the first defect of each kind; there may be one in every line. */
    List<Finding> findings() {
        int line = 1;
        int start = 0;
        for (int i = 0; i < raw.length; i++) {
            if (isBare(i)) {
                find(
                        MailDefect.BARE_LINE_ENDING,
                        "line " + line + " ends with a bare " + (raw[i] == '\r' ? "CR" : "LF"));
            }
            if (raw[i] == '\n') {
                measure(line, i - start - (i > 0 && raw[i - 1] == '\r' ? 1 : 0));
                start = i + 1;
                line++;
            }
        }
        measure(line, raw.length - start);
        return findings;
    }

    /** Return the unfolded fields of the header section, one a string, as ISO 8859-1. */
    static List<String> fields(byte[] raw) {
        String all = new String(raw, StandardCharsets.ISO_8859_1);
        String head = all.split("(?<=\n)\r?\n|^\r?\n", 2)[0];
        List<String> fields = new ArrayList<>();
        for (String line : head.split("\r?\n", -1)) {
            if (!line.isEmpty() && Character.isWhitespace(line.charAt(0)) && !fields.isEmpty()) {
                fields.set(fields.size() - 1, fields.get(fields.size() - 1) + line);
            } else if (!line.isEmpty()) {
                fields.add(line);
            }
        }
        return fields;
    }

    private boolean isBare(int i) {
        return raw[i] == '\n' ? at(i - 1) != '\r' : raw[i] == '\r' && at(i + 1) != '\n';
    }

    private int at(int i) {
        return i < 0 || i >= raw.length ? -1 : raw[i];
    }

    private void measure(int line, int length) {
        if (length > LONGEST) {
            find(MailDefect.LONG_LINE, "line " + line + " has " + length + " bytes");
        }
    }

    private void find(MailDefect defect, String detail) {
        if (findings.stream().noneMatch(one -> one.defect() == defect)) {
            findings.add(new Finding(defect, detail));
        }
    }
}
