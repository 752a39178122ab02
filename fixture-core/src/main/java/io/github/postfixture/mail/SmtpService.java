package io.github.postfixture.mail;

import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.attempt.Attempt;
import io.github.postfixture.mail.attempt.Attempts;
import io.github.postfixture.mail.fault.ProtocolFaults;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.message.Envelope;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.mail.protocol.SmtpOptions;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.smtp.SmtpHost;
import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.net.transcript.Transcript;
import io.github.postfixture.octets.Octets;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** What the server does for those who send mail by SMTP. */
final class SmtpService implements SmtpHost {

    static final String SOURCE = "smtp";

    private final ServerContext parts;
    private final MailIntake intake;
    private final SmtpOptions options;
    private final ProtocolFaults<SmtpFault> faults;
    private final Attempts attempts;
    private final Quotas quotas;

    SmtpService(
            ServerContext parts,
            MailIntake intake,
            SmtpOptions options,
            ProtocolFaults<SmtpFault> faults,
            Attempts attempts,
            Quotas quotas) {
        this.parts = parts;
        this.intake = intake;
        this.options = options;
        this.faults = faults;
        this.attempts = attempts;
        this.quotas = quotas;
    }

    @Override
    public SmtpOptions options() {
        return options;
    }

    @Override
    public boolean isClosing() {
        return parts.closing().hasBegun();
    }

    @Override
    public SSLContext tls(Connection connection) throws IOException {
        return parts.tls().at(MailProtocol.SMTP, connection);
    }

    @Override
    public int accepted() {
        return intake.accepted();
    }

    @Override
    public SaslAccounts accounts() {
        return parts.accounts();
    }

    @Override
    public boolean hasRoom(String recipient, long bytes) {
        return quotas.hasRoom(accounts().address(recipient), bytes);
    }

    @Override
    public Optional<Fault<? super SmtpFault>> fault(Occasion occasion) {
        return faults.strike(occasion);
    }

    @Override
    public void attempted(Attempt attempt) {
        attempts.add(SOURCE, attempt);
    }

    @Override
    public Runnable accept(Envelope envelope, Octets message, Instant receivedAt, Transcript transcript) {
        return intake.accept(envelope, message, receivedAt, transcript);
    }

    @Override
    public void report(String event) {
        parts.timeline().append(SOURCE, event);
    }

    @Override
    public InstantSource clock() {
        return parts.clock();
    }

    @Override
    public void pause(Duration duration) {
        parts.closing().pause(duration);
    }
}
