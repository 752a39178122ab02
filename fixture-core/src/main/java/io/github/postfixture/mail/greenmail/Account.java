package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.user.UserImpl;

/** A user whose folders stand under a number of its own; GreenMail's hash of the address is shared by some. */
final class Account extends UserImpl {

    private final int number;

    Account(String address, int number, ImapHostManager folders) {
        super(address, address, "", folders);
        this.number = number;
    }

    @Override
    public String getQualifiedMailboxName() {
        return "account" + number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Account account && account.getEmail().equals(getEmail());
    }

    @Override
    public int hashCode() {
        return getEmail().hashCode();
    }
}
