package io.github.postfixture.mail.client;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.pop3.POP3Folder;

/** Fetches what is new in a maildrop, by POP3; a message is known by its unique id (RFC 1939 section 7). */
final class Pop3Fetch {

    private static final String FILE = ".postfixture-pop3";

    private final Maildir inbox;
    private final Store store;
    private final boolean keep;
    private final Path notes;

    /**
     * Prepare to fetch.
     *
     * @param keep whether the server keeps what was fetched
     */
    Pop3Fetch(Maildir inbox, Store store, boolean keep) {
        this.inbox = inbox;
        this.store = store;
        this.keep = keep;
        notes = inbox.directory().resolve(FILE);
    }

    /** Do it, and return the mails that came. */
    List<LocalMail> run() throws MessagingException {
        Set<String> known = known();
        List<LocalMail> arrived = new ArrayList<>();
        POP3Folder folder = (POP3Folder) store.getFolder(LocalFolders.INBOX);
        folder.open(Folder.READ_WRITE);
        try {
            for (Message message : folder.getMessages()) {
                String id = folder.getUID(message);
                if (!known.contains(id)) {
                    arrived.add(fetch(message, id));
                }
                message.setFlag(Flags.Flag.DELETED, !keep);
            }
        } finally {
            folder.close(true);
        }
        return arrived;
    }

    private LocalMail fetch(Message message, String id) throws MessagingException {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            Maildir.Item item = inbox.add(bytes.toByteArray(), Set.of());
            Files.writeString(notes, id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return LocalMail.of(LocalFolders.INBOX, item);
        } catch (IOException e) {
            throw new MessagingException("message " + id + " breaks off", e);
        }
    }

    private Set<String> known() {
        try {
            return Files.exists(notes) ? new HashSet<>(Files.readAllLines(notes)) : Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
