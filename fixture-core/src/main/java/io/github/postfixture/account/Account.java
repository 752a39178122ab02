package io.github.postfixture.account;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * An account of a host: an address, and how its owner logs in, by every protocol. Immutable.
 *
 * <pre>{@code
 * Account green = Account.of("green@mail.com", "secret").withLogin("green");
 * MailServer mail = MailServer.builder().account(green).start();
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Account {

    private final String address;
    private final String login;
    private final String displayName;
    private final String password;
    private final Set<String> tokens;
    private final Set<String> expiredTokens;
    private final OptionalLong quota;

    private Account(
            String address,
            String login,
            String displayName,
            String password,
            Set<String> tokens,
            Set<String> expiredTokens,
            OptionalLong quota) {
        this.address = address;
        this.login = login;
        this.displayName = displayName;
        this.password = password;
        this.tokens = Set.copyOf(tokens);
        this.expiredTokens = Set.copyOf(expiredTokens);
        this.quota = quota;
    }

    /**
     * Make an account that a password opens, by its address as the login name.
     *
     * @param address such as {@code alice@example.org}
     * @throws IllegalArgumentException if the address is blank
     */
    public static Account of(String address, String password) {
        return new Account(
                checked("address", address), address, "", password, Set.of(), Set.of(), OptionalLong.empty());
    }

    /** Return a copy with another password. */
    public Account withPassword(String other) {
        return new Account(address, login, displayName, other, tokens, expiredTokens, quota);
    }

    /**
     * Return a copy with another login name; the address still logs in, too. The default is the address.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Account withLogin(String name) {
        return new Account(address, checked("login", name), displayName, password, tokens, expiredTokens, quota);
    }

    /** Return a copy with the name of its owner, such as {@code Alice Example}. The default is none. */
    public Account withDisplayName(String name) {
        return new Account(address, login, name, password, tokens, expiredTokens, quota);
    }

    /** Return a copy that this bearer token opens too, by XOAUTH2 or OAUTHBEARER. */
    public Account withToken(String token) {
        return new Account(address, login, displayName, password, plus(tokens, token), expiredTokens, quota);
    }

    /** Return a copy to which this bearer token is one that has expired. */
    public Account withExpiredToken(String token) {
        return new Account(address, login, displayName, password, tokens, plus(expiredTokens, token), quota);
    }

    /**
     * Return a copy whose mailbox holds so many bytes, in whole units of 1,024. The default is no limit.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Account withQuota(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes (" + bytes + ") must not be negative");
        }
        return new Account(address, login, displayName, password, tokens, expiredTokens, OptionalLong.of(bytes));
    }

    /** Return the address. */
    public String address() {
        return address;
    }

    /** Return the login name. */
    public String login() {
        return login;
    }

    /** Return the name of its owner; empty if it has none. */
    public String displayName() {
        return displayName;
    }

    /** Return the password. */
    public String password() {
        return password;
    }

    /** Return the bearer tokens that open it. */
    public Set<String> tokens() {
        return tokens;
    }

    /** Return the bearer tokens that have expired. */
    public Set<String> expiredTokens() {
        return expiredTokens;
    }

    /** Return how many bytes its mailbox holds; nothing for no limit. */
    public OptionalLong quota() {
        return quota;
    }

    /** Return the address, and the login name if it is another. */
    @Override
    public String toString() {
        return login.equals(address) ? address : address + " (login " + login + ")";
    }

    private static String checked(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        return text;
    }

    private static Set<String> plus(Set<String> set, String element) {
        Set<String> more = new HashSet<>(set);
        more.add(element);
        return more;
    }
}
