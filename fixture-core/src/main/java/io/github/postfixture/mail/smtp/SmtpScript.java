package io.github.postfixture.mail.smtp;

import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.protocol.SmtpReply;
import io.github.postfixture.net.Connection;
import java.io.IOException;
import java.util.Optional;

/** Does at a command what a script wants done there. */
final class SmtpScript {

    private final SmtpSession session;
    private final Connection connection;

    SmtpScript(SmtpSession session, Connection connection) {
        this.session = session;
        this.connection = connection;
    }

    /**
     * Let a fault strike, if there is one.
     *
     * @return the reply to give instead of executing the command
     * @throws IOException if the fault ends the connection
     */
    Optional<SmtpReply> reply(Occasion occasion) throws IOException {
        Disruption disruption = session.host().disruption(occasion).orElse(null);
        if (disruption instanceof Disruption.Misbehave misbehaviour) {
            session.wire().flush();
            misbehaviour.fault().strike(connection, session.host()::pause);
        }
        if (disruption instanceof Disruption.Hide hidden) {
            session.hide(hidden.keywords());
        }
        return disruption instanceof Disruption.Answer answer ? Optional.of(answer.reply()) : Optional.empty();
    }
}
