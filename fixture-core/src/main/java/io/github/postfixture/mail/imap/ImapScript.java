package io.github.postfixture.mail.imap;

import io.github.postfixture.fault.Occasion;
import io.github.postfixture.net.Connection;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Does at a command what a script wants done there. */
final class ImapScript {

    private static final Set<String> WITH_A_SECRET = Set.of("LOGIN", "AUTHENTICATE");

    private final ImapSession session;
    private final Connection connection;
    private Optional<ImapDisruption> untilIdle = Optional.empty();

    ImapScript(ImapSession session, Connection connection) {
        this.session = session;
        this.connection = connection;
    }

    /** Let a fault strike at the greeting, if there is one. */
    void greet() throws IOException {
        Optional<ImapDisruption> disruption = session.host().disruption(Occasion.of("CONNECT", "", ""));
        if (disruption.isPresent() && disruption.get() instanceof ImapDisruption.Answer answer) {
            throw new GoodbyeException(answer.text());
        }
        strike(disruption);
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
        Optional<ImapDisruption> disruption = session.host().disruption(Occasion.of(verb, shown, user));
        if (disruption.isPresent() && disruption.get() instanceof ImapDisruption.Answer answer) {
            return Optional.of(answer.text());
        }
        if (verb.equals("IDLE")) {
            untilIdle = disruption;
        } else {
            strike(disruption);
        }
        return Optional.empty();
    }

    /** Let the fault strike that waited for the client to idle, if there is one. */
    void idles() throws IOException {
        Optional<ImapDisruption> waiting = untilIdle;
        untilIdle = Optional.empty();
        strike(waiting);
    }

    private void strike(Optional<ImapDisruption> disruption) throws IOException {
        if (disruption.isPresent()) {
            session.output().flush();
            strike(disruption.get());
        }
    }

    private void strike(ImapDisruption disruption) throws IOException {
        if (disruption instanceof ImapDisruption.Bye bye) {
            throw new GoodbyeException(bye.text());
        }
        if (disruption instanceof ImapDisruption.ReadOnly) {
            session.dialect().freeze();
        }
        if (disruption instanceof ImapDisruption.Hide hidden) {
            session.dialect().hide(hidden.keywords());
        }
        if (disruption instanceof ImapDisruption.Misbehave misbehaviour) {
            misbehaviour.fault().strike(connection, session.host()::pause);
        }
    }
}
