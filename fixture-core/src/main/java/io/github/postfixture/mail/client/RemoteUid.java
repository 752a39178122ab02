package io.github.postfixture.mail.client;

import java.util.Comparator;
import java.util.Optional;

/**
 * What a message is known by on the server: its UID, in one life of its folder (RFC 3501 section 2.3.1.1).
 *
 * @param validity the {@code UIDVALIDITY} of the folder
 * @param uid the UID
 */
record RemoteUid(long validity, long uid) implements Comparable<RemoteUid> {

    private static final Comparator<RemoteUid> ORDER =
            Comparator.comparingLong(RemoteUid::validity).thenComparingLong(RemoteUid::uid);
    private static final long LARGEST = 0xffff_ffffL;

    static Optional<RemoteUid> parse(String validity, String uid) {
        return isValid(validity) && isValid(uid)
                ? Optional.of(new RemoteUid(Long.parseLong(validity), Long.parseLong(uid)))
                : Optional.empty();
    }

    /** Return whether this is a number that a UID can be: 1 to 4,294,967,295. */
    static boolean isValid(String number) {
        return ImapReplies.isNumber(number) && Long.parseLong(number) > 0 && Long.parseLong(number) <= LARGEST;
    }

    @Override
    public int compareTo(RemoteUid other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return validity + "/" + uid;
    }
}
