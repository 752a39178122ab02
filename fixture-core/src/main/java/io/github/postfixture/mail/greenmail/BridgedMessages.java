package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.InMemoryStore;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import io.github.postfixture.mail.greenmail.store.MessageFlags;
import io.github.postfixture.mail.greenmail.store.StandIn;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.octets.Octets;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The messages of a folder as GreenMail has them; each is made when it is first asked for, and kept. GreenMail makes one only
 * in a folder of its own, where it numbers them itself, so there is such a folder that counts up to the number wanted. To go
 * back it has to begin anew; then all messages on the way are made, so that it goes back once and not for each of them. The lock
 * is that of the account, as listeners of a change, which hold it, may ask for messages.
 */
final class BridgedMessages {

    private final StoredMailbox account;
    private final Folder folder;
    private final Map<Long, StoredMessage> made = new HashMap<>();
    private MailFolder numbering = emptyFolder();

    BridgedMessages(StoredMailbox account, Folder folder) {
        this.account = account;
        this.folder = folder;
    }

    StoredMessage of(io.github.postfixture.mail.store.StoredMessage message) {
        return account.locked(() -> {
            if (!made.containsKey(message.uid()) && numbering.getUIDNext() > message.uid()) {
                makeAllBefore(numbering.getUIDNext());
            }
            return made.computeIfAbsent(message.uid(), uid -> make(message));
        });
    }

    private void makeAllBefore(long end) {
        numbering = emptyFolder();
        folder.messages().stream()
                .filter(message -> message.uid() < end)
                .forEach(message -> made.computeIfAbsent(message.uid(), uid -> make(message)));
    }

    /** Return all messages, and forget those that were expunged; mail may arrive between two that are made. */
    List<StoredMessage> all() {
        List<StoredMessage> all = present().stream().map(this::of).toList();
        account.locked(() -> made.keySet().removeIf(uid -> folder.message(uid).isEmpty()));
        return all;
    }

    private List<io.github.postfixture.mail.store.StoredMessage> present() {
        return account.locked(folder::messages);
    }

    private StoredMessage make(io.github.postfixture.mail.store.StoredMessage message) {
        try {
            MessageFlags flags = new MessageFlags(account, folder, message.uid());
            return numbered(
                    message.uid(),
                    new Source(message.octets(), flags),
                    Date.from(message.receivedAt().toInstant()));
        } catch (MessagingException | RuntimeException | StackOverflowError e) {
            throw new IllegalStateException(
                    "GreenMail does not read the message with UID %d in %s of %s (%s); mail.mailbox(..) does"
                            .formatted(message.uid(), folder.name(), account.address(), e),
                    e);
        }
    }

    private StoredMessage numbered(long uid, MimeMessage message, Date receivedAt) {
        if (numbering.getUIDNext() > uid) {
            numbering = emptyFolder();
        }
        while (numbering.getUIDNext() < uid) {
            numbering.appendMessage(new StandIn(new Flags()), new Flags(), null);
        }
        numbering.appendMessage(message, new Flags(), receivedAt);
        StoredMessage numbered = numbering.getMessage(uid);
        numbering.deleteAllMessages();
        return numbered;
    }

    private static MailFolder emptyFolder() {
        InMemoryStore store = new InMemoryStore();
        try {
            return store.createMailbox(store.getMailbox(InMemoryStore.USER_NAMESPACE), StoredMailbox.INBOX, true);
        } catch (FolderException e) {
            throw new IllegalStateException("GreenMail does not make a folder in memory", e);
        }
    }

    /** What GreenMail copies a message from: the bytes, and the flags that the folder keeps. */
    private static final class Source extends MimeMessage {

        private final Flags liveFlags;

        Source(Octets octets, Flags liveFlags) throws MessagingException {
            super(Session.getInstance(new Properties()), octets.stream());
            this.liveFlags = liveFlags;
        }

        /** Return the flags themselves, as GreenMail keeps what it gets here. */
        @Override
        public Flags getFlags() {
            return liveFlags;
        }
    }
}
