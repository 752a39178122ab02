package io.github.postfixture.mail;

import io.github.postfixture.Endpoint;
import io.github.postfixture.Fixture;
import io.github.postfixture.account.Account;
import io.github.postfixture.account.Accounts;
import io.github.postfixture.await.Journal;
import io.github.postfixture.concurrent.Lazy;
import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.FaultPoint;
import io.github.postfixture.fault.FaultScript;
import io.github.postfixture.mail.attempt.Attempts;
import io.github.postfixture.mail.fault.ImapFault;
import io.github.postfixture.mail.fault.MailFaultPoint;
import io.github.postfixture.mail.fault.Pop3Fault;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.greenmail.store.GreenMailStore;
import io.github.postfixture.mail.message.MailCriteria;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.mail.protocol.SmtpStage;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.store.MailStore;
import io.github.postfixture.net.outgoing.ConnectionPolicy;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.TlsFault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.assertj.core.api.AssertProvider;

/**
 * A throwaway mail server: it takes mail by SMTP, keeps it in mailboxes, and gives it out by IMAP and POP3.
 *
 * <pre>{@code
 * try (MailServer mail = MailServer.start()) {
 *     new SignUp(mail.smtp().uri()).register("alice@example.org");
 *
 *     assertThat(mail.awaitMail()).hasSubject("Welcome").hasRecipients("alice@example.org");
 * }
 * }</pre>
 *
 * <p>It listens on 127.0.0.1, each protocol on a free port that is bound when it is first asked for. An address
 * without an account gets a mailbox of its own; anybody may log in to it, with any password. Nothing leaves the
 * server. Safe for use by several threads.
 */
public final class MailServer implements Fixture, AssertProvider<MailServerAssert> {

    private static final int MOST_MAILBOXES = 500;

    private final Timeline timeline;
    private final Duration timeout;
    private final boolean strict;
    private final ConnectionPolicy allowed;
    private final InstantSource clock;
    private final Logins logins;
    private final Lazy<MailStore> store;
    private final Mailboxes mailboxes;
    private final MailFaults faults;
    private final Set<MailProtocol> encrypted;
    private final Attempts attempts;
    private final MailIntake intake;
    private final SeenMails seen = new SeenMails();
    private final ConnectionLog callers;
    private final MailEndpoints endpoints;
    private final MailWait wait;
    private final UnconsumedCheck leftovers;

    MailServer(MailServerBuilder builder) {
        timeline = builder.timeline.get();
        callers = new ConnectionLog(timeline);
        timeout = builder.timeout;
        strict = builder.strict;
        allowed = builder.allowed;
        clock = builder.clock;
        logins = builder.logins.copy();
        store = new Lazy<>(this::emptyStore);
        Quotas quotas = new Quotas(Map.copyOf(builder.quotas), store);
        mailboxes = new Mailboxes(logins, quotas, this::newMailbox);
        encrypted = builder.encrypted();
        faults = MailFaults.of(new FaultScript(timeline));
        ShutdownSignal closing = new ShutdownSignal();
        MailTls tls = new MailTls(builder.whereabouts.host("localhost"), faults.tls(), closing);
        attempts = new Attempts(timeline, timeout, callers::inWords);
        intake = new MailIntake(mailboxes, timeline, allowed);
        ServerContext parts = new ServerContext(store, mailboxes, logins, tls, timeline, closing, allowed, clock);
        ProtocolHandlers dialogues = ProtocolHandlers.of(parts, intake, builder, faults, attempts, quotas);
        Journal<ReceivedMail> journal = intake.journal();
        wait = new MailWait(journal, seen, new MissingMail(journal, timeline, callers, List::of), this::isOpen, "");
        endpoints = new MailEndpoints(
                        Map.copyOf(builder.ports),
                        dialogues,
                        tls,
                        timeline,
                        callers,
                        builder.place.get(),
                        builder.whereabouts)
                .opened();
        leftovers = new UnconsumedCheck(faults, journal, seen, endpoints, timeline);
    }

    /** Start a server with all protocols and without accounts. */
    public static MailServer start() {
        return builder().start();
    }

    /** Return a builder of a server that is not the default one. */
    public static MailServerBuilder builder() {
        return new MailServerBuilder();
    }

    /** Return where to send mail. */
    public Endpoint smtp() {
        return endpoint(MailProtocol.SMTP);
    }

    /** Return where to send mail, encrypted from the first byte. */
    public Endpoint smtps() {
        return endpoint(MailProtocol.SMTPS);
    }

    /** Return where to read mail by IMAP. */
    public Endpoint imap() {
        return endpoint(MailProtocol.IMAP);
    }

    /** Return where to read mail by IMAP, encrypted from the first byte. */
    public Endpoint imaps() {
        return endpoint(MailProtocol.IMAPS);
    }

