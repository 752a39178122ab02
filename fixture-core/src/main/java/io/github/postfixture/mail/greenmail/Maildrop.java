package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The messages of an {@code INBOX} as they were when a POP3 session began (RFC 1939 section 4). */
final class Maildrop {

    private final MailFolder inbox;
    private final List<StoredMessage> messages;
    private final BitSet deleted = new BitSet();

    Maildrop(MailFolder inbox) {
        this.inbox = inbox;
        messages = new ArrayList<>(inbox.getNonDeletedMessages());
    }

    /** Return the numbers of the messages that are not marked as deleted; the first message is number 1. */
    IntStream numbers() {
        return IntStream.rangeClosed(1, messages.size()).filter(this::exists);
    }

    boolean exists(int number) {
        return number >= 1 && number <= messages.size() && !deleted.get(number);
    }

    byte[] octets(int number) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            messages.get(number - 1).getMimeMessage().writeTo(octets);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("Cannot write a message to memory", e);
        }
        return octets.toByteArray();
    }

    /** Return what tells the message from all others, for good. */
    String uniqueId(int number) {
        return inbox.getUidValidity() + "." + messages.get(number - 1).getUid();
    }

    void delete(int number) {
        deleted.set(number);
    }

    void undelete() {
        deleted.clear();
    }

    /** Remove what is marked as deleted, for good. */
    void commit() throws FolderException {
        if (!deleted.isEmpty()) {
            deleted.stream().forEach(number -> messages.get(number - 1).setFlag(Flags.Flag.DELETED, true));
            inbox.expunge();
        }
    }
}
