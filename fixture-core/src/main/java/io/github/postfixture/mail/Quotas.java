package io.github.postfixture.mail;

import io.github.postfixture.concurrent.Lazy;
import io.github.postfixture.mail.store.MailStore;
import io.github.postfixture.mail.store.Quota;
import io.github.postfixture.mail.store.StoredMailbox;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How much the mailboxes of some addresses may hold; a mailbox without a quota is not even opened to be asked.
 *
 * @param byAddress the quota of each address that has one
 * @param store the mailboxes
 */
record Quotas(Map<String, Quota> byAddress, Lazy<MailStore> store) {

    /** Return the quota of so many bytes, in whole units of 1,024. */
    static Quota ofBytes(long bytes) {
        return new Quota(OptionalLong.of((bytes + 1023) / 1024), OptionalLong.empty());
    }

    /** Return the quota of an address. */
    Quota of(String address) {
        return byAddress.getOrDefault(address, Quota.NONE);
    }

    /** Return whether the mailbox of an address can take a message of so many bytes more. */
    boolean hasRoom(String address, long bytes) {
        if (!byAddress.containsKey(Logins.key(address))) {
            return true;
        }
        StoredMailbox account = store.get().open(address);
        return account.locked(() -> account.hasRoomFor(1, bytes));
    }
}
