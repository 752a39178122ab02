package io.github.postfixture.mail;

import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.imap.ImapDisruption;
import io.github.postfixture.mail.imap.ImapHost;
import io.github.postfixture.mail.imap.ImapRules;
import io.github.postfixture.mail.imap.ImapSession;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.store.MailStore;
import io.github.postfixture.net.Connection;
import io.github.postfixture.net.Workers;
import io.github.postfixture.timeline.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
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
    private final ProtocolFaults<ImapFault> faults;
    private final Closing closing;
    private final Set<ImapSession> sessions = ConcurrentHashMap.newKeySet();

    ImapService(
            Lazy<MailStore> store,
            SaslAccounts accounts,
            ImapRules rules,
            Supplier<SSLContext> tls,
            Timeline timeline,
            ProtocolFaults<ImapFault> faults,
            Closing closing) {
        this.store = store;
        this.accounts = accounts;
        this.rules = rules;
        this.tls = tls;
        this.timeline = timeline;
        this.faults = faults;
        this.closing = closing;
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
    public Optional<ImapDisruption> disruption(Occasion occasion) {
        return faults.strike(occasion).map(ImapFault::disruption);
    }

    @Override
    public void pause(Duration duration) {
        closing.pause(duration);
    }

    @Override
    public void report(String event) {
        timeline.append("imap", event);
    }
}
