package io.github.postfixture.mail;

import io.github.postfixture.mail.pop3.Maildrop;
import io.github.postfixture.mail.reader.ClientAction;
import io.github.postfixture.mail.reader.ReaderLog;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.mail.store.StoredMessage;
import io.github.postfixture.octets.Octets;
import java.util.Collection;
import java.util.List;

/** The messages of an {@code INBOX} as they were when a session began. */
final class InboxSnapshot implements Maildrop {

    private final StoredMailbox account;
    private final ReaderLog reader;
    private final long uidValidity;
    private final List<StoredMessage> messages;

    InboxSnapshot(StoredMailbox account, ReaderLog reader) {
        this.account = account;
        this.reader = reader;
        uidValidity = account.locked(() -> account.inbox().uidValidity());
        messages = account.locked(() -> account.inbox().messages());
        reader.did(ClientAction.of(ClientAction.Kind.POLLED, StoredMailbox.INBOX, "a login"));
    }

    @Override
    public int size() {
        return messages.size();
    }

    @Override
    public Octets octets(int number) {
        return message(number).octets();
    }

    @Override
    public String uniqueId(int number) {
        return uidValidity + "." + message(number).uid();
    }

    @Override
    public void hand(int number, boolean withBody) {
        List<StoredMessage> handed = List.of(message(number));
        reader.did(
                withBody
                        ? new ClientAction(ClientAction.Kind.READ, StoredMailbox.INBOX, handed, "RETR or TOP")
                        : new ClientAction(ClientAction.Kind.FETCHED, StoredMailbox.INBOX, handed, "the header"));
    }

    @Override
    public void remove(Collection<Integer> numbers) {
        List<StoredMessage> doomed = numbers.stream().map(this::message).toList();
        account.locked(() ->
                account.inbox().expunge(doomed.stream().map(StoredMessage::uid).toList()));
        reader.did(new ClientAction(ClientAction.Kind.DELETED, StoredMailbox.INBOX, doomed, "DELE and QUIT"));
    }

    @Override
    public void leave(boolean saidGoodbye) {
        reader.left(saidGoodbye);
    }

    private StoredMessage message(int number) {
        return messages.get(number - 1);
    }
}
