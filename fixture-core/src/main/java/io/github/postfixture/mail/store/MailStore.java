package io.github.postfixture.mail.store;

/** The accounts of one server, with their folders. Safe for use by several threads. */
public interface MailStore {

    /**
     * Return the account of an address, which somebody has logged in to. The first time, it comes into being, with an
     * {@code INBOX} that holds what was delivered so far.
     *
     * @param address the address, in any spelling
     */
    StoredMailbox open(String address);
}
