package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.store.FolderException;
import java.io.IOException;

/** What the server does when a client sends one command. */
@FunctionalInterface
interface ImapCommand {

    /**
     * Execute the command and say the whole response to it.
     *
     * @throws ProtocolException if the command is malformed
     * @throws FolderException if a folder does not permit it
     */
    void execute(ImapDialogue dialogue, ImapRequest request) throws IOException, ProtocolException, FolderException;
}
