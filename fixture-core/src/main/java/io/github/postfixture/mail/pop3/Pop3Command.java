package io.github.postfixture.mail.pop3;

import java.io.IOException;

/** What the server does when a client sends one command. */
@FunctionalInterface
interface Pop3Command {

    /**
     * Execute the command.
     *
     * @param argument what followed its name; empty for nothing
     * @throws Pop3Refusal with the reason not to
     * @throws IOException if the connection is lost
     */
    Pop3Reply execute(Pop3Session session, String argument) throws Pop3Refusal, IOException;
}
