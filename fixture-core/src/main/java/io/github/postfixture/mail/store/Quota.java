package io.github.postfixture.mail.store;

import java.util.OptionalLong;

/**
 * How much an account may hold (RFC 9208).
 *
 * @param storage units of 1,024 bytes; nothing for no limit
 * @param messages messages in all folders; nothing for no limit
 */
public record Quota(OptionalLong storage, OptionalLong messages) {

    /** No limit. */
    public static final Quota NONE = new Quota(OptionalLong.empty(), OptionalLong.empty());

    /** Return whether an account may hold so much. */
    public boolean allows(long heldMessages, long heldOctets) {
        return heldMessages <= messages.orElse(Long.MAX_VALUE)
                && heldOctets <= storage.orElse(Long.MAX_VALUE >> 10) << 10;
    }
}
