package io.github.postfixture.mail;

import io.github.postfixture.mail.imap.ImapHost;
import io.github.postfixture.mail.imap.ImapRules;
import io.github.postfixture.mail.imap.ImapSession;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.store.MailStore;
import io.github.postfixture.net.Connection;
import io.github.postfixture.net.Workers;
import io.github.postfixture.timeline.Timeline;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** What the server does for those who read mail by IMAP. */
final class ImapService implements ImapHost, AutoCloseable {

    private final Lazy<MailStore> store;
    private final SaslAccounts accounts;
    private final ImapRules rules;
    private final Supplier<SSLContext> tls;
    private final Timeline timeline;
    private final Set<ImapSession> sessions = ConcurrentHashMap.newKeySet();

    ImapService(
            Lazy<MailStore> store,
            SaslAccounts accounts,
            ImapRules rules,
            Supplier<SSLContext> tls,
            Timeline timeline) {
        this.store = store;
        this.accounts = accounts;
        this.rules = rules;
        this.tls = tls;
        this.timeline = timeline;
    }

    /** Serve a connection on the calling thread until it ends. */
    void serve(Connection connection) throws IOException {
        ImapSession session = new ImapSession(connection, this);
        sessions.add(session);
        try {
            session.run();
        } finally {
            sessions.remove(session);
        }
    }

    /** Say goodbye to every client that is still there. */
    @Override
    public void close() {
        sessions.forEach(session -> Workers.shared().execute(() -> session.sayGoodbye("The server is closing")));
    }

    @Override
    public MailStore store() {
        return store.get();
    }

    @Override
    public SaslAccounts accounts() {
        return accounts;
    }

    @Override
    public ImapRules rules() {
        return rules;
    }

    @Override
    public SSLContext tls() {
        return tls.get();
    }

    @Override
    public void report(String event) {
        timeline.append("imap", event);
    }
}
