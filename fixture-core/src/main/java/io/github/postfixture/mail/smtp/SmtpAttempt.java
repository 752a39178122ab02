package io.github.postfixture.mail.smtp;

import io.github.postfixture.net.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a client tried, from its first command to what became of it.
 *
 * @param client who it was
 * @param sender the reverse-path that it named; empty for none
 * @param recipients whom it named, each with the reply
 * @param outcome what became of it
 * @param reply the last word about it, if there was one
 * @param began when it began
 * @param took how long it went on
 * @param pipelined whether a command was sent before the reply to the one before
 * @param secretInClear whether a password, digest or token was sent over a connection that was not encrypted
 * @param transcript the dialogue
 * @param quit whether the client has said {@code QUIT} on this connection
 */
public record SmtpAttempt(
        SmtpClient client,
        String sender,
        List<Recipient> recipients,
        Outcome outcome,
        Optional<SmtpReply> reply,
        Instant began,
        Duration took,
        boolean pipelined,
        boolean secretInClear,
        Transcript transcript,
        AtomicBoolean quit) {

    /** What became of an attempt. */
    public enum Outcome {
        /** The message was stored. */
        ACCEPTED,
        /** The server said no. */
        REFUSED,
        /** The connection ended in the middle. */
        BROKEN,
        /** The client gave up. */
        ABANDONED
    }

    /**
     * One recipient.
     *
     * @param address whom the client named
     * @param reply what it was told
     */
    public record Recipient(String address, SmtpReply reply) {

        Recipient with(SmtpReply later) {
            return new Recipient(address, later);
        }
    }
}
