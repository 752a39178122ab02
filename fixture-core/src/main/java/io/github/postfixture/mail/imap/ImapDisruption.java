package io.github.postfixture.mail.imap;

import io.github.postfixture.net.ConnectionFault;
import java.util.Set;

/** What a script wants done at a command. */
public sealed interface ImapDisruption {

    /** Give this answer, and do not execute the command. */
    record Answer(String text) implements ImapDisruption {}

    /** Say goodbye, and close the connection. */
    record Bye(String text) implements ImapDisruption {}

    /** Let the client change no folder, from here on. */
    record ReadOnly() implements ImapDisruption {}

    /** Do not offer these capabilities to this client, from here on. */
    record Hide(Set<String> keywords) implements ImapDisruption {}

    /** Let the connection misbehave. */
    record Misbehave(ConnectionFault fault) implements ImapDisruption {}
}
