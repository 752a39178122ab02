package io.github.postfixture.mail.imap.search;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a subject says without the marks of replies, forwards and mailing lists (RFC 5256 section 2.1).
 *
 * @param text in capitals, so that equal ones are equal
 * @param isReply whether a mark of a reply or forward was taken away
 */
record BaseSubject(String text, boolean isReply) {

    private static final int LONGEST = 4000;
    private static final String BLOB = "\\[[^\\[\\]]*+\\] *+";
    private static final Pattern LEADER = Pattern.compile("(?:" + BLOB + ")*+(?:RE|FWD?) *+(?:" + BLOB + ")?+:");
    private static final Pattern LEADING_BLOB = Pattern.compile(BLOB + "(?=.)");
    private static final String TRAILER = "(FWD)";
    private static final String FORWARD = "[FWD:";

    /** Read a subject, decoded. */
    static BaseSubject of(String subject) {
        String begin = subject.substring(0, Math.min(LONGEST, subject.length()));
        BaseSubject rest = new BaseSubject(begin.replaceAll("\\s+", " ").toUpperCase(Locale.ROOT), false);
        BaseSubject less = rest.withoutMark();
        while (!less.equals(rest)) {
            rest = less;
            less = rest.withoutMark();
        }
        return rest;
    }

    private BaseSubject withoutMark() {
        String rest = text.strip();
        Matcher leader = LEADER.matcher(rest);
        Matcher blob = LEADING_BLOB.matcher(rest);
        if (rest.endsWith(TRAILER)) {
            return new BaseSubject(rest.substring(0, rest.length() - TRAILER.length()), true);
        }
        if (leader.lookingAt()) {
            return new BaseSubject(rest.substring(leader.end()), true);
        }
        if (blob.lookingAt()) {
            return new BaseSubject(rest.substring(blob.end()), isReply);
        }
        return rest.startsWith(FORWARD) && rest.endsWith("]")
                ? new BaseSubject(rest.substring(FORWARD.length(), rest.length() - 1), true)
                : new BaseSubject(rest, isReply);
    }
}
