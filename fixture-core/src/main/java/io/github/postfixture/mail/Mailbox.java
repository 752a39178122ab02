package io.github.postfixture.mail;

import io.github.postfixture.await.Journal;
import io.github.postfixture.mail.inbound.AutoResponder;
import io.github.postfixture.mail.inbound.DeliveryOptions;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.inbound.MailSource;
import io.github.postfixture.mail.message.DeliveredMail;
import io.github.postfixture.mail.message.MailCriteria;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.reader.Readers;
import io.github.postfixture.mail.reader.ReadingSession;
import io.github.postfixture.mail.store.StoreDelivery;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.net.outgoing.ConnectionPolicy;
import io.github.postfixture.timeline.Timeline;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.AssertProvider;

/**
 * The mail of one address. There is one for every account, and for every address that mail came for.
 *
 * <p>Safe for use by several threads.
 */
public final class Mailbox implements AssertProvider<MailboxAssert> {

    private final String address;
    private final Duration timeout;
    private final Journal<ReceivedMail> journal;
    private final MailWait wait;
    private final Supplier<StoredMailbox> account;
    private final SeenMails seen;
    private final ConnectionPolicy allowed;
    private final Readers readers;
    private final AutoResponders robots;
    private final Deliveries deliveries;
    private final List<StoreDelivery> waiting = new ArrayList<>();
    private Consumer<StoreDelivery> store = waiting::add;
    private boolean opened;

    Mailbox(
            String address,
            Timeline timeline,
            Duration timeout,
            BooleanSupplier open,
            ConnectionLog callers,
            SeenMails seen,
            Supplier<List<String>> mistakenLogins,
            Supplier<StoredMailbox> account,
            Function<String, Mailbox> others,
            ConnectionPolicy allowed,
            InstantSource clock) {
        this.allowed = allowed;
        this.address = address;
        this.account = account;
        this.seen = seen;
        this.timeout = timeout;
        journal = new Journal<>(timeline);
        robots = new AutoResponders(address, timeline, others);
        deliveries = new Deliveries(address, timeline, robots, this::put, clock);
        readers = new Readers(address, timeline, timeout, mistakenLogins);
        MissingMail missing = new MissingMail(journal, timeline, callers, mistakenLogins, address);
        wait = new MailWait(journal, seen, missing, open, " in mailbox " + address);
    }

    /** Return where links of its mail may lead. */
    ConnectionPolicy allowed() {
        return allowed;
    }

    /** Return the address whose mail this is. */
    public String address() {
        return address;
    }

    /** Return its folders, as clients and deliveries leave them. */
    public MailFolders folders() {
        return new MailFolders(this, account);
    }

    /**
     * Wait for the next mail to this address: the first that no earlier await at this mailbox has returned.
     *
     * @throws AssertionError if none comes within the timeout of the server; it says what came instead
     */
    public ReceivedMail awaitMail() {
        return awaitMail(MailCriteria.any());
    }

    /**
     * Wait for a mail to this address that meets the criteria and that no earlier await at this mailbox has returned.
     *
     * @throws AssertionError if none comes within the timeout of the server; it says what came instead
     */
    public ReceivedMail awaitMail(MailCriteria criteria) {
        return wait.one(criteria, timeout);
    }

    /**
     * Wait for the next mails to this address.
     *
     * @throws AssertionError if fewer come within the timeout of the server; it lists them
     */
    public List<ReceivedMail> awaitMails(int count) {
        return wait.several(count, timeout);
    }

    /** Return all mail for this address so far, in order of arrival. */
    public List<ReceivedMail> receivedMails() {
        return wait.soFar();
    }

    /**
     * Put a mail into the inbox, as if another server had brought it: readers by IMAP and POP3 find it, unread. No await
     * returns it, and it is not among the {@link #receivedMails()}.
     */
    public DeliveredMail deliver(InboundMail mail) {
        return deliver(mail, DeliveryOptions.inbox());
    }

