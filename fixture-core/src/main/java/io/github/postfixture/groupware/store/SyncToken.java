package io.github.postfixture.groupware.store;

import java.util.Optional;

/**
 * What a client knows of a collection (RFC 6578).
 *
 * @param collection the number of the collection
 * @param revision the last change that is known
 */
public record SyncToken(long collection, long revision) {

    private static final String SCHEME = "urn:postfixture:sync:";

    /** Read what {@link #toString()} has written. */
    public static Optional<SyncToken> parse(String text) {
        String[] numbers =
                text.startsWith(SCHEME) ? text.substring(SCHEME.length()).split(":", -1) : new String[0];
        try {
            return numbers.length == 2
                    ? Optional.of(new SyncToken(Long.parseLong(numbers[0]), Long.parseLong(numbers[1])))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Return it as a URI, as clients get it. */
    @Override
    public String toString() {
        return SCHEME + collection + ":" + revision;
    }
}
