package io.github.postfixture.mail.sasl;

import java.util.List;
import java.util.Optional;

/** Who may log in, and how. */
public interface SaslAccounts {

    /** Return the mechanisms on offer, the most common first. */
    List<SaslMechanism> mechanisms();

    /** Return whether the password is right. */
    boolean accepts(String identity, String password);

    /** Return the password of an account; nothing if there is no such account. */
    Optional<String> password(String identity);

    /** Return whether an identity without an account may log in. */
    boolean welcomesStrangers();

    /** Return what becomes of a bearer token. */
    TokenVerdict token(String identity, String token);
}
