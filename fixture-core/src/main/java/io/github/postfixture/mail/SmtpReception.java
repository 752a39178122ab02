package io.github.postfixture.mail;

import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.smtp.Disruption;
import io.github.postfixture.mail.smtp.SmtpAttempt;
import io.github.postfixture.mail.smtp.SmtpHost;
import io.github.postfixture.mail.smtp.SmtpMessage;
import io.github.postfixture.mail.smtp.SmtpRecipient;
import io.github.postfixture.mail.smtp.SmtpRules;
import io.github.postfixture.timeline.Journal;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** What the server does with the mail that comes by SMTP. */
final class SmtpReception implements SmtpHost {

    static final String SOURCE = "smtp";

    private final ServerParts parts;
    private final Mailboxes mailboxes;
    private final Timeline timeline;
    private final Closing closing;
    private final Journal<ReceivedMail> journal;
    private final SmtpRules rules;
    private final ProtocolFaults<SmtpFault> faults;
    private final Attempts attempts;
    private final Quotas quotas;
    private volatile int accepted;

    SmtpReception(
            ServerParts parts, SmtpRules rules, ProtocolFaults<SmtpFault> faults, Attempts attempts, Quotas quotas) {
        this.parts = parts;
        mailboxes = parts.mailboxes();
        timeline = parts.timeline();
        closing = parts.closing();
        this.rules = rules;
        this.faults = faults;
        this.attempts = attempts;
        this.quotas = quotas;
        journal = new Journal<>(timeline);
    }

    Journal<ReceivedMail> journal() {
        return journal;
    }

    @Override
    public SmtpRules rules() {
        return rules;
    }

    @Override
    public boolean isClosing() {
        return closing.hasBegun();
    }

    @Override
    public SSLContext tls() {
        return parts.tls().at(MailProtocol.SMTP);
    }

    @Override
    public int accepted() {
        return accepted;
    }

    @Override
    public SaslAccounts accounts() {
        return parts.accounts();
    }

    @Override
    public boolean hasRoom(String recipient, long bytes) {
        return quotas.hasRoom(recipient, bytes);
    }

    @Override
    public Optional<Disruption> disruption(Occasion occasion) {
        return faults.strike(occasion).map(SmtpFault::disruption);
    }

    @Override
    public void attempted(SmtpAttempt attempt) {
        attempts.add(attempt);
    }

    @Override
    public Runnable accept(SmtpMessage message) {
        List<Journal.Entry<ReceivedMail>> entries = new ArrayList<>();
        ReceivedMail mail = store(message, entries);
        return () -> {
            addressees(message.recipients()).forEach(mailbox -> mailbox.robots().arrived(mail));
            entries.forEach(Journal.Entry::publish);
            timeline.append(SOURCE, mail);
        };
    }

    @Override
    public void report(String event) {
        timeline.append(SOURCE, event);
    }

    @Override
    public void pause(Duration duration) {
        closing.pause(duration);
    }

    private synchronized ReceivedMail store(SmtpMessage message, List<Journal.Entry<ReceivedMail>> entries) {
        accepted++;
        ReceivedMail mail = new ReceivedMail(
                accepted,
                Envelope.of(message),
                message.octets(),
                message.receivedAt(),
                message.transcript(),
                parts.allowed());
        for (Mailbox mailbox : addressees(message.recipients())) {
            entries.add(mailbox.deliver(mail));
        }
        entries.add(journal.record(mail));
        return mail;
    }

    /** Return each mailbox once, however often it is named. */
    private Iterable<Mailbox> addressees(List<SmtpRecipient> recipients) {
        Map<String, Mailbox> addressees = new LinkedHashMap<>();
        for (SmtpRecipient recipient : recipients) {
            Mailbox mailbox = mailboxes.mailbox(recipient.address());
            addressees.put(mailbox.address(), mailbox);
        }
        return addressees.values();
    }
}
