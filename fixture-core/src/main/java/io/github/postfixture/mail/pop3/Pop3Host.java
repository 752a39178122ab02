package io.github.postfixture.mail.pop3;

import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.fault.Pop3Fault;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.net.connection.Connection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The mail server behind the protocol. Safe for use by several threads. */
public interface Pop3Host {

    /** Return the messages of somebody who has logged in from there, as they are now. */
    Maildrop maildrop(String identity, InetSocketAddress peer);

    /** Return who may log in, and how. */
    SaslAccounts accounts();

    /** Return how strict the server is, and what it offers. */
    Pop3Rules rules();

    /**
     * Return the certificate to encrypt a connection with after {@code STLS}; a fault may strike it first.
     *
     * @throws IOException if the connection ends by that
     */
    SSLContext tls(Connection connection) throws IOException;

    /** Return whether the server stops: a client may say goodbye, and nothing else. */
    boolean isClosing();

    /** Return the fault that strikes at a command, if one does. */
    Optional<Fault<? super Pop3Fault>> fault(Occasion occasion);

    /** Wait on behalf of a script; return early when the server stops. */
    void pause(Duration duration);

    /** Tell what happened, in one line without a secret. */
    void report(String event);
}
