package io.github.postfixture.mail;

import io.github.postfixture.mail.store.MailboxDirectory;
import io.github.postfixture.mail.store.Quota;
import io.github.postfixture.mail.store.StoreDelivery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The mailboxes of a server. */
final class Mailboxes implements MailboxDirectory {

    private final Map<String, Mailbox> byAddress = new ConcurrentHashMap<>();
    private final Logins logins;
    private final Quotas quotas;
    private final Function<String, Mailbox> make;

    Mailboxes(Logins logins, Quotas quotas, Function<String, Mailbox> make) {
        this.logins = logins;
        this.quotas = quotas;
        this.make = make;
        logins.accounts().forEach(this::mailbox);
    }

    /** Return the mailbox of an address or login name; it comes into being when it is first asked for. */
    Mailbox mailbox(String address) {
        return byAddress.computeIfAbsent(Logins.key(logins.address(address)), make);
    }

    Collection<Mailbox> all() {
        return List.copyOf(byAddress.values());
    }

    @Override
    public Quota quota(String address) {
        return quotas.of(address);
    }

    @Override
    public void open(String address, Consumer<StoreDelivery> sink) {
        mailbox(address).open(sink);
    }
}
