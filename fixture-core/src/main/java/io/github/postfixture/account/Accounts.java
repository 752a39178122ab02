package io.github.postfixture.account;

import io.github.postfixture.explanation.EditDistance;
import io.github.postfixture.mime.AddressSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The directory of the accounts of a host, by address and by login name. Safe for use by several threads.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Accounts {

    private final Map<String, Account> byAddress = new LinkedHashMap<>();
    private final Map<String, Account> byLogin = new LinkedHashMap<>();

    /** Return a directory with the same accounts, which can be changed on its own. */
    public synchronized Accounts copy() {
        Accounts copy = new Accounts();
        copy.byAddress.putAll(byAddress);
        copy.byLogin.putAll(byLogin);
        return copy;
    }

    /**
     * Add an account, in place of the one with its address if there is one.
     *
     * @throws IllegalArgumentException if its login name or address is that of another account
     */
    public synchronized void add(Account account) {
        String address = key(account.address());
        checkIsNotOfAnother("address", account.address(), address);
        checkIsNotOfAnother("login", account.login(), address);
        Optional.ofNullable(byAddress.put(address, account)).ifPresent(before -> byLogin.remove(key(before.login())));
        byLogin.put(key(account.login()), account);
    }

    /** Remove the account with this address, if there is one. */
    public synchronized void remove(String address) {
        Optional.ofNullable(byAddress.remove(key(address))).ifPresent(gone -> byLogin.remove(key(gone.login())));
    }

    private void checkIsNotOfAnother(String what, String name, String address) {
        find(name).filter(other -> !key(other.address()).equals(address)).ifPresent(other -> {
            throw new IllegalArgumentException(what + " (" + name + ") logs in to " + other.address() + " already");
        });
    }

    /** Return the addresses, in the order in which they were added. */
    public synchronized List<String> addresses() {
        return List.copyOf(byAddress.keySet());
    }

    /** Return the account with this address or login name. */
    public synchronized Optional<Account> find(String name) {
        String key = key(name);
        return Optional.ofNullable(byAddress.get(key)).or(() -> Optional.ofNullable(byLogin.get(key)));
    }

    /**
     * Return the account that is perhaps meant by a name that is none: by the part of its address before the {@code @}, by its
     * login name with the domain of its address, or but for one character.
     */
    public synchronized Optional<Account> nearest(String name) {
        AddressSpec given = AddressSpec.of(name);
        return byAddress.values().stream()
                .filter(account -> isNear(given, account))
                .findFirst();
    }

    /** Return the one spelling of an address, or of a name, by which accounts are told from each other. */
    public static String key(String name) {
        return AddressSpec.of(name).toString();
    }

    private static boolean isNear(AddressSpec given, Account account) {
        AddressSpec address = AddressSpec.of(account.address());
        boolean sameDomain = given.domain().isEmpty() || given.domain().equals(address.domain());
        String login = key(account.login());
        return (sameDomain && Stream.of(address.localPart(), login).anyMatch(given.localPart()::equals))
                || Stream.of(address.toString(), login)
                        .anyMatch(known ->
                                EditDistance.between(known, given.toString().toLowerCase(Locale.ROOT), 1) == 1);
    }
}
