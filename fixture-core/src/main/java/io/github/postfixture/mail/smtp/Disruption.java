package io.github.postfixture.mail.smtp;

import java.time.Duration;

/** What a script makes of a command instead of its execution. */
public sealed interface Disruption {

    /** Answer with this reply; the command has no other effect. */
    record Answer(SmtpReply reply) implements Disruption {}

    /** Wait, and then execute the command as if nothing had been. */
    record Delay(Duration duration) implements Disruption {}

    /** Close the connection without a word. */
    record Disconnect() implements Disruption {}
}
