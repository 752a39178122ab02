package io.github.postfixture.mail.smtp;

import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.attempt.Attempt;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.message.Envelope;
import io.github.postfixture.mail.protocol.SmtpOptions;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.net.transcript.Transcript;
import io.github.postfixture.octets.Octets;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The mail server behind the protocol: whom it knows, what it allows, where messages go. */
public interface SmtpHost {

    /** Return how strict the server is, and what it offers. */
    SmtpOptions options();

    /** Return how many messages the server has stored. */
    int accepted();

    /** Return whether the server stops: a client may say goodbye, and nothing else. */
    boolean isClosing();

    /**
     * Return the certificate to encrypt a connection with after {@code STARTTLS}; a fault may strike it first.
     *
     * @throws IOException if the connection ends by that
     */
    SSLContext tls(Connection connection) throws IOException;

    /** Return who may log in, and how. */
    SaslAccounts accounts();

    /** Return whether the mailbox of a recipient can take a message of so many bytes more. */
    boolean hasRoom(String recipient, long bytes);

    /** Return the fault that strikes at a command, if one does. */
    Optional<Fault<? super SmtpFault>> fault(Occasion occasion);

    /**
     * Store a message; once this returns, the message cannot be lost.
     *
     * @param receivedAt when the last byte was read
     * @param transcript the dialogue of the transaction
     * @return what to do when the client has its reply
     */
    Runnable accept(Envelope envelope, Octets message, Instant receivedAt, Transcript transcript);

    /** Take note of what a client tried; of what was accepted, once the client has its reply. */
    void attempted(Attempt attempt);

    /** Tell what happened that is no message. */
    void report(String event);

    /** Return what time it is. */
    default InstantSource clock() {
        return InstantSource.system();
    }

    /** Wait on behalf of a script; return early when the server stops. */
    void pause(Duration duration);
}
