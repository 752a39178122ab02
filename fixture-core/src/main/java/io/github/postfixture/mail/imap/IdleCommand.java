package io.github.postfixture.mail.imap;

import io.github.postfixture.concurrent.Workers;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.reader.ClientAction;
import io.github.postfixture.mail.store.Folder;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A client that waits for news (RFC 2177). News are sent by a thread of their own, so that no delivery waits for the
 * client.
 */
final class IdleCommand {

    private final ImapSession session;
    private final Runnable listener = this::schedule;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private boolean waiting = true;

    private IdleCommand(ImapSession session) {
        this.session = session;
    }

    static String execute(ImapSession session, ImapRequest request) throws IOException, BadSyntaxException {
        request.arguments().end();
        IdleCommand idle = new IdleCommand(session);
        if (session.selection().isPresent()) {
            idle.waitForNews(session.selected().folder());
        } else {
            idle.waitUntilDone();
        }
        return "IDLE completed";
    }

    private void waitForNews(Folder folder) throws IOException, BadSyntaxException {
        session.account().locked(() -> folder.addListener(listener));
        session.reader()
                .did(ClientAction.of(ClientAction.Kind.IDLED, session.selected().name(), "IDLE"));
        try {
            waitUntilDone();
        } finally {
            stop(folder);
        }
    }

    private void waitUntilDone() throws IOException, BadSyntaxException {
        session.output().line("+ idling");
        session.script().idles();
        session.reader().idles(session.selection().isPresent());
        sayNews();
        String line = session.input().readLine().orElseThrow(() -> new EOFException("the client left while it idled"));
        if (!line.equalsIgnoreCase("DONE")) {
            throw new BadSyntaxException("Expected DONE");
        }
    }

    private synchronized void sayNews() throws IOException {
        if (waiting) {
            session.sayNews(true);
        }
    }

    private void stop(Folder folder) {
        session.reader().idles(false);
        session.account().locked(() -> folder.removeListener(listener));
        synchronized (this) {
            waiting = false;
        }
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            Workers.shared().execute(this::push);
        }
    }

    private void push() {
        scheduled.set(false);
        try {
            sayNews();
            session.output().flush();
        } catch (IOException e) {
            session.host().report("news not sent: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            session.fail(e);
        }
    }
}
