package io.github.postfixture.explanation;

import java.util.Locale;

/** How a failure says a number of things. */
public final class Quantity {

    private Quantity() {}

    /** Return the number and the noun, such as {@code 1 mail}, {@code 2 mails} or {@code no mails}. */
    public static String of(long number, String noun) {
        return (number == 0 ? "no" : Long.toString(number)) + " " + (number == 1 ? noun : plural(noun));
    }

    /** Return the plural of an English noun that forms it by a rule, such as {@code mailboxes}. */
    public static String plural(String noun) {
        if (noun.endsWith("y") && "aeiou".indexOf(noun.charAt(noun.length() - 2)) < 0) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        String end = noun.substring(noun.length() - 1).toLowerCase(Locale.ROOT);
        return noun + ("sx".contains(end) || noun.endsWith("ch") ? "es" : "s");
    }
}
