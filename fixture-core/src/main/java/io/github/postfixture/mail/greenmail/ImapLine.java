package io.github.postfixture.mail.greenmail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a command (RFC 3501 section 2.2.1).
 *
 * @param tag how the client calls the command
 * @param name the command, in capitals
 * @param arguments what follows it; empty for nothing
 */
record ImapLine(String tag, String name, String arguments) {

    private static final Pattern COMMAND =
            Pattern.compile("([^\\s(){%*\"\\\\+\\p{Cntrl}]+) ([A-Za-z][A-Za-z0-9]*)(?: (.*))?");

    /** Read a line; nothing if it is no command. */
    static Optional<ImapLine> parse(String line) {
        Matcher matcher = COMMAND.matcher(line.stripTrailing());
        return matcher.matches()
                ? Optional.of(new ImapLine(
                        matcher.group(1),
                        matcher.group(2).toUpperCase(Locale.ROOT),
                        matcher.group(3) == null ? "" : matcher.group(3)))
                : Optional.empty();
    }
}
