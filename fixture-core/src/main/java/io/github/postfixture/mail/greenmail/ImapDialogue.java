package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapRequestHandler;
import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.imap.ImapSessionImpl;
import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.user.GreenMailUser;
import io.github.postfixture.net.Connection;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** The dialogue with one IMAP client: what GreenMail lacks is answered here, the rest is left to it. */
final class ImapDialogue {

    /** What RFC 3501 section 5.4 asks of a server. */
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final Connection connection;
    private final Accounts accounts;
    private final Reporter reporter;
    private final Supplier<SSLContext> tls;
    private final Turns turns;
    private final ImapSession session;
    private final ImapRequestHandler greenMail = new ImapRequestHandler();
    private boolean over;

    ImapDialogue(
            Connection connection,
            ImapHostManager folders,
            Accounts accounts,
            Reporter reporter,
            Supplier<SSLContext> tls) {
        this.connection = connection;
        this.accounts = accounts;
        this.reporter = reporter;
        this.tls = tls;
        turns = new Turns(connection);
        session = new ImapSessionImpl(
                folders,
                accounts,
                new Hangup(accounts, folders),
                connection.peer().getAddress().getHostAddress());
    }

    void run() throws IOException {
        try {
            connection.readTimeout(IDLE);
            turns.say("* OK [CAPABILITY " + ImapCommands.capabilities(this) + "] Postfixture ready");
            while (!over) {
                serveCommand();
            }
            turns.flush();
        } catch (LongLineException | SocketTimeoutException e) {
            sayGoodbye(e instanceof LongLineException ? "Line too long" : "Idle for too long");
        } finally {
            session.deselect();
        }
    }

    Turns turns() {
        return turns;
    }

    ImapSession session() {
        return session;
    }

    boolean isEncrypted() {
        return connection.tls().isPresent();
    }

    void startTls() throws IOException {
        turns.flush();
        connection.startTls(tls.get());
        turns.restart();
    }

    /** Log in; return whether that was allowed. */
    boolean login(Credentials credentials) {
        Optional<GreenMailUser> user = accounts.login(credentials);
        reporter.login(credentials.login(), user.isPresent());
        user.ifPresent(session::setAuthenticated);
        return user.isPresent();
    }

    private void serveCommand() throws IOException {
        Optional<String> line = turns.readLine();
        if (line.isEmpty()) {
            over = true;
            return;
        }
        Optional<ImapLine> command = ImapLine.parse(line.get());
        if (command.isEmpty()) {
            reporter.report("a line that is no command");
            turns.say("* BAD Expected: tag SP command");
            return;
        }
        serve(command.get(), line.get());
    }

    private void serve(ImapLine command, String line) throws IOException {
        try {
            Optional<ImapCommand> own = ImapCommands.find(command.name());
            if (own.isPresent()) {
                own.get().execute(this, command);
            } else {
                leaveToGreenMail(line);
            }
        } catch (ProtocolException | RuntimeException e) {
            turns.dropPushedBack();
            reporter.report(command.name() + " failed: " + e);
            turns.say(command.tag() + " BAD " + command.name() + " failed");
        }
    }

    private void leaveToGreenMail(String line) throws ProtocolException {
        turns.pushBack(line);
        over |= !greenMail.handleRequest(turns.input(), turns.output(), session);
    }

    private void sayGoodbye(String reason) throws IOException {
        reporter.report("connection closed: " + reason);
        turns.say("* BYE " + reason);
        turns.flush();
    }

    /** What GreenMail's commands call to end the connection. */
    private final class Hangup extends ImapHandler {

        Hangup(Accounts accounts, ImapHostManager folders) {
            super(accounts, folders, new Socket());
        }

        @Override
        public void forceConnectionClose(String message) {
            over = true;
        }

        @Override
        public void close() {
            over = true;
        }
    }
}
