package io.github.postfixture.mail.sasl;

/**
 * Whom a client has logged in as.
 *
 * @param name the name, as the client gave it
 * @param mechanism how it proved that
 */
public record SaslIdentity(String name, SaslMechanism mechanism) {}
