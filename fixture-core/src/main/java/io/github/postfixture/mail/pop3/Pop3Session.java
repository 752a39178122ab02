package io.github.postfixture.mail.pop3;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.fault.Pop3Fault;
import io.github.postfixture.mail.fault.SocketEffects;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.net.connection.ProtocolSession;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The dialogue with one client, from the greeting to the end of the connection. */
public final class Pop3Session implements ProtocolSession {

    private final Connection connection;
    private final Pop3Host host;
    private final Pop3Wire wire;
    private final String timestamp = "<" + UUID.randomUUID() + "@localhost>";
    private Optional<MarkedMaildrop> maildrop = Optional.empty();
    private String user = "";
    private String identity = "";
    private final Set<String> hidden = new HashSet<>();
    private boolean upgrading;
    private boolean over;

    /** Prepare to serve a connection, which is encrypted already if it is to be from the start. */
    public Pop3Session(Connection connection, Pop3Host host) {
        this.connection = connection;
        this.host = host;
        wire = new Pop3Wire(connection);
    }

    /** Return the names of all commands, in capitals. */
    public static Set<String> commands() {
        return Pop3Commands.names();
    }

    @Override
    public void run() throws IOException {
        try {
            connection.readTimeout(host.rules().longestSilence());
            greet();
            while (!over) {
                serveCommand();
            }
            wire.flush();
        } catch (SocketTimeoutException | Pop3Wire.EndlessLineException e) {
            host.report("connection closed: " + e.getMessage());
        } finally {
            maildrop.ifPresent(open -> open.leave(false));
        }
    }

    @Override
    public void breakOff() {
        connection.takeLeave();
        try {
            wire.say("-ERR [SYS/TEMP] The server failed");
            wire.flush();
        } catch (IOException e) {
            // The client is gone already.
        }
    }

    Pop3Host host() {
        return host;
    }

    Pop3Wire wire() {
        return wire;
    }

    /** Return what a client digests together with its password (RFC 1939 section 7, APOP). */
    String timestamp() {
        return timestamp;
    }

    /** Return what {@code USER} said; empty before. */
    String user() {
        return user;
    }

    void user(String name) {
        user = name;
    }

    /** Return the messages, once somebody has logged in. */
    Optional<MarkedMaildrop> maildrop() {
        return maildrop;
    }

    boolean mayLogIn() {
        return wire.isEncrypted() || !host.rules().loginNeedsTls();
    }

    boolean mayEncrypt() {
        return !wire.isEncrypted() && host.rules().startTls() && maildrop.isEmpty();
    }

    /** Return whether a capability is on offer. */
    boolean offers(String keyword) {
        return !hidden.contains(keyword);
    }

    void enter(String name, String way) {
        SaslAccounts accounts = host.accounts();
        host.report("login as " + Pop3Wire.printable(name) + " by " + way + accounts.loggedIn(name));
        identity = name;
        maildrop = Optional.of(new MarkedMaildrop(host.maildrop(accounts.address(name), connection.peer())));
    }

    void encryptAfterReply() {
        upgrading = true;
    }

    void end() {
        over = true;
        connection.takeLeave();
    }

    private void greet() throws IOException {
        if (isServed("CONNECT", "")) {
            wire.say("+OK Postfixture ready " + timestamp);
        } else {
            end();
        }
    }

    private void serveCommand() throws IOException {
        String shown = "(a malformed line)";
        try {
            Optional<Pop3Line> line = wire.readLine();
            if (line.isEmpty()) {
                end();
                return;
            }
            shown = line.get().shownName();
            execute(line.get());
        } catch (Pop3Refusal e) {
            refuse(shown, String.valueOf(e.getMessage()));
        }
        if (upgrading) {
            upgrade();
        }
    }

    private void execute(Pop3Line line) throws Pop3Refusal, IOException {
        if (host.isClosing() && !line.name().equals("QUIT")) {
            end();
            throw new Pop3Refusal("[SYS/TEMP] The server shuts down");
        }
        if (isServed(line.shownName(), line.shownArgument())) {
            Pop3Commands.find(line.name(), this).execute(this, line.argument()).writeTo(wire);
        }
    }

    /** Return whether the script leaves a command, or the greeting, to the server. */
    private boolean isServed(String verb, String argument) throws IOException {
        Fault<? super Pop3Fault> fault =
                host.fault(Occasion.of(verb, argument, identity)).orElse(null);
        if (fault instanceof Pop3Fault.Answer answer) {
            wire.say("-ERR " + answer.text());
            return false;
        }
        if (fault instanceof Pop3Fault.Hide hide) {
            hidden.addAll(hide.keywords());
        }
        if (fault instanceof ConnectionFault ofConnection) {
            wire.flush();
            SocketEffects.strike(ofConnection, connection, host::pause);
        }
        return true;
    }

    private void refuse(String shown, String reason) throws IOException {
        host.report(shown + " refused: " + Pop3Wire.printable(reason));
        wire.say("-ERR " + reason);
    }

    private void upgrade() throws IOException {
        upgrading = false;
        wire.startTls(host.tls(connection));
        user = "";
    }
}
