package io.github.postfixture.mail;

import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.pop3.Maildrop;
import io.github.postfixture.mail.pop3.Pop3Disruption;
import io.github.postfixture.mail.pop3.Pop3Host;
import io.github.postfixture.mail.pop3.Pop3Rules;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.store.MailStore;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** What the server does for those who fetch mail by POP3. */
final class Pop3Service implements Pop3Host {

    private final Lazy<MailStore> store;
    private final SaslAccounts accounts;
    private final Pop3Rules rules;
    private final Supplier<SSLContext> tls;
    private final Timeline timeline;
    private final ProtocolFaults<Pop3Fault> faults;
    private final Closing closing;

    Pop3Service(
            Lazy<MailStore> store,
            SaslAccounts accounts,
            Pop3Rules rules,
            Supplier<SSLContext> tls,
            Timeline timeline,
            ProtocolFaults<Pop3Fault> faults,
            Closing closing) {
        this.store = store;
        this.accounts = accounts;
        this.rules = rules;
        this.tls = tls;
        this.timeline = timeline;
        this.faults = faults;
        this.closing = closing;
    }

    @Override
    public Maildrop maildrop(String identity) {
        return new InboxSnapshot(store.get().open(identity));
    }

    @Override
    public SaslAccounts accounts() {
        return accounts;
    }

    @Override
    public Pop3Rules rules() {
        return rules;
    }

    @Override
    public SSLContext tls() {
        return tls.get();
    }

    @Override
    public boolean isClosing() {
        return closing.hasBegun();
    }

    @Override
    public Optional<Pop3Disruption> disruption(Occasion occasion) {
        return faults.strike(occasion).map(Pop3Fault::disruption);
    }

    @Override
    public void pause(Duration duration) {
        closing.pause(duration);
    }

    @Override
    public void report(String event) {
        timeline.append("pop3", event);
    }
}
