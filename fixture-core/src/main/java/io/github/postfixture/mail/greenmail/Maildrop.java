package io.github.postfixture.mail.greenmail;

import io.github.postfixture.mail.store.Account;
import io.github.postfixture.mail.store.StoredMessage;
import io.github.postfixture.net.Octets;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The messages of an {@code INBOX} as they were when a POP3 session began (RFC 1939 section 4). */
final class Maildrop {

    private final Account account;
    private final List<StoredMessage> messages;
    private final long uidValidity;
    private final BitSet deleted = new BitSet();

    Maildrop(Account account) {
        this.account = account;
        messages = account.alone(() -> account.inbox().messages());
        uidValidity = account.alone(account.inbox()::uidValidity);
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
        return message(number).octets();
    }

    /** Return what tells the message from all others, for good. */
    String uniqueId(int number) {
        return uidValidity + "." + message(number).uid();
    }

    void delete(int number) {
        deleted.set(number);
    }

    void undelete() {
        deleted.clear();
    }

    /** Remove what is marked as deleted, for good. */
    void commit() {
        List<Long> uids =
                deleted.stream().mapToObj(number -> message(number).uid()).toList();
        account.aloneDo(() -> account.inbox().expunge(uids));
    }

    private StoredMessage message(int number) {
        return messages.get(number - 1);
    }
}
