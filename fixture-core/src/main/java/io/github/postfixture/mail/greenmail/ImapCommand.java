package io.github.postfixture.mail.greenmail;

import java.io.IOException;

/** A command that is answered without GreenMail. */
@FunctionalInterface
interface ImapCommand {

    /** Execute the command and say the whole response to it. */
    void execute(ImapDialogue dialogue, ImapLine line) throws IOException;
}
