package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapSessionFolder;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.FolderListener;
import io.github.postfixture.net.Workers;
import jakarta.mail.Flags;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A client that waits for news (RFC 2177). News are sent by a thread of their own, so that no delivery waits for the
 * client.
 */
final class ImapIdle implements FolderListener {

    private final ImapDialogue dialogue;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private boolean waiting = true;

    private ImapIdle(ImapDialogue dialogue) {
        this.dialogue = dialogue;
    }

    static void execute(ImapDialogue dialogue, ImapRequest request) throws IOException, FolderException {
        if (ImapCommands.requireFolder(dialogue, request)) {
            new ImapIdle(dialogue).waitUntilDone(request);
        }
    }

    private void waitUntilDone(ImapRequest request) throws IOException, FolderException {
        ImapSessionFolder folder = dialogue.session().getSelected();
        dialogue.account().alone(() -> folder.addListener(this));
        try {
            dialogue.turns().say("+ idling");
            sayNews();
            finish(request, dialogue.turns().readLine());
        } finally {
            end(folder);
        }
    }

    private void finish(ImapRequest request, Optional<String> line) throws FolderException {
        sayNews();
        if (line.orElse("").equalsIgnoreCase("DONE")) {
            ImapCommands.complete(dialogue, request);
        } else {
            dialogue.reporter().report("IDLE not ended by DONE");
            dialogue.turns().say(request.tag() + " BAD Expected DONE");
        }
    }

    private synchronized void sayNews() throws FolderException {
        if (waiting) {
            dialogue.sayNews();
        }
    }

    private synchronized void end(ImapSessionFolder folder) {
        waiting = false;
        dialogue.account().alone(() -> folder.removeListener(this));
    }

    @Override
    public void expunged(int msn) {
        schedule();
    }

    @Override
    public void added(int msn) {
        schedule();
    }

    @Override
    public void flagsUpdated(int msn, Flags flags, Long uid) {
        schedule();
    }

    @Override
    public void mailboxDeleted() {
        // The session hears of it as well, and ends.
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
            dialogue.turns().flush();
        } catch (IOException | FolderException | RuntimeException e) {
            dialogue.reporter().report("news not sent: " + e.getMessage());
        }
    }
}
