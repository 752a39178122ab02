package io.github.postfixture.mail.pop3;

import io.github.postfixture.explanation.ShownCommands;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A command as the client sent it.
 *
 * @param name the first word, in capitals
 * @param argument what follows it; empty for nothing
 * @param shown the line as others may see it: without a password
 */
record Pop3Line(String name, String argument, String shown) {

    private static final Pattern NAME = Pattern.compile("[A-Z0-9]{3,4}");

    /**
     * Read a line.
     *
     * @param commands how the lines of its client are shown
     */
    static Pop3Line parse(String line, ShownCommands commands) {
        String name = word(line).toUpperCase(Locale.ROOT);
        return new Pop3Line(name, afterWord(line), commands.next(line, () -> Pop3Commands.areKnown(name)));
    }

    /** Return the name as others may see it. */
    String shownName() {
        String first = word(shown).toUpperCase(Locale.ROOT);
        return NAME.matcher(first).matches() ? first : "(a malformed line)";
    }

    /** Return the argument as others may see it. */
    String shownArgument() {
        return afterWord(shown);
    }

    private static String word(String line) {
        return line.split(" ", 2)[0];
    }

    private static String afterWord(String line) {
        String[] words = line.split(" ", 2);
        return words.length == 2 ? words[1] : "";
    }
}
