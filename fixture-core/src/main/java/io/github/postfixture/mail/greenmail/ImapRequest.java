package io.github.postfixture.mail.greenmail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command with all its literals (RFC 3501 section 2.2.1), one character for each byte.
 *
 * @param tag how the client calls the command
 * @param name the command, in capitals
 * @param arguments what follows it, without the line ending; empty for nothing
 */
record ImapRequest(String tag, String name, String arguments) {

    private static final Pattern COMMAND = Pattern.compile(
            "([^\\s(){%*\"\\\\\\]+\\p{Cntrl}\\x80-\\xff]+) ([A-Za-z][A-Za-z0-9]*)(?: (.*))?", Pattern.DOTALL);
    private static final Pattern BARE_FLAGS =
            Pattern.compile("((?:STORE )?\\S+ [+-]?FLAGS(?:\\.SILENT)? )([^(\\s][^()]*)", Pattern.CASE_INSENSITIVE);

    /** Read a command; nothing if it is none. */
    static Optional<ImapRequest> parse(String text) {
        Matcher matcher = COMMAND.matcher(text);
        return matcher.matches()
                ? Optional.of(new ImapRequest(
                        matcher.group(1),
                        matcher.group(2).toUpperCase(Locale.ROOT),
                        matcher.group(3) == null ? "" : matcher.group(3)))
                : Optional.empty();
    }

    /** Return the command as GreenMail understands it: the flags of {@code STORE} stand in parentheses. */
    byte[] forGreenMail() {
        return (tag + " " + name + (arguments.isEmpty() ? "" : " ") + mendedArguments() + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private String mendedArguments() {
        boolean stores = name.equals("STORE") || name.equals("UID");
        Matcher matcher = BARE_FLAGS.matcher(arguments);
        return stores && matcher.matches()
                ? matcher.group(1) + "(" + matcher.group(2).strip() + ")"
                : arguments;
    }
}
