package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.store.StoredMailbox;
import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern of folder names with wildcards anywhere: {@code *} for anything, {@code %} for anything within a level.
 * However many there are, a name is read once.
 *
 * @param text the pattern, in which no wildcard follows another
 */
record MailboxPattern(String text) {

    private static final Pattern WILDCARDS = Pattern.compile("[*%]{2,}");

    static MailboxPattern of(String text) {
        return new MailboxPattern(
                text.equalsIgnoreCase(StoredMailbox.INBOX)
                        ? StoredMailbox.INBOX
                        : WILDCARDS.matcher(text).replaceAll(run -> run.group().contains("*") ? "*" : "%"));
    }

    boolean matches(String name) {
        return matchingBeginnings(name).get(name.length());
    }

    /** Return the name nearest above this one that matches, if this one does not. */
    Optional<String> matchingAbove(String name) {
        BitSet beginnings = matchingBeginnings(name);
        int dot = name.lastIndexOf(StoredMailbox.DELIMITER);
        while (dot > 0 && !beginnings.get(dot)) {
            dot = name.lastIndexOf(StoredMailbox.DELIMITER, dot - 1);
        }
        return dot > 0 ? Optional.of(name.substring(0, dot)) : Optional.empty();
    }

    /** Return the lengths of those beginnings of a name that match. */
    private BitSet matchingBeginnings(String name) {
        BitSet lengths = new BitSet();
        BitSet places = new BitSet();
        enter(places, 0);
        for (int length = 0; !places.isEmpty(); length++) {
            lengths.set(length, places.get(text.length()));
            places = length < name.length() ? next(places, name.charAt(length)) : new BitSet();
        }
        return lengths;
    }

    /** Return where in the pattern one can be after a character, coming from one of these places. */
    private BitSet next(BitSet places, char character) {
        BitSet next = new BitSet();
        places.stream().filter(place -> place < text.length()).forEach(place -> {
            if (text.charAt(place) == character && !isWildcard(place)) {
                enter(next, place + 1);
            } else if (isWildcard(place) && (character != StoredMailbox.DELIMITER || text.charAt(place) == '*')) {
                enter(next, place);
            }
        });
        return next;
    }

    /** Be at a place, and behind it if a wildcard stands there: that can be for nothing. */
    private void enter(BitSet places, int place) {
        places.set(place);
        if (isWildcard(place)) {
            places.set(place + 1);
        }
    }

    private boolean isWildcard(int place) {
        return place < text.length() && (text.charAt(place) == '*' || text.charAt(place) == '%');
    }
}
