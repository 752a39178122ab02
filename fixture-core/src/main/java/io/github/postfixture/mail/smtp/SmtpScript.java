package io.github.postfixture.mail.smtp;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.fault.SocketEffects;
import io.github.postfixture.mail.protocol.SmtpReply;
import io.github.postfixture.net.connection.Connection;
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
        Fault<? super SmtpFault> fault = session.host().fault(occasion).orElse(null);
        if (fault instanceof ConnectionFault ofConnection) {
            session.wire().flush();
            SocketEffects.strike(ofConnection, connection, session.host()::pause);
        }
        if (fault instanceof SmtpFault.Hide hidden) {
            session.hide(hidden.keywords());
        }
        return fault instanceof SmtpFault.Reply answer ? Optional.of(answer.reply()) : Optional.empty();
    }
}
