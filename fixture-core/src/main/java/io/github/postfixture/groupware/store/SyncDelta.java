package io.github.postfixture.groupware.store;

import java.util.List;
import java.util.Optional;

/**
 * What has changed since a client looked (RFC 6578).
 *
 * @param members what has changed, in order
 * @param token what the client knows with that
 * @param isTruncated whether there is more
 */
public record SyncDelta(List<Member> members, SyncToken token, boolean isTruncated) {

    /**
     * A member that has changed.
     *
     * @param item what it is now; nothing if it is gone
     */
    public record Member(ResourcePath path, long revision, Optional<StoredItem> item) {}
}
