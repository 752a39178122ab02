package io.github.postfixture.mail.imap;

import io.github.postfixture.net.ConnectionFault;

/** What a script wants done at a command. */
public sealed interface ImapDisruption {

    /** Give this answer, and do not execute the command. */
    record Answer(String text) implements ImapDisruption {}

    /** Say goodbye, and close the connection. */
    record Bye(String text) implements ImapDisruption {}

    /** Let the connection misbehave. */
    record Misbehave(ConnectionFault fault) implements ImapDisruption {}
}
