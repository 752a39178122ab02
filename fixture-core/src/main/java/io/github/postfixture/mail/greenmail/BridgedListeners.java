package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.store.FolderListener;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.StoredMailbox;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** GreenMail's listeners of a folder. Safe for use by several threads. */
final class BridgedListeners {

    private final StoredMailbox account;
    private final Folder folder;
    private final IdentityHashMap<FolderListener, BridgedListener> listeners = new IdentityHashMap<>();

    BridgedListeners(StoredMailbox account, Folder folder) {
        this.account = account;
        this.folder = folder;
    }

    void add(FolderListener listener) {
        account.locked(() -> {
            end(listener);
            BridgedListener bridged = new BridgedListener(folder, listener);
            listeners.put(listener, bridged);
            folder.addListener(bridged);
        });
    }

    void remove(FolderListener listener) {
        account.locked(() -> end(listener));
    }

    /** Change the folder without telling one of them, if it is one. */
    void doSilently(@Nullable FolderListener silent, Runnable change) {
        account.locked(() -> {
            boolean hears = end(silent);
            change.run();
            if (silent != null && hears) {
                add(silent);
            }
        });
    }

    void tellDeleted() {
        account.locked(() -> listeners.keySet().forEach(FolderListener::mailboxDeleted));
    }

    private boolean end(@Nullable FolderListener listener) {
        BridgedListener bridged = listeners.remove(listener);
        if (bridged != null) {
            folder.removeListener(bridged);
        }
        return bridged != null;
    }
}
