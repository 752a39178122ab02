package io.github.postfixture.mail.smtp;

import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.attempt.Attempt;
import io.github.postfixture.mail.message.Envelope.Addressee;
import io.github.postfixture.mail.protocol.SmtpLimit;
import io.github.postfixture.mail.protocol.SmtpOptions;
import io.github.postfixture.mail.protocol.SmtpReply;
import io.github.postfixture.mail.sasl.SaslIdentity;
import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.net.connection.ProtocolSession;
import io.github.postfixture.net.connection.ScriptedBreakException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The dialogue with one client, from the greeting to the end of the connection. */
public final class SmtpSession implements ProtocolSession {

    private final Connection connection;
    private final SmtpHost host;
    private final SmtpWire wire;
    private final List<Runnable> publications = new ArrayList<>();
    private final AttemptRecorder attempts;
    private final SmtpScript script;

    private SmtpOptions options;
    private SmtpClient client;
    private Optional<SmtpTransaction> transaction = Optional.empty();
    private Optional<Attempt> acceptedAttempt = Optional.empty();
    private int transactions;
    private boolean upgrading;
    private boolean closing;

    /** Prepare to serve a connection, which is encrypted already if it is to be from the start. */
    public SmtpSession(Connection connection, SmtpHost host) {
        this.connection = connection;
        this.host = host;
        attempts = new AttemptRecorder(this);
        options = host.options();
        script = new SmtpScript(this, connection);
        wire = new SmtpWire(connection, options.offers("ENHANCEDSTATUSCODES"));
        client = SmtpClient.at(connection);
    }

    @Override
    public void run() {
        try {
            connection.readTimeout(Duration.ofMillis(options().most(SmtpLimit.SILENCE_MILLIS)));
            greet();
            while (!closing) {
                serveCommand();
            }
            attempts.giveUp();
            wire.awaitFarewell();
        } catch (SocketTimeoutException e) {
            lastWord(SmtpReply.of(421, "4.4.2", options().name() + " waited too long"));
        } catch (EndlessLineException e) {
            lastWord(SmtpReply.of(500, "5.5.2", "Line too long"));
        } catch (IOException e) {
            reportLoss(e);
        } finally {
            publishNews();
        }
    }

    @Override
    public void breakOff() {
        connection.takeLeave();
        lastWord(SmtpReply.of(421, "4.3.0", options().name() + " failed"));
    }

    SmtpHost host() {
        return host;
    }

    SmtpOptions options() {
        return options;
    }

    SmtpWire wire() {
        return wire;
    }

    SmtpClient client() {
        return client;
    }

    Optional<SmtpTransaction> transaction() {
        return transaction;
    }

    /** Return how many transactions there were, an open one included. */
    int transactions() {
        return transactions;
    }

    /** Return whether a service extension is on offer at this moment. */
    boolean offers(String keyword) {
        return options().offers(keyword) && (wire.isEncrypted() || !keyword.equals("REQUIRETLS"));
    }

    void greeted(String verb, String name) {
        client = client.greeted(verb, name);
        transaction = Optional.empty();
    }

    void authenticated(SaslIdentity identity) {
        String oddity = host.accounts().loggedIn(identity.name());
        if (!oddity.isEmpty()) {
            host.report("login as " + identity.name() + oddity);
        }
        client = client.authenticated(identity);
    }

    void begin(SmtpTransaction begun) {
        transaction = Optional.of(begun);
        transactions++;
    }

    void endTransaction() {
        transaction = Optional.empty();
    }

    /** Take note that the present command decides about a message, and how. */
    void messageRead(SmtpReply decision) {
        attempts.messageRead(decision);
    }

    /** Take note that a message was refused on behalf of one of its recipients. */
    void refused(Addressee recipient) {
        attempts.refused(recipient.address());
    }

    /** Take note that the client has sent a password, digest or token. */
    void secretSent() {
        attempts.secretSent();
    }

    void encryptAfterReply() {
        upgrading = true;
    }

    void close() {
        closing = true;
        connection.takeLeave();
    }

