package io.github.postfixture.mail.sasl;

import io.github.postfixture.account.Account;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Who may log in, and how.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public interface SaslAccounts {

    /** Return the mechanisms on offer, the most common first. */
    List<SaslMechanism> mechanisms();

    /** Return whether the password is right. */
    boolean accepts(String identity, String password);

    /** Return the account with this login name or address. */
    Optional<Account> account(String identity);

    /** Return the password of an account; nothing if there is no such account. */
    default Optional<String> password(String identity) {
        return account(identity).map(Account::password);
    }

    /** Return the address whose mailbox a login name opens: that of its account, or the name itself if it has none. */
    default String address(String identity) {
        return account(identity).map(Account::address).orElse(identity);
    }

    /** Take note of a login, and return what is odd about its name, to be told with it; empty if nothing is. */
    default String loggedIn(String identity) {
        return "";
    }

    /** Return whether an identity without an account may log in. */
    boolean welcomesStrangers();

    /** Return what becomes of a bearer token. */
    TokenVerdict token(String identity, String token);
}
