package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.protocol.SmtpReply;
import java.io.IOException;

/** What the server does when a client sends one verb. */
@FunctionalInterface
interface SmtpCommand {

    /**
     * Execute the command and return the reply to it.
     *
     * @param argument what followed the verb, trimmed; empty for nothing
     * @throws SmtpRefusedException with the reply to a command that cannot be executed
     * @throws IOException if the connection is lost
     */
    SmtpReply execute(SmtpSession session, String argument) throws SmtpRefusedException, IOException;
}
