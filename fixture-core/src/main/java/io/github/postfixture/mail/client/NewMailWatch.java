package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import io.github.postfixture.net.Workers;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.event.MessageChangedEvent;
import jakarta.mail.event.MessageChangedListener;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** Follows an inbox by {@code IDLE} (RFC 2177), on a connection and a thread of its own, until it is closed. */
final class NewMailWatch implements AutoCloseable {

    private final Store store;
    private final IMAPFolder inbox;
    private final Runnable news;
    private final Runnable dropped;
    private volatile boolean closed;

    private NewMailWatch(Store store, IMAPFolder inbox, Runnable news, Runnable dropped) {
        this.store = store;
        this.inbox = inbox;
        this.news = news;
        this.dropped = dropped;
    }

    /** Begin to follow; whatever happens in the inbox from now on is told, and once that the connection was lost. */
    static NewMailWatch start(MailAccount account, Endpoint imap, Runnable news, Runnable dropped)
            throws MessagingException {
        Store store = account.open(imap);
        IMAPFolder inbox = (IMAPFolder) store.getFolder(LocalFolders.INBOX);
        inbox.open(Folder.READ_ONLY);
        NewMailWatch watch = new NewMailWatch(store, inbox, news, dropped);
        watch.listen();
        Workers.shared().execute(watch::follow);
        return watch;
    }

    private void listen() {
        MessageChangedListener changed = (MessageChangedEvent event) -> news.run();
        inbox.addMessageChangedListener(changed);
        inbox.addMessageCountListener(new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent event) {
                news.run();
            }

            @Override
            public void messagesRemoved(MessageCountEvent event) {
                news.run();
            }
        });
    }

    private void follow() {
        try {
            while (!closed) {
                inbox.idle();
            }
        } catch (MessagingException | IllegalStateException e) {
            end();
        }
    }

    private void end() {
        if (!closed) {
            close();
            dropped.run();
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        try {
            store.close();
        } catch (MessagingException e) {
            // The server closed it first, which is all that was wanted.
        }
    }
}
