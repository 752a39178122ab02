package io.github.postfixture.mail.imap.syntax;

import java.util.Optional;

/** Strings as IMAP writes them (RFC 3501 section 4.3), one character of which is one byte. */
public final class ImapString {

    /** What stands for nothing. */
    public static final String NIL = "NIL";

    private ImapString() {}

    /** Return the text quoted, or as a literal where that is needed. NUL, which neither can hold, is left out. */
    public static String of(String text) {
        String content = text.indexOf(0) < 0 ? text : text.replace("\0", "");
        return content.chars().allMatch(c -> c < 0x80 && c != '\r' && c != '\n')
                ? '"' + content.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : "{" + content.length() + "}\r\n" + content;
    }

    /** Return the text, or {@code NIL} if there is none. */
    public static String nilOr(Optional<String> text) {
        return text.map(ImapString::of).orElse(NIL);
    }

    /** Return the text, or {@code NIL} if it is empty. */
    public static String nilIfEmpty(String text) {
        return text.isEmpty() ? NIL : of(text);
    }
}
