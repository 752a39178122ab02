package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.ImapReader.ImapText;
import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.octets.Octets;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command (RFC 3501 section 2.2.1).
 *
 * @param tag how the client calls the command
 * @param name the command, in capitals, such as {@code FETCH} or {@code UID FETCH}
 * @param arguments what follows it
 * @param messages the literals that are messages, in order
 */
record ImapRequest(String tag, String name, Arguments arguments, Queue<Octets> messages) {

    private static final String BY_UID = "UID ";
    private static final Pattern COMMAND = Pattern.compile(
            "([^\\s(){%*\"\\\\+\\p{Cntrl}\\x80-\\xff]+) ((?:UID +)?[A-Z][A-Z0-9]*)(?: (.*))?",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("([^\\s(){%*\"\\\\+\\p{Cntrl}\\x80-\\xff]+) .*", Pattern.DOTALL);

    /** Read a command; nothing if it is none. */
    static Optional<ImapRequest> parse(ImapText text) {
        Matcher matcher = COMMAND.matcher(text.text());
        return matcher.matches()
                ? Optional.of(new ImapRequest(
                        matcher.group(1),
                        matcher.group(2).toUpperCase(Locale.ROOT).replaceAll(" +", " "),
                        new Arguments(matcher.group(3) == null ? "" : matcher.group(3)),
                        new ArrayDeque<>(text.messages())))
                : Optional.empty();
    }

    /** Return the tag that a command begins with; {@code *} if it has none. */
    static String tag(String text) {
        Matcher matcher = TAG.matcher(text);
        return matcher.matches() ? matcher.group(1) : "*";
    }

    /** Return whether numbers are UIDs. */
    boolean byUid() {
        return name.startsWith(BY_UID);
    }
}
