package io.github.postfixture.mail.greenmail;

import java.io.IOException;

/** What the server does when a client sends one command. */
@FunctionalInterface
interface Pop3Command {

    /**
     * Execute the command.
     *
     * @return what follows {@code +OK}: a text that begins with a space, and further lines up to the final dot
     * @throws Pop3Refusal with what follows {@code -ERR}
     */
    String execute(Pop3Dialogue dialogue, String argument) throws Pop3Refusal, IOException;
}
