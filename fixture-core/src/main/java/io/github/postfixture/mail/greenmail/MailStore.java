package io.github.postfixture.mail.greenmail;

import io.github.postfixture.mail.store.MailboxDirectory;
import io.github.postfixture.net.Connection;
import io.github.postfixture.timeline.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** The mailboxes of one server, as IMAP and POP3 clients see them. Safe for use by several threads. */
public final class MailStore {

    /** What RFC 3501 section 5.4 asks of a server, at least; RFC 1939 section 3 asks for less. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(30);

    private final Timeline timeline;
    private final Supplier<SSLContext> tls;
    private final Duration longestSilence;
    private final Accounts accounts;

    /** Make an empty store that fills, mailbox by mailbox, from the directory. */
    public MailStore(MailboxDirectory directory, Timeline timeline, Supplier<SSLContext> tls) {
        this(directory, timeline, tls, LONGEST_SILENCE);
    }

    MailStore(MailboxDirectory directory, Timeline timeline, Supplier<SSLContext> tls, Duration longestSilence) {
        this.timeline = timeline;
        this.tls = tls;
        this.longestSilence = longestSilence;
        accounts = new Accounts(directory);
    }

    /** Serve a connection by IMAP (RFC 3501) on the calling thread until it ends. */
    public void serveImap(Connection connection) throws IOException {
        connection.readTimeout(longestSilence);
        new ImapDialogue(connection, accounts, new Reporter(timeline, "imap"), tls).run();
    }

    /** Serve a connection by POP3 (RFC 1939) on the calling thread until it ends. */
    public void servePop3(Connection connection) throws IOException {
        connection.readTimeout(longestSilence);
        new Pop3Dialogue(connection, accounts, new Reporter(timeline, "pop3"), tls).run();
    }
}
