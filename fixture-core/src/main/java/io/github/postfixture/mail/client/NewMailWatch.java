package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import io.github.postfixture.concurrent.Workers;
import java.io.IOException;

/** Follows an inbox by {@code IDLE} (RFC 2177), on a connection and a thread of its own, until it is closed. */
final class NewMailWatch implements AutoCloseable {

    private final ImapConnection connection;
    private final Runnable news;
    private final Runnable dropped;
    private volatile boolean closed;

    private NewMailWatch(ImapConnection connection, Runnable news, Runnable dropped) {
        this.connection = connection;
        this.news = news;
        this.dropped = dropped;
    }

    /** Begin to follow; whatever happens in the inbox from now on is told, and once that the connection was lost. */
    static NewMailWatch start(MailAccount account, Endpoint imap, Runnable news, Runnable dropped) throws IOException {
        ImapConnection connection = ImapConnection.open(account, imap);
        try {
            if (!connection.can("IDLE")) {
                throw new CommandRefusedException("the server does not offer IDLE (RFC 2177)");
            }
            connection.command("EXAMINE", reply -> {}, LocalFolders.INBOX);
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
        NewMailWatch watch = new NewMailWatch(connection, news, dropped);
        Workers.shared().execute(watch::follow);
        return watch;
    }

    private void follow() {
        try {
            connection.idle(news);
        } catch (IOException e) {
            // The connection was lost, or closed here.
        }
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
            connection.close();
        } catch (IOException e) {
            // The server closed it first, which is all that was wanted.
        }
    }
}
