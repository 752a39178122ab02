package io.github.postfixture.mail;

import io.github.postfixture.mail.sasl.SaslIdentity;
import io.github.postfixture.mail.smtp.SmtpAttempt;
import io.github.postfixture.mail.smtp.SmtpReply;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A client's try to hand over a message, whatever became of it: accepted, refused, broken or given up. Immutable. */
public final class Attempt {

    private final int number;
    private final SmtpAttempt attempt;

    Attempt(int number, SmtpAttempt attempt) {
        this.number = number;
        this.attempt = attempt;
    }

    /** Return its place among the attempts at its server; the first is number 1. */
    public int number() {
        return number;
    }

    /** Return what became of it. */
    public Outcome outcome() {
        return Outcome.valueOf(attempt.outcome().name());
    }

    /** Return the last reply that decided about it, such as {@code 450 4.2.1 Try again}; nothing if there was none. */
    public Optional<String> reply() {
        return attempt.reply().map(SmtpReply::toString);
    }

    /** Return the address in {@code MAIL FROM}; empty for none, or for the null sender. */
    public String sender() {
        return attempt.sender();
    }

    /** Return every address in a {@code RCPT TO}, the refused ones included, in order. */
    public List<String> recipients() {
        return attempt.recipients().stream().map(SmtpAttempt.Recipient::address).toList();
    }

    /** Return the addresses whose {@code RCPT TO} was refused. */
    public List<String> refusedRecipients() {
        return attempt.recipients().stream()
                .filter(recipient -> recipient.reply().isRefusal())
                .map(SmtpAttempt.Recipient::address)
                .toList();
    }

    /** Return when it began. */
    public Instant began() {
        return attempt.began();
    }

    /** Return how long it went on. */
    public Duration took() {
        return attempt.took();
    }

    /** Return where the client came from; attempts on one connection have the same. */
    public InetSocketAddress peer() {
        return attempt.client().peer();
    }

    /** Return the name that the client gave itself. */
    public String helo() {
        return attempt.client().helo();
    }

    /** Return protocol and cipher suite, if the connection was encrypted in the end. */
    public Optional<String> tls() {
        return attempt.client().tls();
    }

    /** Return whom the client had authenticated as, if it had. */
    public Optional<String> identity() {
        return attempt.client().identity().map(SaslIdentity::name);
    }

    /** Return whether a password, digest or token was sent over a connection that was not encrypted. */
    boolean sentSecretInClear() {
        return attempt.secretInClear();
    }

    /** Return whether a command was sent before the reply to the one before (RFC 2920). */
    public boolean isPipelined() {
        return attempt.pipelined();
    }

    /** Return whether the client has said {@code QUIT} on the connection by now. */
    public boolean endedWithQuit() {
        return attempt.quit().get();
    }

    /** Return the dialogue, one line an element, with passwords masked. */
    public List<String> transcript() {
        return attempt.transcript().lines();
    }

    /** Return what became of it, in one line. */
    @Override
    public String toString() {
        return "attempt #" + number + " from <" + sender() + "> to " + recipients() + ": "
                + outcome().words() + reply().map(reply -> " with " + reply).orElse("");
    }

    /** What became of an attempt. */
    public enum Outcome {
        /** The message was stored. */
        ACCEPTED,
        /** The server said no. */
        REFUSED,
        /** The connection ended in the middle. */
        BROKEN,
        /** The client gave up without a refusal. */
        ABANDONED;

        String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
