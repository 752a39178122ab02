package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapConstants;
import io.github.postfixture.mail.store.StoredMailbox;
import jakarta.mail.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The quota of an account (RFC 9208) as Jakarta Mail has it: one for all its folders, whatever root is asked for. */
final class BridgedQuota {

    private static final int UNIT = 1024;
    private static final List<String> KNOWN = List.of(ImapConstants.STORAGE, ImapConstants.MESSAGES);

    private BridgedQuota() {}

    /** Return the limits and what is used of them; nothing if there is no limit. */
    static Quota[] of(StoredMailbox account, String root) {
        Quota quota = new Quota(root);
        quota.resources = account.locked(() -> resources(account)).toArray(Quota.Resource[]::new);
        return quota.resources.length == 0 ? new Quota[0] : new Quota[] {quota};
    }

    private static List<Quota.Resource> resources(StoredMailbox account) {
        List<Quota.Resource> resources = new ArrayList<>();
        long units = (account.octets() + UNIT - 1) / UNIT;
        account.quota()
                .storage()
                .ifPresent(limit -> resources.add(new Quota.Resource(ImapConstants.STORAGE, units, limit)));
        account.quota()
                .messages()
                .ifPresent(limit -> resources.add(new Quota.Resource(ImapConstants.MESSAGES, account.size(), limit)));
        return resources;
    }

    /** Limit the account as the quota says, and by nothing else. */
    static void set(StoredMailbox account, Quota quota) {
        List<Quota.Resource> resources = quota.resources == null ? List.of() : List.of(quota.resources);
        resources.forEach(BridgedQuota::requireKnown);
        OptionalLong storage = limit(resources, ImapConstants.STORAGE);
        OptionalLong messages = limit(resources, ImapConstants.MESSAGES);
        account.locked(() -> account.limit(new io.github.postfixture.mail.store.Quota(storage, messages)));
    }

    private static OptionalLong limit(List<Quota.Resource> resources, String name) {
        return resources.stream()
                .filter(resource -> resource.name.equals(name))
                .mapToLong(resource -> resource.limit)
                .findFirst();
    }

    private static void requireKnown(Quota.Resource resource) {
        if (!KNOWN.contains(resource.name)) {
            throw new IllegalStateException("Quota " + resource.name + " is none of " + KNOWN);
        }
    }
}
