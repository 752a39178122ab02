package io.github.postfixture.mail;

import io.github.postfixture.account.Account;
import io.github.postfixture.account.Accounts;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.sasl.SaslMechanism;
import io.github.postfixture.mail.sasl.TokenVerdict;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may log in: an account with its password or token; anybody else with any, unless strangers are refused. Accounts may
 * change while the server runs; safe for use by several threads then.
 */
final class Logins implements SaslAccounts {

    private static final int MOST_MISTAKES = 5;

    private Accounts accounts = new Accounts();
    private final Map<String, Set<String>> tokens = new LinkedHashMap<>();
    private final Map<String, Set<String>> expiredTokens = new LinkedHashMap<>();
    private final Map<String, Set<String>> mistakes = new ConcurrentHashMap<>();
    private List<SaslMechanism> mechanisms = SaslMechanism.all();
    private boolean strangersWelcome = true;

    Logins copy() {
        Logins copy = new Logins();
        copy.accounts = accounts.copy();
        tokens.forEach((address, known) -> copy.tokens.put(address, new HashSet<>(known)));
        expiredTokens.forEach((address, known) -> copy.expiredTokens.put(address, new HashSet<>(known)));
        copy.mechanisms = mechanisms;
        copy.strangersWelcome = strangersWelcome;
        return copy;
    }

    void add(Account account) {
        accounts.add(account);
        account.tokens().forEach(token -> addToken(account.address(), token));
        account.expiredTokens().forEach(token -> addExpiredToken(account.address(), token));
    }

    void remove(String address) {
        accounts.remove(address);
    }

    void addToken(String address, String token) {
        tokens.computeIfAbsent(key(address), key -> new HashSet<>()).add(token);
    }

    void addExpiredToken(String address, String token) {
        expiredTokens.computeIfAbsent(key(address), key -> new HashSet<>()).add(token);
    }

    void refuseStrangers() {
        strangersWelcome = false;
    }

    void offer(List<SaslMechanism> offered) {
        mechanisms = offered;
    }

    @Override
    public List<SaslMechanism> mechanisms() {
        return mechanisms;
    }

    @Override
    public boolean welcomesStrangers() {
        return strangersWelcome;
    }

    /** Return the accounts, as they are now and will be. */
    Accounts directory() {
        return accounts;
    }

    /** Return the addresses of the accounts, in the order in which they were added. */
    List<String> accounts() {
        return accounts.addresses();
    }

    @Override
    public Optional<Account> account(String name) {
        return accounts.find(name);
    }

    @Override
    public boolean accepts(String identity, String password) {
        return password(identity).map(password::equals).orElse(strangersWelcome);
    }

    @Override
    public TokenVerdict token(String identity, String token) {
        String address = key(address(identity));
        if (expiredTokens.getOrDefault(address, Set.of()).contains(token)) {
            return TokenVerdict.EXPIRED;
        }
        boolean known = tokens.containsKey(address) || account(address).isPresent();
        boolean valid = known
                ? tokens.getOrDefault(address, Set.of()).contains(token)
                : strangersWelcome && tokens.values().stream().noneMatch(others -> others.contains(token));
        return valid ? TokenVerdict.VALID : TokenVerdict.UNKNOWN;
    }

    @Override
    public String loggedIn(String identity) {
        return meant(identity)
                .map(account -> {
                    note(identity, account);
                    return mistake("", account.address());
                })
                .orElse("");
    }

    private Optional<Account> meant(String identity) {
        return account(identity).isPresent() ? Optional.empty() : accounts.nearest(identity);
    }

    private void note(String identity, Account account) {
        Set<String> names = mistakes.computeIfAbsent(key(account.address()), key -> new LinkedHashSet<>());
        synchronized (names) {
            if (names.size() < MOST_MISTAKES) {
                names.add(identity);
            }
        }
    }

    /** Return who has logged in by a name that is no account, and perhaps wanted the one with this address. */
    List<String> mistakenFor(String address) {
        Set<String> names = mistakes.getOrDefault(key(address), Set.of());
        synchronized (names) {
            return names.stream()
                    .map(name -> mistake(name + " logged in", address))
                    .toList();
        }
    }

    private static String mistake(String who, String address) {
        return who + ", which is no account; " + address + " is one";
    }

    /** Return the one spelling of an address by which accounts and mailboxes are told from each other. */
    static String key(String address) {
        return Accounts.key(address);
    }
}
