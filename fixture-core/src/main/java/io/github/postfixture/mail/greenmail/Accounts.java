package io.github.postfixture.mail.greenmail;

import io.github.postfixture.mail.store.MailboxDirectory;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The accounts of the store: each comes into being, with its mail, when somebody first logs in to its mailbox. */
final class Accounts {

    private final Folders folders = new Folders();
    private final MailboxDirectory directory;
    private final Map<String, Account> byAddress = new HashMap<>();

    Accounts(MailboxDirectory directory) {
        this.directory = directory;
    }

    Folders folders() {
        return folders;
    }

    /** Return the account that the credentials open; nothing if they are refused. */
    synchronized Optional<Account> login(Credentials credentials) {
        return directory
                .login(credentials.login(), credentials.password())
                .map(address -> byAddress.computeIfAbsent(address.toLowerCase(Locale.ROOT), this::open));
    }

    private Account open(String address) {
        Account account = new Account(address, folders);
        account.create();
        directory.open(address, account::deliver);
        return account;
    }
}
