package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.store.Account;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of folder names with wildcards anywhere: {@code *} for anything, {@code %} for anything within a level.
 *
 * @param names the pattern
 */
record MailboxPattern(Pattern names) {

    private static final Pattern PIECE = Pattern.compile("[*%]+|[^*%]+");

    static MailboxPattern of(String text) {
        boolean inbox = text.equalsIgnoreCase(Account.INBOX);
        String regex = PIECE.matcher(inbox ? Account.INBOX : text)
                .replaceAll(piece -> Matcher.quoteReplacement(regex(piece.group())));
        return new MailboxPattern(Pattern.compile(regex, Pattern.DOTALL));
    }

    boolean matches(String name) {
        return names.matcher(name).matches();
    }

    /** Return the name nearest above this one that matches, if this one does not. */
    Optional<String> matchingAbove(String name) {
        for (int dot = name.lastIndexOf(Account.DELIMITER);
                dot > 0;
                dot = name.lastIndexOf(Account.DELIMITER, dot - 1)) {
            if (matches(name.substring(0, dot))) {
                return Optional.of(name.substring(0, dot));
            }
        }
        return Optional.empty();
    }

    private static String regex(String piece) {
        return switch (piece.charAt(0)) {
            case '*', '%' -> piece.contains("*") ? ".*" : "[^" + Account.DELIMITER + "]*";
            default -> Pattern.quote(piece);
        };
    }
}
