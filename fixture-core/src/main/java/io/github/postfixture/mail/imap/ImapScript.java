package io.github.postfixture.mail.imap;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.fault.ImapFault;
import io.github.postfixture.mail.fault.SocketEffects;
import io.github.postfixture.net.connection.Connection;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Does at a command what a script wants done there. */
final class ImapScript {

    private static final Set<String> WITH_A_SECRET = Set.of("LOGIN", "AUTHENTICATE");

    private final ImapSession session;
    private final Connection connection;
    private Optional<Fault<? super ImapFault>> untilIdle = Optional.empty();

    ImapScript(ImapSession session, Connection connection) {
        this.session = session;
        this.connection = connection;
    }

    /** Let a fault strike at the greeting, if there is one. */
    void greet() throws IOException {
        Optional<Fault<? super ImapFault>> fault = session.host().fault(Occasion.of("CONNECT", "", ""));
        if (fault.isPresent() && fault.get() instanceof ImapFault.Answer answer) {
            throw new GoodbyeException(answer.text());
        }
        strike(fault);
    }

    /**
     * Let a fault strike at a command, if there is one; at {@code IDLE} it strikes once the client idles.
     *
     * @return the answer to give instead of executing the command
     * @throws IOException if the fault ends the connection
     */
    Optional<String> answer(ImapRequest request) throws IOException {
        String verb = request.name().replace("UID ", "");
        String shown =
                WITH_A_SECRET.contains(verb) ? "****" : request.arguments().rest();
        String user = session.isLoggedIn() ? session.account().address() : "";
        Optional<Fault<? super ImapFault>> fault = session.host().fault(Occasion.of(verb, shown, user));
        if (fault.isPresent() && fault.get() instanceof ImapFault.Answer answer) {
            return Optional.of(answer.text());
        }
        if (verb.equals("IDLE")) {
            untilIdle = fault;
        } else {
            strike(fault);
        }
        return Optional.empty();
    }

    /** Let the fault strike that waited for the client to idle, if there is one. */
    void idles() throws IOException {
        Optional<Fault<? super ImapFault>> waiting = untilIdle;
        untilIdle = Optional.empty();
        strike(waiting);
    }

    private void strike(Optional<Fault<? super ImapFault>> fault) throws IOException {
        if (fault.isPresent()) {
            session.output().flush();
            strike(fault.get());
        }
    }

    private void strike(Fault<? super ImapFault> fault) throws IOException {
        if (fault instanceof ImapFault.Bye bye) {
            throw new GoodbyeException(bye.text());
        }
        if (fault instanceof ImapFault.ReadOnly) {
            session.dialect().freeze();
        }
        if (fault instanceof ImapFault.Hide hidden) {
            session.dialect().hide(hidden.keywords());
        }
        if (fault instanceof ConnectionFault ofConnection) {
            SocketEffects.strike(ofConnection, connection, session.host()::pause);
        }
    }
}
