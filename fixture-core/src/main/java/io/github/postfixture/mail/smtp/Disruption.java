package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.protocol.SmtpReply;
import io.github.postfixture.net.ConnectionFault;
import java.util.Set;

/** What a script wants done at a command. */
public sealed interface Disruption {

    /** Give this reply, and do not execute the command. */
    record Answer(SmtpReply reply) implements Disruption {}

    /** Let the connection misbehave. */
    record Misbehave(ConnectionFault fault) implements Disruption {}

    /** Do not offer these service extensions to this client, from here on. */
    record Hide(Set<String> keywords) implements Disruption {}
}
