package io.github.postfixture.mail.attempt;

import io.github.postfixture.mail.message.Envelope;
import io.github.postfixture.net.transcript.Transcript;
import io.github.postfixture.net.transcript.TranscriptCard;
import io.github.postfixture.timeline.CardSection;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.EventCard;
import io.github.postfixture.timeline.EventDetail;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apiguardian.api.API;

/** A client's try to hand over a message, whatever became of it: accepted, refused, broken or given up. Immutable. */
public final class Attempt implements EventDetail {

    private final int number;
    private final Envelope envelope;
    private final List<Recipient> recipients;
    private final Outcome outcome;
    private final Optional<String> reply;
    private final Instant began;
    private final Duration took;
    private final Conduct conduct;
    private final Transcript transcript;

    /**
     * Describe an attempt that has ended.
     *
     * @param envelope who the client was, and what it said of the message
     * @param recipients everybody whom the client named, in order
     * @param reply the last reply that decided about it, if there was one
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Attempt(
            Envelope envelope,
            List<Recipient> recipients,
            Outcome outcome,
            Optional<String> reply,
            Instant began,
            Duration took,
            Conduct conduct,
            Transcript transcript) {
        this(0, envelope, recipients, outcome, reply, began, took, conduct, transcript);
    }

    private Attempt(
            int number,
            Envelope envelope,
            List<Recipient> recipients,
            Outcome outcome,
            Optional<String> reply,
            Instant began,
            Duration took,
            Conduct conduct,
            Transcript transcript) {
        this.number = number;
        this.envelope = envelope;
        this.recipients = List.copyOf(recipients);
        this.outcome = outcome;
        this.reply = reply;
        this.began = began;
        this.took = took;
        this.conduct = conduct;
        this.transcript = transcript;
    }

    Attempt numbered(int place) {
        return new Attempt(place, envelope, recipients, outcome, reply, began, took, conduct, transcript);
    }

    /** Return its place among the attempts at its server; the first is number 1. */
    public int number() {
        return number;
    }

    /** Return what became of it. */
    public Outcome outcome() {
        return outcome;
    }

    /** Return the last reply that decided about it, such as {@code 450 4.2.1 Try again}; nothing if there was none. */
    public Optional<String> reply() {
        return reply;
    }

    /** Return the address in {@code MAIL FROM}; empty for none, or for the null sender. */
    public String sender() {
        return envelope.sender();
    }

    /** Return every address in a {@code RCPT TO}, the refused ones included, in order. */
    public List<String> recipients() {
        return recipients.stream().map(Recipient::address).toList();
    }

    /** Return the addresses whose {@code RCPT TO} was refused. */
    public List<String> refusedRecipients() {
        return recipients.stream()
                .filter(Recipient::refused)
                .map(Recipient::address)
                .toList();
    }

    /** Return when it began. */
    public Instant began() {
        return began;
    }

    /** Return how long it went on. */
    public Duration took() {
        return took;
    }

    /** Return where the client came from; attempts on one connection have the same. */
    public InetSocketAddress peer() {
        return envelope.peer();
    }

    /** Return the name that the client gave itself. */
    public String helo() {
        return envelope.helo();
    }

    /** Return protocol and cipher suite, if the connection was encrypted in the end. */
    public Optional<String> tls() {
        return envelope.tls();
    }

    /** Return whom the client had authenticated as, if it had. */
    public Optional<String> identity() {
        return envelope.identity();
    }

    /** Return whether a password, digest or token was sent over a connection that was not encrypted. */
    boolean sentSecretInClear() {
        return conduct.secretInClear();
    }

    /** Return why a login in the clear was not encrypted, as far as the dialogue tells: by whose fault. */
    String whyUnencrypted() {
        List<String> lines = transcript.lines();
        if (lines.stream().anyMatch(line -> line.regionMatches(true, 0, "C: STARTTLS", 0, 11))) {
            return "it logged in first, and said STARTTLS afterwards";
        }
        boolean offered = lines.stream().anyMatch(line -> line.startsWith("S: 250") && line.endsWith("STARTTLS"));
        return "it logged in without STARTTLS" + (offered ? ", which was offered" : offeredNothing(lines));
    }

    private String offeredNothing(List<String> lines) {
        boolean asked = lines.stream().anyMatch(line -> line.regionMatches(true, 0, "C: EHLO", 0, 7));
        return asked && !transcript.isContinuation() ? ", which was not offered" : "";
    }

    /** Return whether a command was sent before the reply to the one before (RFC 2920). */
    public boolean isPipelined() {
        return conduct.pipelined();
    }

    /** Return whether the client has said {@code QUIT} on the connection by now. */
    public boolean endedWithQuit() {
        return conduct.quit().getAsBoolean();
    }

    /** Return the dialogue, one line an element, with passwords masked. */
    public List<String> transcript() {
        return transcript.lines();
    }

    /**
     * {@inheritDoc}
     *
     * @hidden
     */
    @Override
    @API(status = API.Status.INTERNAL)
    public EventCard card(Event event) {
        CardSection section = new CardSection("attempts", "Attempts that failed");
        return TranscriptCard.of(section, number, event.source(), toString(), transcript);
    }

    /** Return what became of it, in one line. */
    @Override
    public String toString() {
        String end = outcome().words() + reply().map(reply -> " with " + reply).orElse("");
        return sender().isEmpty() && recipients().isEmpty()
                ? "attempt #" + number + ", before a sender was named: " + end + (reply.isEmpty() ? after() : "")
                : "attempt #" + number + " from <" + sender() + "> to " + recipients() + ": " + end;
    }

    /** Return what the client said last. */
    private String after() {
        List<String> said = transcript.lastOfClient();
        return said.isEmpty() ? "" : " after " + said.get(said.size() - 1);
    }

    /**
     * One recipient whom the client named.
     *
     * @param refused whether it was told that this recipient gets nothing
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public record Recipient(String address, boolean refused) {}

    /**
     * How the client used its connection.
     *
     * @param pipelined whether a command was sent before the reply to the one before
     * @param secretInClear whether a password, digest or token was sent over a connection that was not encrypted
     * @param quit tells whether the client has said {@code QUIT} by now
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public record Conduct(boolean pipelined, boolean secretInClear, BooleanSupplier quit) {}

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
