package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import io.github.postfixture.await.Expectation;
import io.github.postfixture.await.Journal;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.timeline.Timeline;
import java.util.List;
import java.util.Optional;

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
    private final Outbox outbox;
    private final Timeline timeline;
    private final Journal<LocalMail> arrivals;
    private Optional<InboxFollower> follower = Optional.empty();
    private volatile String trouble = "";
    private boolean online = true;
    private volatile boolean closed;

    MailClient(MailClientBuilder settings) {
        this.settings = settings;
        timeline = settings.timeline.get();
        arrivals = new Journal<>(timeline);
        account = settings.account();
        copy = LocalCopy.in(settings.directory, new Disk(settings.beforeEachStep));
        outbox = new Outbox(copy, account);
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
        return copy.outbox();
    }

    /**
     * Send a mail to whom its header names, and keep a copy in the folder {@code Sent}. Offline it waits in the
     * {@link #outbox()}.
     *
     * @throws MailClientException if the server refuses it; it waits in the outbox then
     */
    public synchronized void send(InboundMail mail) {
        Optional<Endpoint> smtp = online ? Optional.of(smtp()) : Optional.empty();
        outbox.add(mail);
        smtp.ifPresent(outbox::send);
    }

    /**
     * Send what waits in the outbox, and bring the local copy and the mailbox together, both ways: new mail, flags, moves,
     * deletions, folders; by POP3, fetch new mail. Do nothing offline. What fails does not keep the rest from being done,
     * and is tried again by the next call.
     *
     * @return the mails that came into the inbox
     * @throws MailClientException if something failed; it says what
     */
    public synchronized List<LocalMail> synchronise() {
        if (!online) {
            return List.of();
        }
        Optional<MailClientException> unsent = settings.smtp.flatMap(outbox::tryToSend);
        List<LocalMail> arrived = synchroniseMailbox(unsent);
        unsent.ifPresent(failure -> {
            throw failure;
        });
        return arrived;
    }

    /** Add marks to a mail, in the local copy; the server hears of it by {@link #synchronise()}. */
    public synchronized void mark(LocalMail mail, Flag... marks) {
        copy.mark(mail, copy.flags(mail).with(MailFlags.of(marks)));
    }

    /** Remove marks from a mail, in the local copy; the server hears of it by {@link #synchronise()}. */
    public synchronized void unmark(LocalMail mail, Flag... marks) {
        copy.mark(mail, copy.flags(mail).without(MailFlags.of(marks)));
    }

    /**
     * Add keywords to a mail (RFC 9051 section 2.3.2), in the local copy; the server hears of it by {@link #synchronise()}.
     *
     * @throws IllegalArgumentException if one cannot be a keyword
     */
    public synchronized void addKeywords(LocalMail mail, String... keywords) {
        copy.mark(mail, copy.flags(mail).with(MailFlags.ofKeywords(keywords)));
    }

    /**
     * Remove keywords from a mail, in the local copy; the server hears of it by {@link #synchronise()}.
     *
     * @throws IllegalArgumentException if one cannot be a keyword
     */
    public synchronized void removeKeywords(LocalMail mail, String... keywords) {
        copy.mark(mail, copy.flags(mail).without(MailFlags.ofKeywords(keywords)));
    }

    /** Move a mail to a folder, which is created if need be; the server hears of it by {@link #synchronise()}. */
    public synchronized LocalMail move(LocalMail mail, String folder) {
        return copy.move(mail, folder, copy.flags(mail));
    }

    /** Delete a mail from the local copy; the server hears of it by {@link #synchronise()}. */
    public synchronized void delete(LocalMail mail) {
        copy.remove(mail);
    }

    /** Create a folder in the local copy, unless there is one; the server hears of it by {@link #synchronise()}. */
    public synchronized void createFolder(String folder) {
        copy.folders().create(folder);
    }

    /**
     * Delete a folder and the mail in it from the local copy; the server hears of it by {@link #synchronise()}, and keeps
     * the folder if there is mail in it by then that this client has not seen.
     *
     * @throws IllegalArgumentException if it is the inbox
     */
    public synchronized void deleteFolder(String folder) {
        requireNoInbox(folder);
        mails(folder).forEach(copy::remove);
        copy.folders().remove(folder);
    }

    /**
     * Rename a folder of the local copy, which moves the mail in it; the server hears of it by {@link #synchronise()}. The
     * folders within it keep their names.
     *
     * @throws IllegalArgumentException if it is the inbox
     */
    public synchronized void renameFolder(String folder, String newName) {
        requireNoInbox(folder);
        copy.folders().create(newName);
        mails(folder).forEach(mail -> move(mail, newName));
        if (!folder.equals(newName)) {
            copy.folders().remove(folder);
        }
    }

    /**
     * Wait for the next mail in the inbox that no earlier await has returned, following the inbox by {@code IDLE}.
     *
     * @throws AssertionError if none comes within the timeout of the client
     * @throws IllegalStateException if the client is offline, or its mailbox is not reached by IMAP
     */
    public LocalMail awaitMail() {
        follow();
        Expectation mail = Expectation.of("a mail in the inbox of " + account.user(), settings.timeout);
        return arrivals.take(any -> true, mail.deadline(), () -> !closed)
                .orElseThrow(() -> mail.failure(" but none came.\nThe inbox:\n  " + contents() + trouble, timeline));
    }

    private Object contents() {
        return inbox().isEmpty() ? "(empty)" : inbox();
    }

    /** Work without servers: what is sent waits, what is marked, moved and deleted is noted. */
    public synchronized void goOffline() {
        online = false;
        endWatch();
    }

    /**
     * Work with the servers again: send what waits, and synchronise.
     *
     * @throws MailClientException if something failed; it says what
     */
    public synchronized void goOnline() {
        online = true;
        if (!outbox.isEmpty()) {
            smtp();
        }
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

    private Endpoint smtp() {
        return settings.smtp.orElseThrow(() -> new IllegalStateException(
                "The client has no server to send by; name it with MailClient.of(..).smtp(..)"));
    }

    private List<LocalMail> synchroniseMailbox(Optional<MailClientException> unsent) {
        try {
            return synchroniseMailbox();
        } catch (MailClientException e) {
            unsent.ifPresent(e::addSuppressed);
            throw e;
        }
    }

    private List<LocalMail> synchroniseMailbox() {
        return settings.mailbox
                .map(mailbox ->
                        new MailboxUpdate(copy.folders(), account, mailbox).run(settings.keepsOnServer, this::tell))
                .orElse(List.of());
    }

    private void tell(LocalMail mail) {
        arrivals.record(mail).publish();
        timeline.append("client", mail);
    }

    /** Follow the inbox from now on, and see what is in it by now. */
    private synchronized void follow() {
        if (!online || settings.mailbox.filter(MailAccount::isImap).isEmpty()) {
            throw new IllegalStateException("Only a client that is online and has its mailbox by IMAP can await mail;"
                    + " call synchronise() instead, or goOnline()");
        }
        if (follower.isEmpty()) {
            follower = Optional.of(new InboxFollower(account, settings.mailbox.orElseThrow(), this::newsCame));
        }
        if (follower.get().follow()) {
            newsCame();
        }
    }

    private synchronized void newsCame() {
        try {
            if (online) {
                synchroniseMailbox();
            }
            trouble = "";
        } catch (MailClientException e) {
            trouble = "\nThe last synchronisation failed:\n  " + e.getMessage();
            timeline.append("client", String.valueOf(e.getMessage()));
        }
    }

    private static void requireNoInbox(String folder) {
        if (folder.equalsIgnoreCase(LocalFolders.INBOX)) {
            throw new IllegalArgumentException(
                    "folder (" + folder + ") must not be the inbox, which every mailbox has");
        }
    }

    private void endWatch() {
        follower.ifPresent(InboxFollower::close);
        follower = Optional.empty();
    }
}
