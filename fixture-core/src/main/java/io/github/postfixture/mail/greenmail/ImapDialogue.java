package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapResponse;
import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.imap.ImapSessionImpl;
import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.UserManager;
import io.github.postfixture.net.Connection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** The dialogue with one IMAP client: what GreenMail lacks is answered here, the rest is left to it. */
final class ImapDialogue {

    private final Connection connection;
    private final Accounts accounts;
    private final Reporter reporter;
    private final Supplier<SSLContext> tls;
    private final Turns turns;
    private final ImapHangup hangup;
    private final ImapSession session;
    private Optional<Account> account = Optional.empty();

    ImapDialogue(Connection connection, Accounts accounts, Reporter reporter, Supplier<SSLContext> tls) {
        this.connection = connection;
        this.accounts = accounts;
        this.reporter = reporter;
        this.tls = tls;
        turns = new Turns(connection);
        UserManager nobody = new UserManager(accounts.folders());
        hangup = new ImapHangup(nobody, turns, connection);
        session = new ImapSessionImpl(
                accounts.folders(),
                nobody,
                hangup,
                connection.peer().getAddress().getHostAddress());
    }

    void run() throws IOException {
        try {
            turns.say("* OK [CAPABILITY " + ImapCommands.capabilities(this) + "] Postfixture ready");
            ImapReader reader = new ImapReader(turns);
            while (!hangup.isOver()) {
                serveNext(reader);
            }
            turns.flush();
        } catch (LongLineException e) {
            sayGoodbye("Line too long");
        } catch (SocketTimeoutException e) {
            sayGoodbye("Idle for too long");
        } finally {
            account.ifPresent(mine -> mine.alone(session::deselect));
        }
    }

    Turns turns() {
        return turns;
    }

    Reporter reporter() {
        return reporter;
    }

    ImapSession session() {
        return session;
    }

    /** Return the account that is logged in. */
    Account account() {
        return account.orElseThrow();
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
        account = accounts.login(credentials);
        reporter.login(credentials, account.isPresent());
        account.ifPresent(session::setAuthenticated);
        return account.isPresent();
    }

    /** Say what has changed in the selected folder since the client last heard of it. */
    void sayNews() throws FolderException {
        ByteArrayOutputStream news = new ByteArrayOutputStream();
        account().alone(() -> session.unsolicitedResponses(new ImapResponse(news)));
        turns.say(news.toByteArray());
    }

    private void serveNext(ImapReader reader) throws IOException {
        try {
            Optional<String> text = reader.next();
            if (text.isPresent()) {
                serve(text.get());
            } else {
                hangup.close();
            }
        } catch (LiteralTooLargeException e) {
            reporter.report("a literal that is too large");
            turns.say(ImapRequest.parse(e.begin()).map(ImapRequest::tag).orElse("*") + " BAD " + e.getMessage());
        }
    }

    private void serve(String text) throws IOException {
        Optional<ImapRequest> request = ImapRequest.parse(text);
        if (request.isPresent()) {
            serve(request.get());
        } else {
            reporter.report("a line that is no command");
            turns.say("* BAD Expected: tag SP command");
        }
    }

    private void serve(ImapRequest request) throws IOException {
        try {
            ImapCommands.find(request.name()).execute(this, request);
        } catch (ProtocolException | FolderException | RuntimeException e) {
            reporter.report(request.name() + " failed: " + e);
            turns.say(request.tag() + " BAD " + request.name() + " failed");
        }
    }

    private void sayGoodbye(String reason) throws IOException {
        reporter.report("connection closed: " + reason);
        turns.say("* BYE " + reason);
        turns.flush();
    }
}
