package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import io.github.postfixture.account.Account;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.inbound.InboundMail;
import jakarta.mail.internet.MimeMessage;

/**
 * A user for GreenMail: whoever has a mailbox.
 *
 * @param mail the server
 * @param email the address; the login name too, if the account has no other
 */
record BridgedUser(MailServer mail, String email) implements GreenMailUser {

    @Override
    public String getEmail() {
        return email;
    }

    @Override
    public String getLogin() {
        return mail.logins().account(email).map(Account::login).orElse(email);
    }

    @Override
    public void deliver(MovingMessage msg) {
        deliver(msg.getMessage());
    }

    @Override
    public void deliver(MimeMessage msg) {
        mail.mailbox(email).deliver(InboundMail.of(msg));
    }

    @Override
    public void create() {
        mail.addAccount(email, email);
    }

    @Override
    public void delete() {
        mail.removeAccount(email);
    }

    /** Return the password of the account; the address if there is none, as any password is right then. */
    @Override
    public String getPassword() {
        return mail.logins().password(email).orElse(email);
    }

    @Override
    public void setPassword(String password) {
        mail.addAccount(email, password);
    }

    @Override
    public void authenticate(String password) throws UserException {
        if (!mail.logins().accepts(email, password)) {
            throw new UserException("Invalid password");
        }
    }

    @Override
    public String getQualifiedMailboxName() {
        return BridgedAccount.qualifiedName(email);
    }

    /** Return the address. */
    @Override
    public String toString() {
        return email;
    }
}
