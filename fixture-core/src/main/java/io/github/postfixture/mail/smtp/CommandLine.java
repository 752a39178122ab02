package io.github.postfixture.mail.smtp;

import java.util.Locale;

/**
 * A command as the client sent it.
 *
 * @param verb the first word, in capitals
 * @param argument what follows it; empty for nothing
 * @param shown the line as others may see it: shortened, and without a password
 */
record CommandLine(String verb, String argument, String shown) {

    private static final int LONGEST_SHOWN = 300;

    static CommandLine parse(String line) {
        String[] words = line.stripTrailing().split(" +", 2);
        String verb = words[0].toUpperCase(Locale.ROOT);
        return new CommandLine(verb, words.length == 2 ? words[1] : "", shortened(masked(verb, line)));
    }

    /** Return the argument as others may see it. */
    String shownArgument() {
        String[] words = shown.stripTrailing().split(" +", 2);
        return words.length == 2 ? words[1] : "";
    }

    private static String masked(String verb, String line) {
        return verb.equals("AUTH") ? line.replaceFirst("^(\\S+\\s+\\S+)\\s.+", "$1 ****") : line;
    }

    private static String shortened(String line) {
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }
}
