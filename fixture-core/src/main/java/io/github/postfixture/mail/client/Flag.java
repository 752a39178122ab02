package io.github.postfixture.mail.client;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader notes about a mail: a flag by IMAP (RFC 9051 section 2.3.2), a letter in the name of a Maildir file. */
public enum Flag {
    /** It is a draft. */
    DRAFT('D', "\\Draft"),
    /** It is starred. */
    FLAGGED('F', "\\Flagged"),
    /** It was forwarded. */
    FORWARDED('P', "$Forwarded"),
    /** It was answered. */
    ANSWERED('R', "\\Answered"),
    /** It was read. */
    SEEN('S', "\\Seen"),
    /** It is to be deleted. */
    DELETED('T', "\\Deleted");

    private final char letter;
    private final String flag;

    Flag(char letter, String flag) {
        this.letter = letter;
        this.flag = flag;
    }

    /** Return its name in IMAP. */
    String flag() {
        return flag;
    }

    static Set<Flag> of(String letters) {
        return Arrays.stream(values())
                .filter(mark -> letters.indexOf(mark.letter) >= 0)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Flag.class)));
    }

    /** Return the letters, in the order that Maildir asks for. */
    static String letters(Set<Flag> marks) {
        return marks.stream().sorted().map(mark -> String.valueOf(mark.letter)).collect(Collectors.joining());
    }
}
