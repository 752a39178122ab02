package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.commands.IdRange;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import io.github.postfixture.net.Octets;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The messages of an {@code INBOX} as they were when a POP3 session began (RFC 1939 section 4). */
final class Maildrop {

    private final Account account;
    private final List<StoredMessage> messages;
    private final BitSet deleted = new BitSet();

    Maildrop(Account account) {
        this.account = account;
        messages = account.alone(() -> account.inbox().getNonDeletedMessages());
    }

    /** Return the numbers of the messages that are not marked as deleted; the first message is number 1. */
    IntStream numbers() {
        return IntStream.rangeClosed(1, messages.size()).filter(this::exists);
    }

    boolean exists(int number) {
        return number >= 1 && number <= messages.size() && !deleted.get(number);
    }

    /** Return the message as it was delivered, or as it was appended by IMAP. */
    Octets octets(int number) {
        return account.alone(
                () -> account.original(message(number).getUid()).orElseGet(() -> appended(message(number))));
    }

    /** Return what tells the message from all others, for good. */
    String uniqueId(int number) {
        return account.getQualifiedMailboxName() + "." + message(number).getUid();
    }

    void delete(int number) {
        deleted.set(number);
    }

    void undelete() {
        deleted.clear();
    }

    /** Remove what is marked as deleted, for good. */
    void commit() throws FolderException {
        account.alone(this::expunge);
    }

    private void expunge() throws FolderException {
        IdRange[] uids = deleted.stream()
                .mapToObj(number -> new IdRange(message(number).getUid()))
                .toArray(IdRange[]::new);
        deleted.stream().forEach(number -> message(number).setFlag(Flags.Flag.DELETED, true));
        account.inbox().expunge(uids);
    }

    private StoredMessage message(int number) {
        return messages.get(number - 1);
    }

    private static Octets appended(StoredMessage message) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            message.getMimeMessage().writeTo(octets);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("Cannot write a message to memory", e);
        }
        return Octets.of(octets.toByteArray());
    }
}
