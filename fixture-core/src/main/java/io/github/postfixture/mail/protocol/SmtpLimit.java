package io.github.postfixture.mail.protocol;

import org.apiguardian.api.API;

/**
 * What a server has only so much of.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public enum SmtpLimit {
    /** The bytes of a message. */
    MESSAGE_BYTES(100L << 20),
    /** The recipients of a message. */
    RECIPIENTS(1_000),
    /** The messages that a connection may bring. */
    MESSAGES_PER_CONNECTION(Long.MAX_VALUE),
    /** The messages that the server takes in all. */
    MESSAGES(Long.MAX_VALUE),
    /** How long a client may keep silent, in milliseconds: the five minutes of RFC 5321 section 4.5.3.2.7. */
    SILENCE_MILLIS(300_000);

    private final long usual;

    SmtpLimit(long usual) {
        this.usual = usual;
    }

    /** Return what holds where nothing else is said. */
    public long usual() {
        return usual;
    }
}