    /** Return where to fetch mail by POP3. */
    public Endpoint pop3() {
        return endpoint(MailProtocol.POP3);
    }

    /** Return where to fetch mail by POP3, encrypted from the first byte. */
    public Endpoint pop3s() {
        return endpoint(MailProtocol.POP3S);
    }

    /**
     * Return where a protocol is spoken.
     *
     * @throws IllegalStateException if the builder left the protocol out, or the server is closed
     */
    public Endpoint endpoint(MailProtocol protocol) {
        return endpoints.endpoint(protocol);
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints.known();
    }

    /** Return the mailbox of an address, or of the login name of an account; an address need not have one, nor mail. */
    public Mailbox mailbox(String address) {
        return mailboxes.mailbox(address);
    }

    /** Return the addresses of the accounts, in the order in which they were added. */
    public List<String> accounts() {
        return logins.accounts();
    }

    /**
     * Return the accounts, as they are now and will be, for other services of the same host.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public Accounts directory() {
        return logins.directory();
    }

    /**
     * Return the folders of all mailboxes, for other services of the same host.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public MailStore store() {
        return store.get();
    }

    /**
     * Return who may log in.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public SaslAccounts logins() {
        return logins;
    }

    /**
     * Add an account, or give the one there is another password; from now on it opens with this password only.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public void addAccount(String address, String password) {
        addAccount(logins.account(address)
                .map(known -> known.withPassword(password))
                .orElseGet(() -> Account.of(address, password)));
    }

    /**
     * Add an account, in place of the one with its address if there is one.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public void addAccount(Account account) {
        logins.add(account);
        mailbox(account.address());
    }

    /**
     * Let an address have no account any more; its mailbox stays.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public void removeAccount(String address) {
        logins.remove(address);
    }

    /** Return all mailboxes there are, in the order of their addresses. */
    public List<Mailbox> mailboxes() {
        Collection<Mailbox> all = mailboxes.all();
        return all.stream().sorted(Comparator.comparing(Mailbox::address)).toList();
    }

    /**
     * {@inheritDoc}
     *
     * @hidden
     */
    @Override
    @API(status = API.Status.INTERNAL)
    public void noteContents() {
        faults.script().noteUses("mail");
        List<MailboxContents> filled = mailboxes().stream()
                .map(MailboxContents::of)
                .filter(contents -> contents.size() > 0)
                .toList();
        filled.stream().limit(MOST_MAILBOXES).forEach(contents -> timeline.note("mail", contents));
        if (filled.size() > MOST_MAILBOXES) {
            timeline.note(
                    "mail", filled.size() + " mailboxes hold messages; the first " + MOST_MAILBOXES + " are shown");
        }
    }

    /**
     * Wait for the next mail: the first that no earlier await has returned. Its sender has had its answer by then.
     *
     * @throws AssertionError if none comes within the timeout of the server; it says what happened instead
     * @throws IllegalStateException if the server is closed, and so none can come
     */
    public ReceivedMail awaitMail() {
        return awaitMail(MailCriteria.any());
    }

    /**
     * Wait for a mail that meets the criteria and that no earlier await has returned.
     *
     * @throws AssertionError if none comes within the timeout of the server; it says what came instead
     * @throws IllegalStateException if the server is closed, and so none can come
     */
    public ReceivedMail awaitMail(MailCriteria criteria) {
        return wait.one(criteria, timeout);
    }

    /**
     * Wait for the next mails, in order of arrival.
     *
     * @throws AssertionError if fewer come within the timeout of the server; it lists them
     * @throws IllegalStateException if the server is closed, and so no more can come
     */
    public List<ReceivedMail> awaitMails(int count) {
        return wait.several(count, timeout);
    }

    /**
     * Return all mail so far, in order of arrival. Mail whose sender has its answer is always among it.
     */
    public List<ReceivedMail> receivedMails() {
        return wait.soFar();
    }

    /** Return every try of a client to hand over a message, whatever became of it. */
    public Attempts attempts() {
        return attempts;
    }

    /**
     * Begin to script a fault of SMTP, at the commands of that stage.
     *
     * @throws IllegalStateException if the builder left SMTP out
     */
    public MailFaultPoint<SmtpFault> at(SmtpStage stage) {
        endpoints.requireOneOf(MailProtocol.SMTP, MailProtocol.SMTPS);
        return MailFaultPoint.at(faults.smtp(), stage);
    }

