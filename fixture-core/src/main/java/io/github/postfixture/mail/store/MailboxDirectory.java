package io.github.postfixture.mail.store;

import java.util.function.Consumer;

/** Whose mail there is; answered by the mail server. */
public interface MailboxDirectory {

    /** Return how much the mailbox of an address may hold. */
    default Quota quota(String address) {
        return Quota.NONE;
    }

    /**
     * Hand over what was delivered to an address so far, in order, and from now on each new delivery before its
     * sender has an answer. Called once for each mailbox, when a session first asks for it.
     */
    void open(String address, Consumer<StoreDelivery> sink);
}
