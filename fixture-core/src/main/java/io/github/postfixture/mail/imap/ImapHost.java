package io.github.postfixture.mail.imap;

import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.fault.ImapFault;
import io.github.postfixture.mail.reader.ReaderLog;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.store.MailStore;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.net.connection.Connection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The server around the IMAP sessions. Safe for use by several threads. */
public interface ImapHost {

    /** Return the mailboxes. */
    MailStore store();

    /** Return who may log in. */
    SaslAccounts accounts();

    /** Return what the server insists on. */
    ImapRules rules();

    /**
     * Return the certificate to encrypt a connection with after {@code STARTTLS}; a fault may strike it first.
     *
     * @throws IOException if the connection ends by that
     */
    SSLContext tls(Connection connection) throws IOException;

    /** Return the fault that strikes at a command, if one does. */
    Optional<Fault<? super ImapFault>> fault(Occasion occasion);

    /** Return what time it is. */
    default InstantSource clock() {
        return InstantSource.system();
    }

    /** Wait on behalf of a script; return early when the server stops. */
    void pause(Duration duration);

    /** Return whom to tell what a client does that has logged in from there. */
    default ReaderLog readerLog(StoredMailbox account, InetSocketAddress peer) {
        return ReaderLog.NONE;
    }

    /** Tell that the session on a connection has failed. */
    void failed(Connection connection, Throwable cause);

    /** Tell what happened, in one line without a secret. */
    void report(String event);
}
