package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import io.github.postfixture.account.Account;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.mime.AddressSpec;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The users of a server for GreenMail: one for each mailbox. Safe for use by several threads. */
final class BridgedUsers extends UserManager {

    private final MailServer mail;
    private final BridgedHost host;
    private final Set<GreenMailUser> deleted = ConcurrentHashMap.newKeySet();

    BridgedUsers(MailServer mail, BridgedHost host) {
        super(host);
        this.mail = mail;
        this.host = host;
    }

    @Override
    public @Nullable GreenMailUser getUser(String login) {
        return getUserByEmail(mail.logins().address(login));
    }

    @Override
    public @Nullable GreenMailUser getUserByEmail(String email) {
        GreenMailUser user = user(email);
        return listUser().contains(user) ? user : null;
    }

    @Override
    public Stream<GreenMailUser> findUsers(Predicate<GreenMailUser> predicate) {
        return listUser().stream().filter(predicate);
    }

    @Override
    public Collection<GreenMailUser> listUser() {
        return mail.mailboxes().stream()
                .map(Mailbox::address)
                .map(this::user)
                .filter(this::isThere)
                .toList();
    }

    @Override
    public boolean hasUser(String userId) {
        return getUserByEmail(userId) != null;
    }

    @Override
    public GreenMailUser createUser(String email, String login, String password) throws UserException {
        GreenMailUser user = user(email);
        if (mail.accounts().contains(user.getEmail())) {
            throw new UserException(email + " has an account already; setPassword(..) changes its password");
        }
        try {
            mail.addAccount(Account.of(email, password).withLogin(login));
        } catch (IllegalArgumentException e) {
            throw new UserException(e.getMessage(), e);
        }
        deleted.remove(user);
        return user;
    }

    @Override
    public void deleteUser(GreenMailUser user) {
        host.deletePrivateMailAccount(user);
        deleted.add(user);
    }

    @Override
    public boolean test(String userId, String password) {
        return mail.logins().accepts(userId, password);
    }

    @Override
    public boolean isAuthRequired() {
        return !mail.logins().welcomesStrangers();
    }

    @Override
    public void setAuthRequired(boolean auth) {
        refuse(auth != isAuthRequired(), "MailServer.builder().accountsOnly() says it before the server starts");
    }

    @Override
    public void setSieveIgnoreDetail(boolean sieveIgnoreDetail) {
        refuse(sieveIgnoreDetail, "each address has its own mailbox, with +detail or without");
    }

    @Override
    public void setDiscardAttachments(boolean discardAttachments) {
        refuse(discardAttachments, "a message stays as it came");
    }

    @Override
    public void setMessageDeliveryHandler(MessageDeliveryHandler deliveryHandler) {
        refuse(true, "a message goes to the mailboxes of its recipients; Mailbox.answerBy(..) reacts to it");
    }

    @Override
    public MessageDeliveryHandler getMessageDeliveryHandler() {
        return (message, address) -> user(address.getEmail());
    }

    @Override
    public void deliver(MovingMessage msg, MailAddress mailAddress) {
        user(mailAddress.getEmail()).deliver(msg);
    }

    private GreenMailUser user(String address) {
        return new BridgedUser(mail, AddressSpec.of(address).toString());
    }

    /** Return whether a user is there: one that was deleted is again when mail has come since. */
    private boolean isThere(GreenMailUser user) {
        return !deleted.contains(user) || host.size(user) > 0;
    }

    private static void refuse(boolean refused, String instead) {
        if (refused) {
            throw new UnsupportedOperationException("The bridge does not do this: " + instead);
        }
    }
}
