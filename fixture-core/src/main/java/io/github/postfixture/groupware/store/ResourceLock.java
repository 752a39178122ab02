package io.github.postfixture.groupware.store;

import io.github.postfixture.xml.XmlElement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A write lock (RFC 4918 section 6).
 *
 * @param token the URI that stands for it
 * @param path what it was asked for
 * @param isDeep whether everything below is locked with it
 * @param isExclusive whether nobody else may have one
 * @param principal the address of the account that has it
 * @param owner what the client says of its owner
 */
public record ResourceLock(
        String token,
        ResourcePath path,
        boolean isDeep,
        boolean isExclusive,
        String principal,
        Optional<XmlElement> owner,
        Duration timeout,
        Instant expires) {

    /** Return whether it locks what is at a path. */
    public boolean covers(ResourcePath other) {
        return isDeep ? other.isWithin(path) : other.equals(path);
    }

    ResourceLock until(Instant end, Duration granted) {
        return new ResourceLock(token, path, isDeep, isExclusive, principal, owner, granted, end);
    }
}
