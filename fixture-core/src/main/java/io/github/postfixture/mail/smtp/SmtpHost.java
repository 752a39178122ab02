package io.github.postfixture.mail.smtp;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The mail server behind the protocol: what it is called, whom it knows, where messages go. */
public interface SmtpHost {

    /** Return the name in greetings. */
    String name();

    /** Return the largest message, in bytes. */
    long largestMessage();

    /** Return whether to offer {@code STARTTLS}. */
    boolean offersStartTls();

    /** Return whether the server stops: a client may say goodbye, and nothing else. */
    boolean isClosing();

    /** Return the certificate to encrypt with after {@code STARTTLS}; asked when a client wants it. */
    SSLContext tls();

    /** Return whether the password is right. */
    boolean authenticate(String identity, String password);

    /** Return what to do instead of the next command, if its script says so. */
    Optional<Disruption> disruption(String verb, String argument);

    /**
     * Store a message; once this returns, the message cannot be lost.
     *
     * @return what to do when the client has its reply
     */
    Runnable accept(SmtpMessage message);

    /** Tell what happened that is no message. */
    void report(String event);

    /** Wait on behalf of a script; return early when the server stops. */
    void pause(Duration duration);
}
