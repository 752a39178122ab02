package io.github.postfixture.mail.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a folder is for (RFC 6154). */
public enum SpecialUse {
    /** All messages of the account. */
    ALL,
    /** What is done with, and kept. */
    ARCHIVE,
    /** What is not sent yet. */
    DRAFTS,
    /** What is marked as important. */
    FLAGGED,
    /** What nobody wants. */
    JUNK,
    /** What was sent. */
    SENT,
    /** What was deleted. */
    TRASH;

    /** Return the name on the wire, such as {@code \Sent}. */
    public String attribute() {
        return "\\" + name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** Return the use of that name on the wire, in any case. */
    public static Optional<SpecialUse> of(String attribute) {
        return Arrays.stream(values())
                .filter(use -> use.attribute().equalsIgnoreCase(attribute))
                .findFirst();
    }
}
