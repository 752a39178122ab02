package io.github.postfixture.mail.greenmail;

import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.store.MailStore;
import io.github.postfixture.net.Connection;
import io.github.postfixture.timeline.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** The mailboxes of one server, as POP3 clients see them. Safe for use by several threads. */
public final class Pop3Service {

    private final MailStore mailboxes;
    private final SaslAccounts accounts;
    private final Timeline timeline;
    private final Supplier<SSLContext> tls;
    private final Duration longestSilence;

    /** Show these mailboxes to those who may log in. */
    public Pop3Service(
            MailStore mailboxes,
            SaslAccounts accounts,
            Timeline timeline,
            Supplier<SSLContext> tls,
            Duration longestSilence) {
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.timeline = timeline;
        this.tls = tls;
        this.longestSilence = longestSilence;
    }

    /** Serve a connection by POP3 (RFC 1939) on the calling thread until it ends. */
    public void serve(Connection connection) throws IOException {
        connection.readTimeout(longestSilence);
        new Pop3Dialogue(connection, mailboxes, accounts, new Reporter(timeline, "pop3"), tls).run();
    }
}
