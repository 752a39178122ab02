package io.github.postfixture.mail.pop3;

import io.github.postfixture.octets.Octets;
import java.util.function.IntFunction;

/** The commands after a login (RFC 1939 sections 5 and 7). */
final class MaildropCommands {

    private MaildropCommands() {}

    static Pop3Reply stat(Pop3Session session, String argument) {
        MarkedMaildrop drop = drop(session);
        long octets =
                drop.numbers().mapToLong(number -> drop.octets(number).length()).sum();
        return Pop3Reply.of(drop.numbers().count() + " " + octets);
    }

    static Pop3Reply list(Pop3Session session, String argument) throws Pop3Refusal {
        MarkedMaildrop drop = drop(session);
        return listing(
                drop, argument, number -> String.valueOf(drop.octets(number).length()));
    }

    static Pop3Reply uniqueIds(Pop3Session session, String argument) throws Pop3Refusal {
        MarkedMaildrop drop = drop(session);
        return listing(drop, argument, drop::uniqueId);
    }

    static Pop3Reply retrieve(Pop3Session session, String argument) throws Pop3Refusal {
        MarkedMaildrop drop = drop(session);
        Octets octets = drop.hand(number(drop, argument), true);
        return Pop3Reply.message(octets.length() + " octets", octets, Integer.MAX_VALUE);
    }

    static Pop3Reply top(Pop3Session session, String argument) throws Pop3Refusal {
        String[] words = argument.strip().split(" +", -1);
        Pop3Refusal.unless(words.length == 2 && words[1].matches("\\d+"), "Syntax: TOP message lines");
        MarkedMaildrop drop = drop(session);
        int lines = number(words[1]);
        return Pop3Reply.message("", drop.hand(number(drop, words[0]), lines > 0), lines);
    }

    static Pop3Reply delete(Pop3Session session, String argument) throws Pop3Refusal {
        MarkedMaildrop drop = drop(session);
        drop.delete(number(drop, argument));
        return Pop3Reply.of("Marked as deleted");
    }

    static Pop3Reply reset(Pop3Session session, String argument) {
        drop(session).undelete();
        return Pop3Reply.of("");
    }

    private static Pop3Reply listing(MarkedMaildrop drop, String argument, IntFunction<String> description)
            throws Pop3Refusal {
        if (!argument.isBlank()) {
            int number = number(drop, argument);
            return Pop3Reply.of(number + " " + description.apply(number));
        }
        return Pop3Reply.listing(
                "",
                drop.numbers()
                        .mapToObj(number -> number + " " + description.apply(number))
                        .toList());
    }

    private static MarkedMaildrop drop(Pop3Session session) {
        return session.maildrop().orElseThrow();
    }

    private static int number(MarkedMaildrop drop, String argument) throws Pop3Refusal {
        String digits = argument.strip();
        boolean exists = digits.matches("\\d+") && drop.exists(number(digits));
        Pop3Refusal.unless(exists, "No such message");
        return number(digits);
    }

    /** Return the number that the digits are; the largest that there is if it is larger than that. */
    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }
}