    /**
     * Begin to script a fault of IMAP.
     *
     * @param command the name of the command, such as {@code FETCH}, which is for {@code UID FETCH} too; {@code LOGIN} is
     *     for every way to log in; {@code CONNECT} for the greeting, {@code *} for every command
     * @throws IllegalArgumentException if there is no such command; it names the nearest
     * @throws IllegalStateException if the builder left IMAP out
     */
    public MailFaultPoint<ImapFault> atImap(String command) {
        endpoints.requireOneOf(MailProtocol.IMAP, MailProtocol.IMAPS);
        return MailFaultPoint.at(faults.imap(), MailFaults.imapCommands(), command);
    }

    /**
     * Begin to script a fault of POP3.
     *
     * @param command the name of the command, such as {@code RETR}; {@code PASS} is for every way to log in; {@code CONNECT}
     *     for the greeting, {@code *} for every command
     * @throws IllegalArgumentException if there is no such command; it names the nearest
     * @throws IllegalStateException if the builder left POP3 out
     */
    public MailFaultPoint<Pop3Fault> atPop3(String command) {
        endpoints.requireOneOf(MailProtocol.POP3, MailProtocol.POP3S);
        return MailFaultPoint.at(faults.pop3(), MailFaults.pop3Commands(), command);
    }

    /**
     * Begin to script a fault of the TLS handshakes of all protocols: those at the encrypted ports, and those after {@code
     * STARTTLS} and {@code STLS}.
     */
    public FaultPoint<TlsFault> atHandshake() {
        return MailTls.faultPoint(faults.tls());
    }

    /**
     * Begin to script a fault of the TLS handshakes of one protocol: of SMTP, IMAP and POP3 those after {@code STARTTLS} and
     * {@code STLS}, of the others those at their own ports.
     *
     * @throws IllegalStateException if the builder left the protocol out, or encrypts no connection of it
     */
    public FaultPoint<TlsFault> atHandshake(MailProtocol protocol) {
        endpoints.requireOneOf(protocol);
        requireHandshakes(protocol);
        return MailTls.faultPoint(faults.tls(), protocol);
    }

    /** Let the next command of that stage fail, once. Several faults of a stage strike one after the other. */
    public void failNext(SmtpStage stage, Fault<? super SmtpFault> fault) {
        at(stage).next(fault);
    }

    /**
     * Return the sessions that failed, the scripted faults that have not struck so far, and the mail that nobody has
     * looked at: neither the test, by an await, a list or an assertion, nor a client, by IMAP or POP3. One line each.
     */
    @Override
    public List<String> problems() {
        return leftovers.problems();
    }

    @Override
    public List<String> leftOpen(Duration patience) {
        return endpoints.leftOpen(patience);
    }

    /**
     * Verify that no session has failed; if the server is strict, that there are no {@link #problems()} at all, and that no
     * connection is left open. The JUnit extensions do so after every test.
     *
     * @throws AssertionError if there are; its message lists them
     */
    @Override
    public void verify() {
        leftovers.verify(strict);
    }

    /**
     * Begin anew: forget all mail, attempts, faults, auto-responders, and the sessions of readers that have left. The messages
     * in the folders of all mailboxes are expunged, of which clients that are there hear as of any. Endpoints, accounts,
     * folders and settings stay, and so do the timeline and the failures on it.
     */
    public void reset() {
        clearFaults();
        intake.clear();
        attempts.clear();
        timeline.append("mail", "reset by the test");
    }

    /** Forget all scripted faults: those that have struck strike no more, and those left are no problem of the test. */
    public void clearFaults() {
        faults.script().clear();
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    @Override
    public String whoConnected() {
        return callers.inWords();
    }

    @Override
    public void close() {
        if (isOpen()) {
            endpoints.close();
            timeline.append("mail", "server closed");
            timeline.conclude();
        }
    }

    /** Return the assertions; AssertJ's own {@code assertThat} calls this. */
    @Override
    public MailServerAssert assertThat() {
        return new MailServerAssert(this);
    }

    @Override
    public String toString() {
        return "mail server";
    }

    /**
     * Return where messages enter that no SMTP client brings, such as those of an API.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public MailIntake intake() {
        return intake;
    }

    private void requireHandshakes(MailProtocol protocol) {
        if (!encrypted.contains(protocol)) {
            throw new IllegalStateException("This mail server encrypts no connection of " + protocol
                    + ", so the fault would never strike; offer STARTTLS in MailServer.builder().startTls(..)");
        }
    }

    MailWait arrivals() {
        return wait;
    }

    private boolean isOpen() {
        return endpoints.isOpen();
    }

    private Mailbox newMailbox(String address) {
        return new Mailbox(
                address,
                timeline,
                timeout,
                this::isOpen,
                callers,
                seen,
                () -> logins.mistakenFor(address),
                () -> store.get().open(address),
                this::mailbox,
                allowed,
                clock);
    }

    private MailStore emptyStore() {
        return new GreenMailStore(mailboxes);
    }
}
