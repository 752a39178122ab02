package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.io.IOException;

/** What the server does when a client sends one command. */
@FunctionalInterface
interface ImapCommand {

    /**
     * Execute the command, and say the untagged responses to it.
     *
     * @return what follows {@code OK} in the tagged one
     * @throws BadSyntaxException if it is malformed, or comes at the wrong moment: the answer is {@code BAD}
     * @throws ImapRefusedException if it is not to be: the answer is {@code NO}
     */
    String execute(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, ImapRefusedException;
}