    /** Let an attempt be known: one that was accepted once its reply has left, any other before. */
    void attempted(Attempt attempt) {
        wire.renewTranscript();
        if (attempt.outcome() == Attempt.Outcome.ACCEPTED) {
            acceptedAttempt = Optional.of(attempt);
        } else {
            host.attempted(attempt);
        }
    }

    /** Let a stored message be known once its reply has left. */
    void accept(Runnable publication) {
        publications.add(publication);
    }

    /** Write a reply, and report it if it refuses something. */
    void reply(String shown, SmtpReply reply) {
        wire.write(reply);
        if (reply.isRefusal()) {
            host.report(shown + " refused: " + reply);
        }
    }

    /** Return the reply that a script wants given to a command instead of its own. */
    Optional<SmtpReply> scripted(String verb, String argument, OptionalLong size) throws IOException {
        String user = client.identity().map(SaslIdentity::name).orElse("");
        return script.reply(new Occasion(verb, argument, user, size));
    }

    /** Do not offer these service extensions any more. */
    void hide(Set<String> keywords) {
        options = options.without(keywords);
    }

    private void greet() throws IOException {
        Optional<SmtpReply> instead = scripted("CONNECT", "", OptionalLong.empty());
        if (instead.isPresent()) {
            close();
            attempts.refused(instead.get());
        }
        wire.sayNow(instead.orElseGet(() -> HelloCommands.banner(options())));
    }

    private void serveCommand() throws IOException {
        CommandLine command = CommandLine.MALFORMED;
        SmtpReply reply;
        try {
            boolean sentAhead = wire.hasMore();
            command = wire.readCommand();
            attempts.command(command, sentAhead);
            wire.transcript().client(command.shown());
            reply = execute(command);
        } catch (SmtpRefusedException e) {
            reply = e.reply();
        }
        reply(command, reply);
        finishCommand();
    }

    private void reply(CommandLine command, SmtpReply reply) {
        reply(command.shown(), reply);
        if (reply.code() == SmtpReply.GOODBYE) {
            close();
        }
        attempts.reply(command, reply);
    }

    private SmtpReply execute(CommandLine command) throws IOException, SmtpRefusedException {
        if (host.isClosing() && !command.verb().equals("QUIT")) {
            closing = true;
            throw new SmtpRefusedException(421, "4.3.2", options().name() + " shuts down");
        }
        Optional<SmtpReply> instead = scripted(command.verb(), command.shownArgument(), command.declaredSize());
        return instead.isPresent()
                ? instead.get()
                : SmtpVerbs.spokenBy(options()).command(command.verb()).execute(this, command.argument());
    }

    private void finishCommand() throws IOException {
        if (!hasNews() && !upgrading && !closing) {
            wire.flushIfClientWaits();
            return;
        }
        wire.flush();
        publishNews();
        if (upgrading) {
            upgrade();
        }
    }

    private boolean hasNews() {
        return acceptedAttempt.isPresent() || !publications.isEmpty();
    }

    /** Let be known what was accepted: the attempt first, so that whoever sees the mail sees it too. */
    private void publishNews() {
        if (!hasNews()) {
            return;
        }
        acceptedAttempt.ifPresent(host::attempted);
        acceptedAttempt = Optional.empty();
        List<Runnable> due = List.copyOf(publications);
        publications.clear();
        due.forEach(Runnable::run);
        wire.renewTranscript();
    }

    private void upgrade() throws IOException {
        upgrading = false;
        wire.startTls(host.tls(connection));
        client = SmtpClient.at(connection);
        transaction = Optional.empty();
    }

    private void lastWord(SmtpReply reply) {
        host.report(reply.toString());
        attempts.refused(reply);
        attempts.broken(false);
        wire.sayLast(reply);
    }

    private void reportLoss(IOException cause) {
        if (!closing) {
            attempts.broken(cause instanceof ScriptedBreakException);
            String where = transaction.map(open -> " in " + open).orElse("");
            host.report("connection lost" + where + ": " + cause.getMessage());
        }
    }
}
