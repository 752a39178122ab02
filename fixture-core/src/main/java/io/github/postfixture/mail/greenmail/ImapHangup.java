package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.user.UserManager;
import io.github.postfixture.net.Connection;
import io.github.postfixture.net.Workers;
import java.io.IOException;
import java.net.Socket;

/** What GreenMail calls to end a connection. */
final class ImapHangup extends ImapHandler {

    private final Turns turns;
    private final Connection connection;
    private volatile boolean over;

    ImapHangup(UserManager users, Turns turns, Connection connection) {
        super(users, users.getImapHostManager(), new Socket());
        this.turns = turns;
        this.connection = connection;
    }

    boolean isOver() {
        return over;
    }

    /** End the dialogue after the present command. */
    @Override
    public void close() {
        over = true;
    }

    /** End the connection, whose client may be one that waits for news, with a last word. */
    @Override
    public void forceConnectionClose(String message) {
        over = true;
        Workers.shared().execute(() -> sayGoodbye(message));
    }

    private void sayGoodbye(String message) {
        try (connection) {
            turns.say("* BYE " + message);
            turns.flush();
        } catch (IOException e) {
            // The client is gone already.
        }
    }
}
