package io.github.postfixture.mail.fault;

import io.github.postfixture.mail.protocol.SmtpExtension;
import io.github.postfixture.mail.protocol.SmtpReply;
import io.github.postfixture.mail.protocol.SmtpStage;
import io.github.postfixture.mail.smtp.Disruption;
import io.github.postfixture.net.ConnectionFault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Misbehaviour of SMTP on purpose; see {@link io.github.postfixture.mail.MailServer#at(SmtpStage)}. Immutable. */
public final class SmtpFault {

    private static final Pattern ENHANCED = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

    private final Disruption disruption;
    private final String description;

    private SmtpFault(Disruption disruption, String description) {
        this.disruption = disruption;
        this.description = description;
    }

    /**
     * Give this reply, and do not execute the command. Code 421 ends the connection, as everything does at
     * {@link SmtpStage#CONNECT}.
     *
     * @param code the reply code, such as 550 (RFC 5321 section 4.2)
     * @param enhanced the enhanced status code, such as {@code 5.1.1} (RFC 3463); empty for none
     * @param text the text of the reply, one line
     * @param more further lines of the reply
     * @throws IllegalArgumentException if the code is not between 200 and 599, the enhanced status code is none or is of
     *     another class, or the text has a line break
     */
    public static SmtpFault reply(int code, String enhanced, String text, String... more) {
        requireSameClass(code, enhanced);
        List<String> lines = Stream.concat(Stream.of(text), Arrays.stream(more)).toList();
        SmtpReply reply = new SmtpReply(code, enhanced, lines);
        return new SmtpFault(new Disruption.Answer(reply), "reply " + reply);
    }

    private static void requireSameClass(int code, String enhanced) {
        boolean agree = enhanced.isEmpty()
                || (ENHANCED.matcher(enhanced).matches() && code / 100 == Character.digit(enhanced.charAt(0), 10));
        if (!agree) {
            throw new IllegalArgumentException("enhanced (" + enhanced + ") must be like " + code / 100
                    + ".1.1, of the class of the code " + code + " (RFC 2034), or empty");
        }
    }

    /** Say that there is no such user: 550 5.1.1. */
    public static SmtpFault userUnknown() {
        return reply(550, "5.1.1", "User unknown");
    }

    /** Say that the mailbox is full for now: 452 4.2.2. */
    public static SmtpFault mailboxFull() {
        return reply(452, "4.2.2", "Mailbox full");
    }

    /** Ask for another try later: 451 4.7.1; for {@link FaultPoint#firstTryOfEach(Object)}. */
    public static SmtpFault greylisted() {
        return reply(451, "4.7.1", "Greylisted, try again later");
    }

    /** Say that the client is too fast, and end the connection: 421 4.7.0. */
    public static SmtpFault rateLimit() {
        return reply(421, "4.7.0", "Too much mail, try again later");
    }

    /** Say that the client has too many connections, and end this one: 421 4.7.0. */
    public static SmtpFault tooManyConnections() {
        return reply(421, "4.7.0", "Too many connections");
    }

    /** Say that what the client logs in with holds no more: 535 5.7.8; for {@link SmtpStage#AUTH}. */
    public static SmtpFault expiredToken() {
        return reply(535, "5.7.8", "Token expired");
    }

    /** Do not offer these service extensions to this client, from here on; for {@link SmtpStage#EHLO}. */
    public static SmtpFault hide(SmtpExtension... extensions) {
        Set<String> keywords =
                Arrays.stream(extensions).map(SmtpExtension::keyword).collect(Collectors.toSet());
        return new SmtpFault(new Disruption.Hide(keywords), "hide " + String.join(", ", keywords));
    }

    /**
     * Do something before the command is executed as if nothing had been: the means for whatever has no name here.
     *
     * @param description what is done, in words
     * @param action what is done; on the thread of the connection
     */
    public static SmtpFault run(String description, Runnable action) {
        return of(new ConnectionFault.Act(description, action));
    }

    /** Wait before the command is executed as if nothing had been. */
    public static SmtpFault delay(Duration duration) {
        return of(FaultParts.delay(duration));
    }

    /** Say nothing any more, until the client leaves. */
    public static SmtpFault stall() {
        return of(new ConnectionFault.Stall());
    }

    /** Let no more than so many bytes a second leave, for the rest of the connection. */
    public static SmtpFault throttle(int bytesPerSecond) {
        return of(FaultParts.throttle(bytesPerSecond));
    }

    /** Send this before the answer, though nobody asked for it; each character is one byte (ISO 8859-1). */
    public static SmtpFault garbage(String text) {
        return of(new ConnectionFault.Garbage(text));
    }

    /** Close the connection instead of answering. */
    public static SmtpFault disconnect() {
        return of(new ConnectionFault.Disconnect());
    }

    /** Reset the connection after so many more bytes of answers. */
    public static SmtpFault disconnectAfter(long bytes) {
        return of(FaultParts.cutAfter(bytes));
    }

    /** Reset the connection instead of answering. */
    public static SmtpFault reset() {
        return of(new ConnectionFault.Reset());
    }

    /** Return why it has no effect at a stage, if it has none. */
    @API(status = API.Status.INTERNAL)
    public Optional<String> objectionAt(String stage) {
        return disruption instanceof Disruption.Hide && stage.equals("QUIT")
                ? Optional.of("the client leaves; hide at CONNECT or EHLO")
                : Optional.empty();
    }

    /** Return what its protocol is to do. */
    @API(status = API.Status.INTERNAL)
    public Disruption disruption() {
        return disruption;
    }

    @Override
    public String toString() {
        return description;
    }

    private static SmtpFault of(ConnectionFault fault) {
        return new SmtpFault(new Disruption.Misbehave(fault), FaultParts.words(fault));
    }
}
