package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.timeline.InWords;
import io.github.postfixture.timeline.Journal;
import io.github.postfixture.timeline.Patience;
import io.github.postfixture.timeline.Timeline;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A mail program for one account of any server, this library's or the one under test. It sends by SMTP and keeps a
 * copy, fetches by IMAP or POP3, keeps everything on disk where it can be read offline, and brings both sides
 * together again.
 *
 * <pre>{@code
 * try (MailClient alice = MailClient.of("alice@example.org", "secret")
 *         .smtp(mail.smtp())
 *         .mailbox(mail.imap())
 *         .start()) {
 *     LocalMail question = alice.awaitMail();
 *     alice.send(InboundMail.replyTo(question).text("Yes."));
 *     alice.mark(question, Mark.ANSWERED);
 *     alice.synchronise();
 * }
 * }</pre>
 *
 * <p>The local copy is a Maildir for each folder, which other programs can read and change while the client does not
 * synchronise. Safe for use by several threads.
 */
public final class MailClient implements AutoCloseable {

    private final MailClientBuilder settings;
    private final MailAccount account;
    private final LocalCopy copy;
    private final Timeline timeline = new Timeline();
    private final Journal<LocalMail> arrivals = new Journal<>(timeline);
    private Optional<InboxFollower> follower = Optional.empty();
    private boolean online = true;
    private volatile boolean closed;

    MailClient(MailClientBuilder settings) {
        this.settings = settings;
        account = settings.account();
        copy = LocalCopy.in(settings.directory);
    }

    /** Describe a client of the account with this name and password. */
    public static MailClientBuilder of(String user, String password) {
        return new MailClientBuilder(user, password);
    }

    /** Return the names of the folders of the local copy; {@code /} separates those within others. */
    public List<String> folders() {
        return copy.folders().names();
    }

    /** Return the mails in the local copy of the inbox. */
    public List<LocalMail> inbox() {
        return mails(LocalFolders.INBOX);
    }

    /** Return the mails in the local copy of a folder; none if there is no such folder. */
    public List<LocalMail> mails(String folder) {
        return copy.mails(folder);
    }

    /** Return the mails that wait to be sent. */
    public List<LocalMail> outbox() {
        return mails(LocalFolders.OUTBOX);
    }

    /**
     * Send a mail to whom its header names, and keep a copy in the folder {@code Sent}. Offline it waits in the
     * {@link #outbox()}.
     *
     * @throws MailClientException if the server refuses it; it waits in the outbox then
     */
    public synchronized void send(InboundMail mail) {
        copy.add(LocalFolders.OUTBOX, mail.raw(), Set.of());
        if (online) {
            flush();
        }
    }

    /**
     * Bring the local copy and the mailbox together, both ways: new mail, marks, moves, deletions; by POP3, fetch new
     * mail. Do nothing offline.
     *
     * @return the mails that came into the inbox
     * @throws MailClientException if the connection breaks; what was done so far is kept, and the next call goes on
     */
    public synchronized List<LocalMail> synchronise() {
        if (!online || settings.mailbox.isEmpty()) {
            return List.of();
        }
        try (Store store = account.open(settings.mailbox.get())) {
            List<LocalMail> arrived = synchronise(store);
            arrived.forEach(this::tell);
            return arrived;
        } catch (MessagingException e) {
            throw new MailClientException("Cannot synchronise with " + settings.mailbox.get(), e);
        }
    }

    /** Add marks to a mail, in the local copy; the server hears of it by {@link #synchronise()}. */
    public synchronized void mark(LocalMail mail, Mark... marks) {
        Set<Mark> all = copy.marks(mail);
        all.addAll(Arrays.asList(marks));
        copy.mark(mail, all);
    }

    /** Remove marks from a mail, in the local copy; the server hears of it by {@link #synchronise()}. */
    public synchronized void unmark(LocalMail mail, Mark... marks) {
        Set<Mark> left = copy.marks(mail);
        left.removeAll(EnumSet.copyOf(Arrays.asList(marks)));
        copy.mark(mail, left);
    }

    /** Move a mail to a folder, which is created if need be; the server hears of it by {@link #synchronise()}. */
    public synchronized LocalMail move(LocalMail mail, String folder) {
        LocalMail moved = copy.add(folder, mail.raw(), copy.marks(mail));
        copy.remove(mail);
        return moved;
    }

    /** Delete a mail from the local copy; the server hears of it by {@link #synchronise()}. */
    public synchronized void delete(LocalMail mail) {
        copy.remove(mail);
    }

    /**
     * Wait for the next mail in the inbox that no earlier await has returned, following the inbox by {@code IDLE}.
     *
     * @throws AssertionError if none comes within the timeout of the client
     * @throws IllegalStateException if the client is offline, or its mailbox is not reached by IMAP
     */
    public LocalMail awaitMail() {
        follow();
        Patience patience = Patience.waitingFor("a mail in the inbox of " + account.user(), settings.timeout);
        return arrivals.take(mail -> true, patience, () -> !closed)
                .orElseThrow(() -> new AssertionError("Expected a mail in the inbox of " + account.user() + " within "
                        + InWords.of(settings.timeout) + " but none came.\nThe inbox:\n  "
                        + (inbox().isEmpty() ? "(empty)" : inbox())));
    }

    /** Work without servers: what is sent waits, what is marked, moved and deleted is noted. */
    public synchronized void goOffline() {
        online = false;
        endWatch();
    }

    /** Work with the servers again: send what waits, and synchronise. */
    public synchronized void goOnline() {
        online = true;
        flush();
        synchronise();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            endWatch();
            copy.close();
        }
    }

    private void flush() {
        for (LocalMail waiting : outbox()) {
            try {
                account.send(smtp(), waiting.raw());
            } catch (MessagingException e) {
                throw new MailClientException("Cannot send " + waiting + ", which waits in the outbox", e);
            }
            copy.add(LocalFolders.SENT, waiting.raw(), Set.of(Mark.SEEN));
            copy.remove(waiting);
        }
    }

    private Endpoint smtp() {
        return settings.smtp.orElseThrow(() -> new IllegalStateException(
                "The client has no server to send by; name it with MailClient.of(..).smtp(..)"));
    }

    private List<LocalMail> synchronise(Store store) throws MessagingException {
        return isImap()
                ? new MailboxSync(copy.folders(), store).run()
                : new Pop3Fetch(copy.folders().folder(LocalFolders.INBOX), store, settings.keepsOnServer).run();
    }

    private boolean isImap() {
        return settings.mailbox
                .map(endpoint -> endpoint.scheme().startsWith("imap"))
                .orElse(false);
    }

    private void tell(LocalMail mail) {
        arrivals.record(mail).publish();
        timeline.append("client", mail);
    }

    /** Follow the inbox from now on, and see what is in it by now. */
    private synchronized void follow() {
        if (!online || !isImap()) {
            throw new IllegalStateException("Only a client that is online and has its mailbox by IMAP can await mail;"
                    + " call synchronise() instead, or goOnline()");
        }
        if (follower.isEmpty()) {
            follower = Optional.of(new InboxFollower(account, settings.mailbox.orElseThrow(), this::newsCame));
        }
        if (follower.get().follow()) {
            synchronise();
        }
    }

    private void newsCame() {
        try {
            synchronise();
        } catch (MailClientException e) {
            timeline.append("client", String.valueOf(e.getMessage()));
        }
    }

    private void endWatch() {
        follower.ifPresent(InboxFollower::close);
        follower = Optional.empty();
    }
}
