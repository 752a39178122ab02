package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.sasl.SaslIdentity;
import io.github.postfixture.net.Connection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dialogue with one client, from the greeting to the end of the connection. */
public final class SmtpSession {

    private final Connection connection;
    private final SmtpHost host;
    private final SmtpWire wire;
    private final List<Runnable> afterReply = new ArrayList<>();

    private SmtpClient client;
    private Optional<SmtpTransaction> transaction = Optional.empty();
    private int transactions;
    private boolean upgrading;
    private boolean closing;

    /** Prepare to serve a connection, which is encrypted already if it is to be from the start. */
    public SmtpSession(Connection connection, SmtpHost host) {
        this.connection = connection;
        this.host = host;
        wire = new SmtpWire(connection, host.rules().offers("ENHANCEDSTATUSCODES"));
        client = SmtpClient.at(connection);
    }

    /** Serve the connection on the calling thread until it ends. */
    public void run() {
        try {
            connection.readTimeout(Duration.ofMillis(rules().most(SmtpLimit.SILENCE_MILLIS)));
            greet();
            while (!closing) {
                serveCommand();
            }
            wire.awaitFarewell();
        } catch (SocketTimeoutException e) {
            lastWord(SmtpReply.of(421, "4.4.2", rules().name() + " waited too long"));
        } catch (EndlessLineException e) {
            lastWord(SmtpReply.of(500, "5.5.2", "Line too long"));
        } catch (IOException e) {
            reportLoss(e);
        }
    }

    SmtpHost host() {
        return host;
    }

    SmtpRules rules() {
        return host.rules();
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
        boolean possible = switch (keyword) {
            case "REQUIRETLS" -> wire.isEncrypted();
            case "BINARYMIME" -> rules().offers("CHUNKING");
            default -> true;
        };
        return possible && rules().offers(keyword);
    }

    void greeted(String verb, String name) {
        client = client.greeted(verb, name);
        transaction = Optional.empty();
    }

    void authenticated(SaslIdentity identity) {
        client = client.authenticated(identity);
    }

    void begin(SmtpTransaction begun) {
        transaction = Optional.of(begun);
        transactions++;
    }

    void endTransaction() {
        transaction = Optional.empty();
    }

    void encryptAfterReply() {
        upgrading = true;
    }

    void close() {
        closing = true;
    }

    /** Store the message, and let it be known once its reply has left. */
    void accept(SmtpMessage message) {
        afterReply.add(host.accept(message));
    }

    /** Write a reply, and report it if it refuses something. */
    void reply(String shown, SmtpReply reply) {
        wire.write(reply);
        if (reply.isRefusal()) {
            host.report(shown + " refused: " + reply);
        }
    }

    /** Return the reply that a script wants given to a command instead of its own. */
    Optional<SmtpReply> disrupt(String verb, String argument) throws IOException {
        Disruption disruption = host.disruption(verb, argument).orElse(null);
        if (disruption instanceof Disruption.Answer answer) {
            return Optional.of(answer.reply());
        }
        if (disruption instanceof Disruption.Delay delay) {
            wire.flush();
            host.pause(delay.duration());
        }
        if (disruption instanceof Disruption.Disconnect) {
            throw new IOException("by script");
        }
        return Optional.empty();
    }

    private void greet() throws IOException {
        String protocol = rules().follows(SmtpPolicy.SPEAK_LMTP) ? "LMTP" : "ESMTP";
        SmtpReply greeting = SmtpReply.of(220, "", rules().name() + " " + protocol + " Postfixture");
        Optional<SmtpReply> scripted = disrupt("CONNECT", "");
        closing = scripted.isPresent();
        wire.sayNow(scripted.orElse(greeting));
    }

    private void serveCommand() throws IOException {
        String shown = "(a malformed line)";
        SmtpReply reply;
        try {
            CommandLine command = wire.readCommand();
            shown = command.shown();
            reply = execute(command);
        } catch (RefusedException e) {
            reply = e.reply();
        } catch (RuntimeException e) {
            host.report("defect of the server: " + e);
            reply = SmtpReply.of(451, "4.3.0", "The server failed");
        }
        reply(shown, reply);
        finishCommand();
    }

    private SmtpReply execute(CommandLine command) throws IOException, RefusedException {
        if (host.isClosing() && !command.verb().equals("QUIT")) {
            closing = true;
            throw new RefusedException(421, "4.3.2", rules().name() + " shuts down");
        }
        Optional<SmtpReply> scripted = disrupt(command.verb(), command.shownArgument());
        return scripted.isPresent()
                ? scripted.get()
                : SmtpVerbs.spokenBy(rules()).command(command.verb()).execute(this, command.argument());
    }

    private void finishCommand() throws IOException {
        if (afterReply.isEmpty() && !upgrading && !closing) {
            wire.flushIfClientWaits();
            return;
        }
        wire.flush();
        if (!afterReply.isEmpty()) {
            publish();
        }
        if (upgrading) {
            upgrade();
        }
    }

    private void publish() {
        afterReply.forEach(Runnable::run);
        afterReply.clear();
        wire.renewTranscript();
    }

    private void upgrade() throws IOException {
        upgrading = false;
        wire.startTls(host.tls());
        client = SmtpClient.at(connection);
        transaction = Optional.empty();
    }

    private void lastWord(SmtpReply reply) {
        host.report(reply.toString());
        try {
            wire.sayNow(reply);
        } catch (IOException e) {
            // Nobody listens any more.
        }
    }

    private void reportLoss(IOException cause) {
        if (!closing) {
            host.report("connection lost"
                    + transaction
                            .map(open -> " in a transaction from <" + open.sender() + ">")
                            .orElse("") + ": " + cause.getMessage());
        }
    }
}
