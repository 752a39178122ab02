package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.store.FolderListener;
import io.github.postfixture.mail.greenmail.store.JakartaFlags;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.StoredMessage;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells a listener of GreenMail's what changed in a folder, by message numbers; to be used while the account is locked. */
final class BridgedListener implements Runnable {

    private final Folder folder;
    private final FolderListener listener;
    private Map<Long, StoredMessage> told;

    BridgedListener(Folder folder, FolderListener listener) {
        this.folder = folder;
        this.listener = listener;
        told = messages();
    }

    @Override
    public void run() {
        Map<Long, StoredMessage> before = told;
        told = messages();
        tellExpunged(before);
        int number = 0;
        for (StoredMessage message : told.values()) {
            number++;
            tell(before, message, number);
        }
    }

    private void tellExpunged(Map<Long, StoredMessage> before) {
        int number = 1;
        for (Long uid : before.keySet()) {
            if (told.containsKey(uid)) {
                number++;
            } else {
                listener.expunged(number);
            }
        }
    }

    private void tell(Map<Long, StoredMessage> before, StoredMessage message, int number) {
        StoredMessage known = before.get(message.uid());
        if (known == null) {
            listener.added(number);
        } else if (!known.flags().equals(message.flags())) {
            listener.flagsUpdated(number, JakartaFlags.of(message.flags()), message.uid());
        }
    }

    private Map<Long, StoredMessage> messages() {
        Map<Long, StoredMessage> messages = new LinkedHashMap<>();
        folder.messages().forEach(message -> messages.put(message.uid(), message));
        return messages;
    }
}
