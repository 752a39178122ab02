package io.github.postfixture.mail;

import io.github.postfixture.mail.greenmail.Delivery;
import io.github.postfixture.mail.greenmail.MailboxDirectory;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The mailboxes of a server, and who may open them: an account with its password, any other address with any. */
final class Mailboxes implements MailboxDirectory {

    private final Map<String, Mailbox> byAddress = new ConcurrentHashMap<>();
    private final Map<String, String> passwords;
    private final Function<String, Mailbox> make;

    Mailboxes(Map<String, String> accounts, Function<String, Mailbox> make) {
        this.make = make;
        passwords = new ConcurrentHashMap<>();
        accounts.forEach((address, password) -> passwords.put(key(address), password));
        accounts.keySet().forEach(this::mailbox);
    }

    /** Return the mailbox of an address; it comes into being when it is first asked for. */
    Mailbox mailbox(String address) {
        return byAddress.computeIfAbsent(key(address), make);
    }

    Collection<Mailbox> all() {
        return List.copyOf(byAddress.values());
    }

    boolean accepts(String identity, String password) {
        return passwords.getOrDefault(key(identity), password).equals(password);
    }

    @Override
    public Optional<String> login(String login, String password) {
        return accepts(login, password) ? Optional.of(key(login)) : Optional.empty();
    }

    @Override
    public void open(String address, Consumer<Delivery> sink) {
        mailbox(address).open(sink);
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