    /** Put a mail where the arrival says; otherwise as {@link #deliver(InboundMail)}. */
    public DeliveredMail deliver(InboundMail mail, DeliveryOptions arrival) {
        return deliveries.deliver(mail, arrival);
    }

    /** Return what the test, and robots, have put into this mailbox so far, in order. */
    public List<DeliveredMail> deliveredMails() {
        return deliveries.all();
    }

    /**
     * Let a robot answer, from now on, what comes into this mailbox. Its answers are in the mailboxes of the senders
     * before an await returns what they answer; after 25 answers to one sender it stops.
     */
    public void answerBy(AutoResponder robot) {
        robots.add(robot);
    }

    /**
     * Put every {@code .eml} file of a directory into the inbox, in the order of their names.
     *
     * @throws UncheckedIOException if one cannot be read
     */
    public List<DeliveredMail> deliverAll(Path directory) {
        return deliveries.deliverAll(directory);
    }

    /**
     * Remove a message from every folder, as another client of the same account would: sessions hear of it by
     * {@code EXPUNGE} when they may, and what they want of it by its number is refused (RFC 2180 section 4.1).
     *
     * @param message what was received or delivered; it is recognised by its bytes
     * @throws IllegalArgumentException if there is no such message
     */
    public void expunge(MailSource message) {
        folders().expunge(message);
    }

    /** Return those who read this mailbox by IMAP and POP3, and what they did. */
    public Readers readers() {
        return readers;
    }

    /**
     * Wait until a client waits for news of this mailbox by {@code IDLE} (RFC 2177); what is delivered from then on
     * reaches it at once.
     *
     * @throws AssertionError if none does within the timeout of the server; it says what the readers did instead
     */
    public ReadingSession awaitClientIdle() {
        String idler = "a client that idles";
        return readers.await(idler, ReadingSession::isIdle).orElseThrow(() -> readers.missing(idler));
    }

    /**
     * Wait until a client has read a message: fetched something of its body, or marked it as read.
     *
     * @param message what was received or delivered, or what a client has of it; it is recognised by its bytes
     * @throws AssertionError if none does within the timeout of the server; it says what the readers did instead
     */
    public ReadingSession awaitRead(MailSource message) {
        String reader = "a client that reads \"" + message.subject() + '"';
        return readers.await(reader, session -> session.hasRead(message)).orElseThrow(() -> readers.missing(reader));
    }

    /**
     * Give every folder another {@code UIDVALIDITY} (RFC 9051 section 2.3.1.1): what clients remember of its messages
     * holds no more, as when a server was restored from a backup.
     */
    public void resetUidValidity() {
        folders().resetUidValidity();
    }

    @Override
    public MailboxAssert assertThat() {
        return new MailboxAssert(this);
    }

    @Override
    public String toString() {
        return "mailbox " + address;
    }

    AutoResponders robots() {
        return robots;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    MailWait arrivals() {
        return wait;
    }

    Duration timeout() {
        return timeout;
    }

    synchronized Journal.Entry<ReceivedMail> deliver(ReceivedMail mail) {
        if (opened) {
            seen.add(mail);
        }
        store.accept(delivery(mail));
        return journal.record(mail);
    }

    /** Forget what came and what was read; see {@link MailServer#reset()}. */
    void clear() {
        robots.clear();
        if (forgetMail()) {
            folders().clear();
        }
        deliveries.clear();
        readers.clear();
    }

    /** Forget the mail outside of the folders; return whether there are folders. */
    private synchronized boolean forgetMail() {
        journal.clear();
        waiting.clear();
        return opened;
    }

    private synchronized void put(StoreDelivery delivery) {
        store.accept(delivery);
    }

    synchronized void open(Consumer<StoreDelivery> sink) {
        waiting.forEach(sink);
        waiting.clear();
        store = sink;
        opened = true;
        journal.items().forEach(seen::add);
    }

    private static StoreDelivery delivery(ReceivedMail mail) {
        return StoreDelivery.toInbox(mail.octets(), mail.receivedAt());
    }
}
