package io.github.postfixture.mail.pop3;

import io.github.postfixture.net.ConnectionFault;
import java.util.Set;

/** What a script wants done at a command. */
public sealed interface Pop3Disruption {

    /** Refuse the command with this text, and do not execute it. */
    record Answer(String text) implements Pop3Disruption {}

    /** Do not offer these capabilities to this client, from here on. */
    record Hide(Set<String> keywords) implements Pop3Disruption {}

    /** Let the connection misbehave. */
    record Misbehave(ConnectionFault fault) implements Pop3Disruption {}
}
