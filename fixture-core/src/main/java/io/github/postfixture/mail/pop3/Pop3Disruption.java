package io.github.postfixture.mail.pop3;

import io.github.postfixture.net.ConnectionFault;

/** What a script wants done at a command. */
public sealed interface Pop3Disruption {

    /** Refuse the command with this text, and do not execute it. */
    record Answer(String text) implements Pop3Disruption {}

    /** Let the connection misbehave. */
    record Misbehave(ConnectionFault fault) implements Pop3Disruption {}
}
