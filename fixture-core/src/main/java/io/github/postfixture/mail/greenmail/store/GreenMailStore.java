package io.github.postfixture.mail.greenmail.store;

import io.github.postfixture.mail.store.MailStore;
import io.github.postfixture.mail.store.MailboxDirectory;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.mime.AddressSpec;
import java.util.HashMap;
import java.util.Map;

/** Mailboxes in memory, kept by GreenMail; each comes into being, with its mail, when it is first opened. */
public final class GreenMailStore implements MailStore {

    private final MailboxDirectory directory;
    private final Map<String, GreenMailAccount> byAddress = new HashMap<>();

    /** Make an empty store that fills, mailbox by mailbox, from the directory. */
    public GreenMailStore(MailboxDirectory directory) {
        this.directory = directory;
    }

    @Override
    public synchronized StoredMailbox open(String address) {
        return byAddress.computeIfAbsent(AddressSpec.of(address).toString(), this::fill);
    }

    private GreenMailAccount fill(String address) {
        GreenMailAccount account = new GreenMailAccount(address);
        account.limit(directory.quota(address));
        directory.open(address, account::deliver);
        return account;
    }
}
