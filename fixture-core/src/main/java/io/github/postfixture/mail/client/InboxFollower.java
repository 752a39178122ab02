package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import java.io.IOException;
import java.util.Optional;

/** Follows an inbox by {@code IDLE}, and takes it up again when the connection is lost. Safe for several threads. */
final class InboxFollower implements AutoCloseable {

    private static final int MOST_DROPS = 10;

    private final MailAccount account;
    private final Endpoint imap;
    private final Runnable news;
    private Optional<NewMailWatch> watch = Optional.empty();
    private int drops;
    private boolean closed;

    /**
     * Prepare to follow.
     *
     * @param news run whenever something may have happened in the inbox
     */
    InboxFollower(MailAccount account, Endpoint imap, Runnable news) {
        this.account = account;
        this.imap = imap;
        this.news = news;
    }

    /** Follow from now on, and return whether that is new: what happened before is not told. */
    synchronized boolean follow() {
        drops = 0;
        if (watch.filter(running -> !running.isClosed()).isPresent()) {
            return false;
        }
        try {
            watch = Optional.of(start());
            return true;
        } catch (IOException e) {
            throw new MailClientException("Cannot follow " + imap, e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        watch.ifPresent(NewMailWatch::close);
    }

    private NewMailWatch start() throws IOException {
        return NewMailWatch.start(account, imap, news, this::dropped);
    }

    /** Follow again; a server that drops every connection, or is gone, is for the next await to meet. */
    private void dropped() {
        if (restarted()) {
            news.run();
        }
    }

    private synchronized boolean restarted() {
        drops++;
        if (closed || drops > MOST_DROPS) {
            return false;
        }
        try {
            watch = Optional.of(start());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
