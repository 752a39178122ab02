package io.github.postfixture.mail.imap.search;

import io.github.postfixture.mime.Message;
import java.time.OffsetDateTime;

/** A message, as a search looks at it. */
public interface SearchedMessage {

    /** Return the number that the client knows it by. */
    long number();

    /** Return the UID. */
    long uid();

    /** Return whether a flag is set, {@code \Recent} included; its name may be in any letter case. */
    boolean hasFlag(String name);

    /** Return the internal date, in the zone in which it was said. */
    OffsetDateTime receivedAt();

    /** Return the number of the last change (RFC 7162). */
    long modSeq();

    /** Return what is in it. */
    Message content();
}
