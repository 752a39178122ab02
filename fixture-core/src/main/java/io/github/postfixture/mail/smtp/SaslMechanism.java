package io.github.postfixture.mail.smtp;

import java.io.IOException;

/** A way to say who one is (RFC 4422). */
@FunctionalInterface
interface SaslMechanism {

    /**
     * Ask the client who it is.
     *
     * @return the identity that it has proved
     * @throws RefusedException with the reply to a client that has not
     */
    String authenticate(SaslExchange exchange) throws RefusedException, IOException;
}
