package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.ImapReader.ImapText;
import io.github.postfixture.mail.imap.ImapReader.UnreadableException;
import io.github.postfixture.mail.reader.ClientAction;
import io.github.postfixture.mail.reader.ReaderLog;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.mail.store.StoredMessage;
import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.net.connection.ProtocolSession;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The dialogue with one IMAP client. Everything but {@link #sayGoodbye(String)} belongs to the thread that runs it. */
public final class ImapSession implements ProtocolSession {

    /** It does not list the capabilities: a list as long as ours is more than some clients take in one line of status. */
    private static final String GREETING = "* OK Postfixture ready";

    private static final String FAILED = "[SERVERBUG] The server failed";

    private final Connection connection;
    private final ImapHost host;
    private final ImapOutput output;
    private final ImapInput input;
    private final Dialect dialect = new Dialect();
    private final ImapScript script;
    private final ImapExecution execution = new ImapExecution(this);
    private Optional<StoredMailbox> account = Optional.empty();
    private ReaderLog reader = ReaderLog.NONE;
    private Optional<Selection> selection = Optional.empty();
    private boolean upgrading;
    private volatile boolean over;

    /** Make a session over a connection that was just accepted, or that is encrypted already. */
    public ImapSession(Connection connection, ImapHost host) {
        this.connection = connection;
        this.host = host;
        output = new ImapOutput(connection);
        input = new ImapInput(connection, output);
        script = new ImapScript(this, connection);
    }

    /** Return the names of all commands, in capitals and without {@code UID}. */
    public static Set<String> commands() {
        return ImapVerbs.names();
    }

    @Override
    public void run() throws IOException {
        connection.readTimeout(host.rules().longestSilence());
        ImapReader requests = new ImapReader(input, output);
        try {
            script.greet();
            output.line(GREETING);
            while (!over) {
                serveNext(requests);
            }
            output.flush();
        } catch (EndlessInputException | GoodbyeException e) {
            endWith(text(e));
        } catch (SocketTimeoutException e) {
            endWith("Idle for too long");
        } finally {
            reader.left(false);
        }
    }

    @Override
    public void breakOff() {
        connection.takeLeave();
        sayLast(FAILED);
    }

    /** End a session that failed in another thread than its own. */
    void fail(Throwable cause) {
        host.failed(connection, cause);
        sayGoodbye(FAILED);
    }

    /** End the session from outside, with a last word to its client. */
    public void sayGoodbye(String reason) {
        over = true;
        try (connection) {
            sayLast(reason);
        }
    }

    private void sayLast(String reason) {
        try {
            output.line("* BYE " + reason);
            output.flush();
        } catch (IOException e) {
            // The client is gone already.
        }
    }

    ImapHost host() {
        return host;
    }

    ImapInput input() {
        return input;
    }

    ImapOutput output() {
        return output;
    }

    ImapScript script() {
        return script;
    }

    Dialect dialect() {
        return dialect;
    }

    boolean isEncrypted() {
        return connection.tls().isPresent();
    }

    boolean isLoggedIn() {
        return account.isPresent();
    }

    boolean isOver() {
        return over;
    }

    StoredMailbox account() {
        return account.orElseThrow();
    }

    void login(StoredMailbox opened) {
        account = Optional.of(opened);
        reader = host.readerLog(opened, connection.peer());
    }

    /** Return whom to tell what the client does. */
    ReaderLog reader() {
        return reader;
    }

    /** Take note of what the client did with messages of the selected folder, if there are any. */
    void did(ClientAction.Kind kind, Collection<StoredMessage> messages, String detail) {
        if (!messages.isEmpty()) {
            reader.did(new ClientAction(kind, selected().name(), List.copyOf(messages), detail));
        }
    }

    /** Take note of what the client searched for in the selected folder, and what it found. */
    void searched(List<StoredMessage> found, String wanted) {
        reader.did(new ClientAction(ClientAction.Kind.SEARCHED, selected().name(), found, wanted));
    }

    /** Take note that the client asked for news of a folder. */
    void polled(String folder, String command) {
        reader.did(ClientAction.of(ClientAction.Kind.POLLED, folder, command));
    }

    Optional<Selection> selection() {
        return selection;
    }

    /** Return the folder that is selected, as its client knows it. */
    SelectedFolder selected() {
        return selection.orElseThrow().folder();
    }

    void select(Optional<Selection> selected) {
        selection = selected;
    }

    /** Let responses carry change numbers, and say the highest if that is new in a selected folder (RFC 7162 section 3.1). */
    void enableChangeNumbers() throws IOException {
        if (dialect.enable(ImapExtension.CONDSTORE) && selection.isPresent()) {
            long modSeq = account().locked(selected().folder()::highestModSeq);
            output.line("* OK [HIGHESTMODSEQ " + modSeq + "] Highest");
        }
    }

    /** Begin with TLS as soon as the present command is answered. */
    void encryptAfterReply() {
        upgrading = true;
    }

    /** End the connection as soon as the present command is answered. */
    void end() {
        over = true;
        connection.takeLeave();
    }

    private void serveNext(ImapReader requests) throws IOException {
        try {
            Optional<ImapText> text = requests.next();
            if (text.isPresent()) {
                serve(text.get());
            } else {
                over = true;
            }
        } catch (UnreadableException e) {
            host.report(e.what());
            output.line(ImapRequest.tag(text(e)) + " " + e.answer());
        }
    }

    private void serve(ImapText text) throws IOException {
        Optional<ImapRequest> request = ImapRequest.parse(text);
        if (request.isPresent()) {
            serve(request.get());
        } else {
            host.report("a line that is no command");
            output.line("* BAD Expected: tag SP command");
        }
    }

    private void serve(ImapRequest request) throws IOException {
        output.line(request.tag() + " " + execution.answer(request));
        if (upgrading) {
            startTls();
        }
    }

    /** Say what has changed in the selected folder since the client last heard of it. */
    void sayNews(boolean mayRenumber) throws IOException {
        if (selection.isPresent()) {
            List<String> news = account().locked(() -> selection.get().news().next(mayRenumber));
            output.lines(news);
        }
    }

    private void startTls() throws IOException {
        upgrading = false;
        output.flush();
        connection.startTls(host.tls(connection));
        input.restart();
    }

    private void endWith(String reason) throws IOException {
        connection.takeLeave();
        host.report("connection closed: " + reason);
        output.line("* BYE " + reason);
        output.flush();
    }

    private static String text(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), "");
    }
}
