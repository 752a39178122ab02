package io.github.postfixture.mail.lint;

import io.github.postfixture.octets.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Looks at the lines of a message as they were sent. */
final class LineLint {

    private static final int LONGEST = 998;

    private final List<Finding> findings = new ArrayList<>();
    private long line = 1;
    private long length;
    private int previous;

    private LineLint() {}

    /** Return the first defect of each kind; there may be one in every line. */
    static List<Finding> of(Octets message) {
        LineLint lint = new LineLint();
        byte[] buffer = new byte[8192];
        try (InputStream input = message.stream()) {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                lint.look(buffer, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lint.end();
        return lint.findings;
    }

    private void look(byte[] octets, int count) {
        for (int i = 0; i < count; i++) {
            look(octets[i]);
        }
    }

    private void look(byte octet) {
        if (previous == '\r' && octet != '\n') {
            bare("CR");
        }
        if (octet == '\n') {
            if (previous != '\r') {
                bare("LF");
            }
            measure(length - (previous == '\r' ? 1 : 0));
            line++;
            length = 0;
        } else {
            length++;
        }
        previous = octet;
    }

    private void end() {
        if (previous == '\r') {
            bare("CR");
        }
        measure(length);
    }

    private void bare(String ending) {
        find(MailDefect.BARE_LINE_ENDING, "line " + line + " ends with a bare " + ending);
    }

    private void measure(long bytes) {
        if (bytes > LONGEST) {
            find(MailDefect.LONG_LINE, "line " + line + " has " + bytes + " bytes");
        }
    }

    private void find(MailDefect defect, String detail) {
        if (findings.stream().noneMatch(one -> one.defect() == defect)) {
            findings.add(new Finding(defect, detail));
        }
    }
}
