package io.github.postfixture.mail.fault;

import io.github.postfixture.mail.imap.ImapDisruption;
import io.github.postfixture.net.ConnectionFault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/** Misbehaviour of IMAP on purpose; see {@link io.github.postfixture.mail.MailServer#atImap(String)}. Immutable. */
public final class ImapFault {

    /** The commands that open a folder or change one, or come before those. */
    private static final Set<String> OF_FOLDERS = Set.of(
            "*",
            "CONNECT",
            "LOGIN",
            "AUTHENTICATE",
            "SELECT",
            "EXAMINE",
            "IDLE",
            "FETCH",
            "STORE",
            "COPY",
            "MOVE",
            "EXPUNGE",
            "CLOSE",
            "APPEND");

    private final ImapDisruption disruption;
    private final String description;

    private ImapFault(ImapDisruption disruption, String description) {
        this.disruption = disruption;
        this.description = description;
    }

    /** Refuse the command with {@code NO}; the text may begin with a response code, such as {@code [INUSE]} (RFC 9051). */
    public static ImapFault no(String text) {
        return new ImapFault(new ImapDisruption.Answer("NO " + FaultParts.oneLine(text)), "NO " + text);
    }

    /** Refuse the command with {@code BAD}. */
    public static ImapFault bad(String text) {
        return new ImapFault(new ImapDisruption.Answer("BAD " + FaultParts.oneLine(text)), "BAD " + text);
    }

    /** Say {@code BYE} and close the connection. */
    public static ImapFault bye(String text) {
        return new ImapFault(new ImapDisruption.Bye(FaultParts.oneLine(text)), "BYE " + text);
    }

    /** Say that the client has too many connections, and end this one: {@code BYE [LIMIT]} (RFC 5530). */
    public static ImapFault tooManyConnections() {
        return bye("[LIMIT] Too many connections");
    }

    /** Say that the client asks for too much, and end the connection: {@code BYE [UNAVAILABLE]} (RFC 5530). */
    public static ImapFault rateLimit() {
        return bye("[UNAVAILABLE] Too many commands, try again later");
    }

    /** Say that the mailbox is full: {@code NO [OVERQUOTA]} (RFC 5530); for {@code APPEND} and {@code COPY}. */
    public static ImapFault mailboxFull() {
        return no("[OVERQUOTA] Mailbox full");
    }

    /** Say that what the client logs in with holds no more: {@code NO [EXPIRED]} (RFC 5530). */
    public static ImapFault expiredToken() {
        return no("[EXPIRED] Token expired");
    }

    /**
     * Let the client change nothing from here on: folders open for reading only (RFC 3501 section 7.1, {@code READ-ONLY}),
     * and what would change one is refused; for {@code SELECT}.
     */
    public static ImapFault readOnly() {
        return new ImapFault(new ImapDisruption.ReadOnly(), "read-only");
    }

    /**
     * Do not offer these capabilities to this client, from here on, and know no command of that name; for
     * {@code CONNECT}.
     *
     * @param capabilities as they are offered, such as {@code IDLE}, {@code MOVE} or {@code UIDPLUS}
     */
    public static ImapFault hide(String... capabilities) {
        Set<String> keywords = FaultParts.capitals(capabilities);
        return new ImapFault(new ImapDisruption.Hide(keywords), "hide " + String.join(", ", keywords));
    }

    /**
     * Do something before the command is executed as if nothing had been: the means for whatever has no name here.
     *
     * @param description what is done, in words
     * @param action what is done; on the thread of the connection
     */
    public static ImapFault run(String description, Runnable action) {
        return of(new ConnectionFault.Act(description, action));
    }

    /** Wait before the command is executed as if nothing had been. */
    public static ImapFault delay(Duration duration) {
        return of(FaultParts.delay(duration));
    }

    /** Say nothing any more, until the client leaves. */
    public static ImapFault stall() {
        return of(new ConnectionFault.Stall());
    }

    /** Let no more than so many bytes a second leave, for the rest of the connection. */
    public static ImapFault throttle(int bytesPerSecond) {
        return of(FaultParts.throttle(bytesPerSecond));
    }

    /** Send this before the answer, though nobody asked for it; each character is one byte (ISO 8859-1). */
    public static ImapFault garbage(String text) {
        return of(new ConnectionFault.Garbage(text));
    }

    /** Close the connection instead of answering. */
    public static ImapFault disconnect() {
        return of(new ConnectionFault.Disconnect());
    }

    /** Reset the connection after so many more bytes of answers. */
    public static ImapFault disconnectAfter(long bytes) {
        return of(FaultParts.cutAfter(bytes));
    }

    /** Reset the connection instead of answering. */
    public static ImapFault reset() {
        return of(new ConnectionFault.Reset());
    }

    /** Return why it has no effect at a command, if it has none. */
    @API(status = API.Status.INTERNAL)
    public Optional<String> objectionAt(String command) {
        if (disruption instanceof ImapDisruption.Hide && command.equals("LOGOUT")) {
            return Optional.of("the client leaves; hide at CONNECT");
        }
        return disruption instanceof ImapDisruption.ReadOnly && !OF_FOLDERS.contains(command)
                ? Optional.of("no folder is opened or changed by it; script it at SELECT")
                : Optional.empty();
    }

    /** Return what its protocol is to do. */
    @API(status = API.Status.INTERNAL)
    public ImapDisruption disruption() {
        return disruption;
    }

    @Override
    public String toString() {
        return description;
    }

    private static ImapFault of(ConnectionFault fault) {
        return new ImapFault(new ImapDisruption.Misbehave(fault), FaultParts.words(fault));
    }
}
