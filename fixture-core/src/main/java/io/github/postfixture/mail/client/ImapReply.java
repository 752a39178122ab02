package io.github.postfixture.mail.client;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One response of an IMAP server (RFC 3501 section 7).
 *
 * @param tag the tag of the command, {@code *} or {@code +}
 * @param kind what it is, in upper case, such as {@code OK} or {@code FETCH}
 * @param number the number before the kind; 0 without one
 * @param values what follows
 * @param text what follows as text, if it is a status or a continuation
 */
record ImapReply(String tag, String kind, long number, List<ImapValue> values, String text) {

    boolean is(String wanted) {
        return kind.equals(wanted);
    }

    boolean isUntagged() {
        return tag.equals("*");
    }

    /** Return the arguments of the response code of a status, such as those of {@code [UIDVALIDITY 1]}. */
    Optional<String> code(String name) {
        String start = "[" + name + " ";
        int end = text.indexOf(']');
        return end > 0 && text.toUpperCase(Locale.ROOT).startsWith(start)
                ? Optional.of(text.substring(Math.min(start.length(), end), end))
                : Optional.empty();
    }

    /** Return the value that stands behind a name, as in the data of a message. */
    Optional<ImapValue> valueOf(String name) {
        List<ImapValue> items = values.isEmpty() ? List.of() : values.get(0).items();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            if (items.get(i).text().equalsIgnoreCase(name)) {
                return Optional.of(items.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
