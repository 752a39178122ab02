package io.github.postfixture.mail.client;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Brings all folders of a local copy and of a mailbox together, by IMAP. */
final class MailboxSync {

    private final LocalFolders local;
    private final Store store;

    MailboxSync(LocalFolders local, Store store) {
        this.local = local;
        this.store = store;
    }

    /** Do it, and return the mails that came into the inbox. */
    List<LocalMail> run() throws MessagingException {
        char separator = store.getDefaultFolder().getSeparator();
        Set<String> names = new TreeSet<>(local.names());
        for (Folder folder : store.getDefaultFolder().list("*")) {
            if ((folder.getType() & Folder.HOLDS_MESSAGES) != 0) {
                names.add(folder.getFullName().replace(separator, '/'));
            }
        }
        return run(names, separator);
    }

    private List<LocalMail> run(Set<String> names, char separator) throws MessagingException {
        List<LocalMail> arrived = new ArrayList<>();
        for (String name : names) {
            Folder folder = store.getFolder(name.replace('/', separator));
            try (RemoteFolder remote = RemoteFolder.open(folder)) {
                List<LocalMail> mails = new FolderSync(name, local.folder(name), remote).run();
                arrived.addAll(name.equals(LocalFolders.INBOX) ? mails : List.of());
            }
        }
        return arrived;
    }
}
