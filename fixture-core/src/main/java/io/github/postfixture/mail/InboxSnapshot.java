package io.github.postfixture.mail;

import io.github.postfixture.mail.pop3.Maildrop;
import io.github.postfixture.mail.store.Account;
import io.github.postfixture.mail.store.StoredMessage;
import io.github.postfixture.net.Octets;
import java.util.Collection;
import java.util.List;

/** The messages of an {@code INBOX} as they were when a session began. */
final class InboxSnapshot implements Maildrop {

    private final Account account;
    private final long uidValidity;
    private final List<StoredMessage> messages;

    InboxSnapshot(Account account) {
        this.account = account;
        uidValidity = account.alone(() -> account.inbox().uidValidity());
        messages = account.alone(() -> account.inbox().messages());
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
    public void remove(Collection<Integer> numbers) {
        List<Long> uids = numbers.stream().map(number -> message(number).uid()).toList();
        account.aloneDo(() -> account.inbox().expunge(uids));
    }

    private StoredMessage message(int number) {
        return messages.get(number - 1);
    }
}
