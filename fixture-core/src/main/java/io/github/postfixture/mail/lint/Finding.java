package io.github.postfixture.mail.lint;

import java.util.Locale;

/**
 * A defect of a message.
 *
 * @param defect its kind
 * @param detail where it is and what stands there
 */
public record Finding(MailDefect defect, String detail) {

    private static final int LONGEST = 200;

    /** Cut what is long. */
    public Finding {
        detail = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST) + "...";
    }

    /** Return the kind and the detail, such as {@code missing date: there is no Date}. */
    @Override
    public String toString() {
        return defect.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + detail;
    }
}
