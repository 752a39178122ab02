package io.github.postfixture.mail;

import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.sasl.SaslMechanism;
import io.github.postfixture.mail.sasl.TokenVerdict;
import io.github.postfixture.mime.AddressSpec;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may log in: an account with its password or token; anybody else with any, unless strangers are refused. Passwords may
 * change while the server runs; safe for use by several threads then.
 */
final class Logins implements SaslAccounts {

    private final Map<String, String> passwords = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, Set<String>> tokens = new LinkedHashMap<>();
    private final Map<String, Set<String>> expiredTokens = new LinkedHashMap<>();
    private List<SaslMechanism> mechanisms = SaslMechanism.all();
    private boolean strangersWelcome = true;

    Logins copy() {
        Logins copy = new Logins();
        copy.passwords.putAll(passwords);
        tokens.forEach((address, known) -> copy.tokens.put(address, new HashSet<>(known)));
        expiredTokens.forEach((address, known) -> copy.expiredTokens.put(address, new HashSet<>(known)));
        copy.mechanisms = mechanisms;
        copy.strangersWelcome = strangersWelcome;
        return copy;
    }

    void addPassword(String address, String password) {
        passwords.put(key(address), password);
    }

    void removePassword(String address) {
        passwords.remove(key(address));
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

    /** Return the addresses of the accounts, in the order in which they were added. */
    List<String> accounts() {
        synchronized (passwords) {
            return List.copyOf(passwords.keySet());
        }
    }

    @Override
    public Optional<String> password(String identity) {
        return Optional.ofNullable(passwords.get(key(identity)));
    }

    @Override
    public boolean accepts(String identity, String password) {
        return password(identity).map(password::equals).orElse(strangersWelcome);
    }

    @Override
    public TokenVerdict token(String identity, String token) {
        String address = key(identity);
        if (expiredTokens.getOrDefault(address, Set.of()).contains(token)) {
            return TokenVerdict.EXPIRED;
        }
        boolean known = tokens.containsKey(address) || passwords.containsKey(address);
        boolean valid = known
                ? tokens.getOrDefault(address, Set.of()).contains(token)
                : strangersWelcome && tokens.values().stream().noneMatch(others -> others.contains(token));
        return valid ? TokenVerdict.VALID : TokenVerdict.UNKNOWN;
    }

    /** Return the one spelling of an address by which accounts and mailboxes are told from each other. */
    static String key(String address) {
        return AddressSpec.of(address).toString();
    }
}
