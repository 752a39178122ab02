package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.sasl.SaslIdentity;
import io.github.postfixture.mail.smtp.SmtpInput.MessageData;
import io.github.postfixture.net.Connection;
import io.github.postfixture.net.Transcript;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dialogue with one client, from the greeting to the end of the connection. */
public final class SmtpSession {

    /** What RFC 5321 section 4.5.3.2.7 asks of a server. */
    private static final Duration IDLE = Duration.ofMinutes(5);

    /** How long the client may take to close first, so that the port of the server does not linger. */
    private static final Duration FAREWELL = Duration.ofMillis(100);

    private final Connection connection;
    private final SmtpHost host;
    private final SmtpInput input;
    private final SmtpOutput output;
    private final List<Runnable> afterReply = new ArrayList<>();

    private Transcript transcript = new Transcript();
    private SmtpClient client;
    private Optional<SmtpTransaction> transaction = Optional.empty();
    private boolean upgrading;
    private boolean closing;

    /** Prepare to serve a connection, which is encrypted already if it is to be from the start. */
    public SmtpSession(Connection connection, SmtpHost host) {
        this.connection = connection;
        this.host = host;
        input = new SmtpInput(connection.input());
        output = new SmtpOutput(connection.output(), host.rules().offers("ENHANCEDSTATUSCODES"));
        client = SmtpClient.at(connection);
    }

    /** Serve the connection on the calling thread until it ends. */
    public void run() {
        try {
            connection.readTimeout(IDLE);
            greet();
            while (!closing) {
                serveCommand();
            }
            awaitFarewell();
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

    SmtpInput input() {
        return input;
    }

    SmtpClient client() {
        return client;
    }

    Transcript transcript() {
        return transcript;
    }

    Optional<SmtpTransaction> transaction() {
        return transaction;
    }

    boolean isGreeted() {
        return !client.helo().isEmpty();
    }

    boolean isEncrypted() {
        return connection.tls().isPresent();
    }

    void greeted(String helo) {
        client = client.named(helo);
        transaction = Optional.empty();
    }

    void authenticated(SaslIdentity identity) {
        client = client.authenticated(identity.name(), identity.mechanism().keyword());
    }

    void begin(SmtpTransaction begun) {
        transaction = Optional.of(begun);
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

    /** Send an intermediate reply. */
    void sayNow(SmtpReply reply) throws IOException {
        output.write(reply, transcript);
        output.flush();
    }

    /** Send a challenge and return the answer, which the transcript does not show. */
    String ask(String challenge) throws IOException, RefusedException {
        sayNow(SmtpReply.of(334, "", challenge));
        String answer = input.readLine();
        transcript.client("****");
        return answer;
    }

    MessageData readMessage() throws IOException {
        MessageData data = input.readMessage(rules().largestMessage());
        transcript.client("(" + data.size() + " bytes) .");
        return data;
    }

    /** Return the reply that a script wants given to a command instead of its own. */
    Optional<SmtpReply> disrupt(String verb, String argument) throws IOException {
        Disruption disruption = host.disruption(verb, argument).orElse(null);
        if (disruption instanceof Disruption.Answer answer) {
            return Optional.of(answer.reply());
        }
        if (disruption instanceof Disruption.Delay delay) {
            output.flush();
            host.pause(delay.duration());
        }
        if (disruption instanceof Disruption.Disconnect) {
            throw new IOException("by script");
        }
        return Optional.empty();
    }

    private void greet() throws IOException {
        SmtpReply greeting = SmtpReply.of(220, "", rules().name() + " ESMTP Postfixture");
        Optional<SmtpReply> scripted = disrupt("CONNECT", "");
        closing = scripted.isPresent();
        sayNow(scripted.orElse(greeting));
    }

    private void serveCommand() throws IOException {
        String shown = "(a malformed line)";
        SmtpReply reply;
        try {
            CommandLine command = CommandLine.parse(input.readLine());
            shown = command.shown();
            reply = execute(command);
        } catch (RefusedException e) {
            reply = e.reply();
        } catch (RuntimeException e) {
            host.report("defect of the server: " + e);
            reply = SmtpReply.of(451, "4.3.0", "The server failed");
        }
        answer(shown, reply);
    }

    private SmtpReply execute(CommandLine command) throws IOException, RefusedException {
        transcript.client(command.shown());
        if (host.isClosing() && !command.verb().equals("QUIT")) {
            closing = true;
            throw new RefusedException(421, "4.3.2", rules().name() + " shuts down");
        }
        Optional<SmtpReply> scripted = disrupt(command.verb(), command.shownArgument());
        return scripted.isPresent()
                ? scripted.get()
                : SmtpVerbs.command(command.verb()).execute(this, command.argument());
    }

    private void answer(String shown, SmtpReply reply) throws IOException {
        output.write(reply, transcript);
        if (reply.isRefusal()) {
            host.report(shown + " refused: " + reply);
        }
        if (!input.hasMore() || !afterReply.isEmpty() || upgrading || closing) {
            output.flush();
        }
        if (!afterReply.isEmpty()) {
            afterReply.forEach(Runnable::run);
            afterReply.clear();
            transcript = new Transcript();
        }
        if (upgrading) {
            upgrade();
        }
    }

    private void upgrade() throws IOException {
        upgrading = false;
        connection.startTls(host.tls());
        input.continueWith(connection.input());
        output.continueWith(connection.output());
        client = SmtpClient.at(connection);
        transaction = Optional.empty();
    }

    private void awaitFarewell() throws IOException {
        connection.readTimeout(FAREWELL);
        try {
            while (connection.input().read() >= 0) {
                // What is sent after QUIT is not for us.
            }
        } catch (SocketTimeoutException e) {
            // The client waits for us.
        }
    }

    private void lastWord(SmtpReply reply) {
        host.report(reply.toString());
        try {
            sayNow(reply);
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
