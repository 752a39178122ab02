package io.github.postfixture.mail.sasl;

import org.apiguardian.api.API;

/**
 * Whom a client has logged in as.
 *
 * @param name the name, as the client gave it
 * @param mechanism how it proved that
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record SaslIdentity(String name, SaslMechanism mechanism) {}
