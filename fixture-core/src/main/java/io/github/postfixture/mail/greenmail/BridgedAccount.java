package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapConstants;
import com.icegreen.greenmail.store.FolderException;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.Quota;
import io.github.postfixture.mail.store.StoreRefusal;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.timeline.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folders of one user for GreenMail: of each folder one object, as it keeps messages and listeners. */
final class BridgedAccount {

    private final StoredMailbox account;
    private final Timeline timeline;
    private final Map<Folder, BridgedFolder> bridged = new ConcurrentHashMap<>();

    BridgedAccount(StoredMailbox account, Timeline timeline) {
        this.account = account;
        this.timeline = timeline;
    }

    /** Return what the full names of an address's folders have in the place of the address: it, but without dots. */
    static String qualifiedName(String address) {
        return address.replace("_", "_5f")
                .replace(".", "_2e")
                .replace("*", "_2a")
                .replace("%", "_25");
    }

    /** Return what the full names of the folders begin with. */
    String prefix() {
        return ImapConstants.USER_NAMESPACE
                + StoredMailbox.DELIMITER
                + qualifiedName(account.address())
                + StoredMailbox.DELIMITER;
    }

    StoredMailbox account() {
        return account;
    }

    int size() {
        return account.locked(account::size);
    }

    List<BridgedFolder> folders() {
        List<Folder> folders = account.locked(account::folders);
        return folders.stream().map(this::bridge).toList();
    }

    Optional<BridgedFolder> folder(String name) {
        return account.locked(() -> account.folder(name)).map(this::bridge);
    }

    BridgedFolder create(String name) throws FolderException {
        return bridge(permitted(() -> account.create(name, Set.of())));
    }

    void delete(String name) throws FolderException {
        Optional<BridgedFolder> folder = folder(name);
        permitted(() -> {
            account.delete(name);
            return true;
        });
        folder.ifPresent(BridgedFolder::signalDeletion);
    }

    void rename(String name, String other) throws FolderException {
        permitted(() -> {
            account.rename(name, other);
            return true;
        });
    }

    void subscribe(String name, boolean wanted) throws FolderException {
        if (folder(name).isEmpty()) {
            throw missing(name);
        }
        account.locked(() -> account.subscribe(name, wanted));
    }

    Set<String> subscriptions() {
        return account.locked(account::subscriptions);
    }

    /** Remove all messages and folders. */
    void clear() {
        for (BridgedFolder folder : folders()) {
            folder.deleteAllMessages();
        }
        account.locked(() -> account.limit(Quota.NONE));
    }

    FolderException missing(String name) {
        return new FolderException("No such folder: " + name + " of " + account.address() + ", but "
                + folders().stream().map(BridgedFolder::path).toList());
    }

    private BridgedFolder bridge(Folder folder) {
        return bridged.computeIfAbsent(folder, key -> new BridgedFolder(account, key, prefix(), timeline));
    }

    private <T> T permitted(StoredMailbox.Question<T, StoreRefusal> question) throws FolderException {
        try {
            return account.locked(question);
        } catch (StoreRefusal e) {
            throw new FolderException(e.getMessage() + " (" + account.address() + ")", e);
        }
    }
}
