package io.github.postfixture.mail.smtp;

import io.github.postfixture.explanation.ShownCommands;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as the client sent it.
 *
 * @param verb the first word, in capitals
 * @param argument what follows it; empty for nothing
 * @param shown the line as others may see it: shortened, and without a password
 */
record CommandLine(String verb, String argument, String shown) {

    /** A line that cannot be read. */
    static final CommandLine MALFORMED = new CommandLine("", "", "(a malformed line)");

    private static final int LONGEST_SHOWN = 300;
    private static final Pattern SIZE = Pattern.compile("(?i) SIZE=(\\d++)");

    /**
     * Read a line.
     *
     * @param commands how the lines of its client are shown
     */
    static CommandLine parse(String line, ShownCommands commands) {
        String verb = firstWord(line).toUpperCase(Locale.ROOT);
        String shown = commands.next(line, () -> SmtpVerbs.areKnown(verb));
        return new CommandLine(verb, rest(line), shortened(shown));
    }

    /** Return the argument as others may see it. */
    String shownArgument() {
        return rest(shown);
    }

    /** Return whether there is something in the line that others may not see. */
    boolean holdsSecret() {
        return shown.endsWith("****");
    }

    /** Return the size that {@code MAIL} declares (RFC 1870). */
    OptionalLong declaredSize() {
        if (!verb.equals("MAIL") || argument.indexOf('=') < 0) {
            return OptionalLong.empty();
        }
        Matcher size = SIZE.matcher(argument);
        return size.find() ? OptionalLong.of(ByteCount.of(size.group(1))) : OptionalLong.empty();
    }

    private static String firstWord(String line) {
        int space = line.indexOf(' ');
        return (space < 0 ? line : line.substring(0, space)).stripTrailing();
    }

    /** Return what follows the first word and its spaces. */
    private static String rest(String line) {
        int begin = line.indexOf(' ');
        if (begin < 0) {
            return "";
        }
        while (begin < line.length() && line.charAt(begin) == ' ') {
            begin++;
        }
        return line.substring(begin).stripTrailing();
    }

    private static String shortened(String line) {
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }
}
