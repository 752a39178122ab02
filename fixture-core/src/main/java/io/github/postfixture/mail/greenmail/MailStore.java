package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapHostManagerImpl;
import com.icegreen.greenmail.store.InMemoryStore;
import io.github.postfixture.net.Connection;
import io.github.postfixture.timeline.Timeline;
import java.io.IOException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** The mailboxes of one server, as IMAP and POP3 clients see them. Safe for use by several threads. */
public final class MailStore {

    private final Timeline timeline;
    private final Supplier<SSLContext> tls;
    private final ImapHostManager folders = new ImapHostManagerImpl(new InMemoryStore());
    private final Accounts accounts;

    /** Make an empty store that fills, mailbox by mailbox, from the directory. */
    public MailStore(MailboxDirectory directory, Timeline timeline, Supplier<SSLContext> tls) {
        this.timeline = timeline;
        this.tls = tls;
        accounts = new Accounts(folders, directory);
    }

    /** Serve a connection by IMAP (RFC 3501) on the calling thread until it ends. */
    public void serveImap(Connection connection) throws IOException {
        new ImapDialogue(connection, folders, accounts, new Reporter(timeline, "imap"), tls).run();
    }

    /** Serve a connection by POP3 (RFC 1939) on the calling thread until it ends. */
    public void servePop3(Connection connection) throws IOException {
        new Pop3Dialogue(connection, folders, accounts, new Reporter(timeline, "pop3"), tls).run();
    }
}
