package io.github.postfixture.mail;

import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.fault.Pop3Fault;
import io.github.postfixture.mail.fault.ProtocolFaults;
import io.github.postfixture.mail.pop3.Maildrop;
import io.github.postfixture.mail.pop3.Pop3Host;
import io.github.postfixture.mail.pop3.Pop3Rules;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.net.connection.Connection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** What the server does for those who fetch mail by POP3. */
final class Pop3Service implements Pop3Host {

    private static final String SOURCE = "pop3";

    private final ServerContext parts;
    private final Pop3Rules rules;
    private final ProtocolFaults<Pop3Fault> faults;

    Pop3Service(ServerContext parts, Pop3Rules rules, ProtocolFaults<Pop3Fault> faults) {
        this.parts = parts;
        this.rules = rules;
        this.faults = faults;
    }

    @Override
    public Maildrop maildrop(String identity, InetSocketAddress peer) {
        StoredMailbox account = parts.store().get().open(identity);
        return new InboxSnapshot(account, parts.readerLog(account, SOURCE, peer));
    }

    @Override
    public SaslAccounts accounts() {
        return parts.accounts();
    }

    @Override
    public Pop3Rules rules() {
        return rules;
    }

    @Override
    public SSLContext tls(Connection connection) throws IOException {
        return parts.tls().at(MailProtocol.POP3, connection);
    }

    @Override
    public boolean isClosing() {
        return parts.closing().hasBegun();
    }

    @Override
    public Optional<Fault<? super Pop3Fault>> fault(Occasion occasion) {
        return faults.strike(occasion);
    }

    @Override
    public void pause(Duration duration) {
        parts.closing().pause(duration);
    }

    @Override
    public void report(String event) {
        parts.timeline().append(SOURCE, event);
    }
}
