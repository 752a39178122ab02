package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.InMemoryStore;
import com.icegreen.greenmail.store.MailFolder;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.mail.store.StoredMailbox;
import jakarta.mail.Quota;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * GreenMail's store over the folders of all users: the full name of a folder is {@code #mail}, the user's qualified name,
 * and its own. It extends GreenMail's, as there is code that casts to it.
 */
final class BridgedStore extends InMemoryStore {

    private final MailServer mail;
    private final Map<StoredMailbox, BridgedAccount> accounts = new ConcurrentHashMap<>();

    BridgedStore(MailServer mail) {
        this.mail = mail;
    }

    BridgedAccount account(String address) {
        return accounts.computeIfAbsent(
                mail.store().open(address), account -> new BridgedAccount(account, mail.timeline()));
    }

    /** Return how many messages there are. */
    int size() {
        return accounts().stream().mapToInt(BridgedAccount::size).sum();
    }

    List<BridgedFolder> folders() {
        return accounts().stream()
                .flatMap(account -> account.folders().stream())
                .toList();
    }

    @Override
    public @Nullable MailFolder getMailbox(String qualifiedMailboxName) {
        return owner(qualifiedMailboxName)
                .flatMap(account -> account.folder(
                        qualifiedMailboxName.substring(account.prefix().length())))
                .orElse(null);
    }

    @Override
    public @Nullable MailFolder getMailbox(MailFolder parent, String mailboxName) {
        return getMailbox(below(parent, mailboxName));
    }

    @Override
    public Collection<MailFolder> getChildren(MailFolder parent) {
        return listMailboxes(below(parent, "%"));
    }

    @Override
    public MailFolder createMailbox(MailFolder parent, String mailboxName, boolean selectable) throws FolderException {
        if (!selectable) {
            throw new UnsupportedOperationException("A folder that is made holds messages; one that does not is there"
                    + " when folders below it are made, or stay");
        }
        BridgedFolder above = BridgedFolder.of(parent);
        return account(above.owner()).create(above.path() + StoredMailbox.DELIMITER + mailboxName);
    }

    @Override
    public MailFolder setSelectable(MailFolder folder, boolean selectable) {
        throw new UnsupportedOperationException(
                "A folder is selectable unless it was deleted and folders below it stayed;"
                        + " delete it with ImapHostManager.deleteMailbox(..), or make it again with createMailbox(..)");
    }

    @Override
    public void deleteMailbox(MailFolder folder) throws FolderException {
        BridgedFolder bridged = BridgedFolder.of(folder);
        account(bridged.owner()).delete(bridged.path());
    }

    @Override
    public void renameMailbox(MailFolder existingFolder, String newName) throws FolderException {
        BridgedFolder bridged = BridgedFolder.of(existingFolder);
        account(bridged.owner()).rename(bridged.path(), newName);
    }

    @Override
    public Collection<MailFolder> listMailboxes(String searchPattern) {
        return searchPattern.equals("*")
                ? List.copyOf(folders())
                : owner(searchPattern)
                        .map(account -> FolderPattern.of(
                                        searchPattern.substring(account.prefix().length()))
                                .in(account.folders()))
                        .orElse(List.of());
    }

    @Override
    public Quota[] getQuota(String root, String qualifiedRootPrefix, boolean includeDefaultRoot) {
        return named(qualifiedRootPrefix)
                .map(account -> BridgedQuota.of(account.account(), root))
                .orElse(new Quota[0]);
    }

    @Override
    public void setQuota(Quota quota, String qualifiedRootPrefix) {
        named(qualifiedRootPrefix).ifPresent(account -> BridgedQuota.set(account.account(), quota));
    }

    @Override
    public void deleteQuota(String qualifiedRootPrefix) {
        setQuota(new Quota(""), qualifiedRootPrefix);
    }

    @Override
    public boolean isQuotaSupported() {
        return true;
    }

    @Override
    public void setQuotaSupported(boolean quotaSupported) {
        if (!quotaSupported) {
            throw new UnsupportedOperationException("Quotas are always offered; a mailbox without one has no limit");
        }
    }

    private Collection<BridgedAccount> accounts() {
        return mail.mailboxes().stream()
                .map(Mailbox::address)
                .map(this::account)
                .toList();
    }

    private Optional<BridgedAccount> owner(String fullName) {
        return accounts().stream()
                .filter(account -> fullName.startsWith(account.prefix()))
                .findFirst();
    }

    private Optional<BridgedAccount> named(String qualifiedName) {
        return owner("#mail." + qualifiedName + ".");
    }

    private static String below(MailFolder parent, String name) {
        return parent.getFullName() + StoredMailbox.DELIMITER + name;
    }
}
