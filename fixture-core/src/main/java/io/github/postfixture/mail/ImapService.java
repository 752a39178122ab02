package io.github.postfixture.mail;

import io.github.postfixture.concurrent.Workers;
import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.fault.ImapFault;
import io.github.postfixture.mail.fault.ProtocolFaults;
import io.github.postfixture.mail.imap.ImapHost;
import io.github.postfixture.mail.imap.ImapRules;
import io.github.postfixture.mail.imap.ImapSession;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.mail.reader.ReaderLog;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.store.MailStore;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.net.connection.ProtocolSession;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/** What the server does for those who read mail by IMAP. */
final class ImapService implements ImapHost, AutoCloseable {

    private static final String SOURCE = "imap";

    private final ServerContext parts;
    private final ImapRules rules;
    private final ProtocolFaults<ImapFault> faults;
    private final Set<ImapSession> sessions = ConcurrentHashMap.newKeySet();

    ImapService(ServerContext parts, ImapRules rules, ProtocolFaults<ImapFault> faults) {
        this.parts = parts;
        this.rules = rules;
        this.faults = faults;
    }

    /** Return a session that is told when the server stops. */
    ImapSession session(Connection connection) {
        ImapSession session = new ImapSession(connection, this);
        sessions.add(session);
        return session;
    }

    /** Forget a session that has ended. */
    void left(ProtocolSession session) {
        sessions.remove(session);
    }

    /** Say goodbye to every client that is still there. */
    @Override
    public void close() {
        sessions.forEach(session -> Workers.shared().execute(() -> session.sayGoodbye("The server is closing")));
    }

    @Override
    public MailStore store() {
        return parts.store().get();
    }

    @Override
    public SaslAccounts accounts() {
        return parts.accounts();
    }

    @Override
    public ImapRules rules() {
        return rules;
    }

    @Override
    public SSLContext tls(Connection connection) throws IOException {
        return parts.tls().at(MailProtocol.IMAP, connection);
    }

    @Override
    public Optional<Fault<? super ImapFault>> fault(Occasion occasion) {
        return faults.strike(occasion);
    }

    @Override
    public InstantSource clock() {
        return parts.clock();
    }

    @Override
    public void pause(Duration duration) {
        parts.closing().pause(duration);
    }

    @Override
    public ReaderLog readerLog(StoredMailbox account, InetSocketAddress peer) {
        return parts.readerLog(account, SOURCE, peer);
    }

    @Override
    public void failed(Connection connection, Throwable cause) {
        parts.failed(SOURCE, connection, cause);
    }

    @Override
    public void report(String event) {
        parts.timeline().append(SOURCE, event);
    }
}
