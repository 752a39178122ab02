package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapConstants;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.Store;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.store.StoredMailbox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** GreenMail's view of the folders of all users. */
final class BridgedHost implements ImapHostManager {

    private final MailServer mail;
    private final BridgedStore store;

    BridgedHost(MailServer mail, BridgedStore store) {
        this.mail = mail;
        this.store = store;
    }

    @Override
    public List<StoredMessage> getAllMessages() {
        List<StoredMessage> messages = new ArrayList<>();
        store.folders().forEach(folder -> messages.addAll(folder.getMessages()));
        return messages;
    }

    @Override
    public char getHierarchyDelimiter() {
        return StoredMailbox.DELIMITER;
    }

    @Override
    public @Nullable MailFolder getFolder(GreenMailUser user, String mailboxName) {
        return mailboxName.startsWith(ImapConstants.USER_NAMESPACE)
                ? store.getMailbox(mailboxName)
                : account(user).folder(mailboxName).orElse(null);
    }

    @Override
    public @Nullable MailFolder getFolder(GreenMailUser user, String mailboxName, boolean mustExist)
            throws FolderException {
        MailFolder folder = getFolder(user, mailboxName);
        if (folder == null && mustExist) {
            throw account(user).missing(mailboxName);
        }
        return folder;
    }

    @Override
    public @Nullable MailFolder getInbox(GreenMailUser user) {
        return getFolder(user, StoredMailbox.INBOX);
    }

    @Override
    public void createPrivateMailAccount(GreenMailUser user) {
        mail.addAccount(user.getEmail(), user.getPassword());
    }

    @Override
    public void deletePrivateMailAccount(GreenMailUser user) {
        mail.removeAccount(user.getEmail());
        account(user).clear();
    }

    @Override
    public MailFolder createMailbox(GreenMailUser user, String mailboxName) throws FolderException {
        return account(user).create(mailboxName);
    }

    @Override
    public void deleteMailbox(GreenMailUser user, String mailboxName) throws FolderException {
        account(user).delete(mailboxName);
    }

    @Override
    public void renameMailbox(GreenMailUser user, String oldMailboxName, String newMailboxName) throws FolderException {
        account(user).rename(oldMailboxName, newMailboxName);
    }

    @Override
    public Collection<MailFolder> listMailboxes(GreenMailUser user, String mailboxPattern) {
        return FolderPattern.of(mailboxPattern).in(account(user).folders());
    }

    @Override
    public Collection<MailFolder> listSubscribedMailboxes(GreenMailUser user, String mailboxPattern) {
        Set<String> subscriptions = account(user).subscriptions();
        return FolderPattern.of(mailboxPattern)
                .in(account(user).folders().stream()
                        .filter(folder -> subscriptions.contains(folder.path()))
                        .toList());
    }

    @Override
    public void subscribe(GreenMailUser user, String mailbox) throws FolderException {
        account(user).subscribe(mailbox, true);
    }

    @Override
    public void unsubscribe(GreenMailUser user, String mailbox) throws FolderException {
        account(user).subscribe(mailbox, false);
    }

    @Override
    public Store getStore() {
        return store;
    }

    int size(GreenMailUser user) {
        return account(user).size();
    }

    private BridgedAccount account(GreenMailUser user) {
        return store.account(user.getEmail());
    }
}
