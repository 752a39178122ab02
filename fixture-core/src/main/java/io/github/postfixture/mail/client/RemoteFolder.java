package io.github.postfixture.mail.client;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.angus.mail.imap.AppendUID;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;

/** A folder of the server, by IMAP, as long as it is open. */
final class RemoteFolder implements AutoCloseable {

    private static final String FORWARDED = "$Forwarded";
    private static final Map<Mark, Flags.Flag> FLAGS = new EnumMap<>(Map.of(
            Mark.DRAFT, Flags.Flag.DRAFT,
            Mark.FLAGGED, Flags.Flag.FLAGGED,
            Mark.ANSWERED, Flags.Flag.ANSWERED,
            Mark.SEEN, Flags.Flag.SEEN,
            Mark.DELETED, Flags.Flag.DELETED));

    private final IMAPFolder folder;
    private final Map<Long, Message> byUid = new TreeMap<>();

    private RemoteFolder(IMAPFolder folder) {
        this.folder = folder;
    }

    /** Open a folder, which is created if there is none. */
    static RemoteFolder open(Folder folder) throws MessagingException {
        if (!folder.exists()) {
            folder.create(Folder.HOLDS_MESSAGES | Folder.HOLDS_FOLDERS);
        }
        folder.open(Folder.READ_WRITE);
        RemoteFolder opened = new RemoteFolder((IMAPFolder) folder);
        opened.list();
        return opened;
    }

    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    Set<Long> uids() {
        return byUid.keySet();
    }

    Set<Mark> marks(long uid) throws MessagingException {
        Flags flags = message(uid).getFlags();
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        FLAGS.forEach((mark, flag) -> {
            if (flags.contains(flag)) {
                marks.add(mark);
            }
        });
        if (flags.contains(FORWARDED)) {
            marks.add(Mark.FORWARDED);
        }
        return marks;
    }

    @Nullable
    String messageId(long uid) throws MessagingException {
        return ((MimeMessage) message(uid)).getMessageID();
    }

    byte[] bytes(long uid) throws MessagingException {
        try (InputStream bytes = ((IMAPMessage) message(uid)).getMimeStream()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new MessagingException("message " + uid + " breaks off", e);
        }
    }

    /** Set and remove the marks in which the message differs. */
    void mark(long uid, Set<Mark> wanted) throws MessagingException {
        Set<Mark> present = marks(uid);
        for (Mark mark : Mark.values()) {
            if (wanted.contains(mark) != present.contains(mark)) {
                message(uid).setFlags(flags(Set.of(mark)), wanted.contains(mark));
            }
        }
    }

    void remove(long uid) throws MessagingException {
        Message[] doomed = {message(uid)};
        folder.setFlags(doomed, new Flags(Flags.Flag.DELETED), true);
        folder.expunge(doomed);
        byUid.remove(uid);
    }

    /** Add a message and return its UID, if the server tells it (RFC 4315). */
    OptionalLong add(byte[] bytes, Set<Mark> marks) throws MessagingException {
        MimeMessage message = LocalMail.parse(bytes);
        message.setFlags(flags(marks), true);
        @Nullable AppendUID[] added = folder.appendUIDMessages(new Message[] {message});
        return added.length == 0 || added[0] == null ? OptionalLong.empty() : OptionalLong.of(added[0].uid);
    }

    @Override
    public void close() throws MessagingException {
        folder.close(false);
    }

    private void list() throws MessagingException {
        Message[] messages = folder.getMessages();
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.FLAGS);
        folder.fetch(messages, profile);
        for (Message message : messages) {
            byUid.put(folder.getUID(message), message);
        }
    }

    private Message message(long uid) throws MessagingException {
        Message message = byUid.get(uid);
        if (message == null) {
            throw new MessagingException("message " + uid + " is gone");
        }
        return message;
    }

    private static Flags flags(Set<Mark> marks) {
        Flags flags = new Flags();
        for (Mark mark : marks) {
            if (mark == Mark.FORWARDED) {
                flags.add(FORWARDED);
            } else {
                flags.add(FLAGS.get(mark));
            }
        }
        return flags;
    }
}
