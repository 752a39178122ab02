package io.github.postfixture.mail.fault;

import io.github.postfixture.mail.pop3.Pop3Disruption;
import io.github.postfixture.net.ConnectionFault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/** Misbehaviour of POP3 on purpose; see {@link io.github.postfixture.mail.MailServer#atPop3(String)}. Immutable. */
public final class Pop3Fault {

    private final Pop3Disruption disruption;
    private final String description;

    private Pop3Fault(Pop3Disruption disruption, String description) {
        this.disruption = disruption;
        this.description = description;
    }

    /** Refuse the command; the text may begin with a response code, such as {@code [IN-USE]} (RFC 2449 section 8). */
    public static Pop3Fault refuse(String text) {
        return new Pop3Fault(new Pop3Disruption.Answer(FaultParts.oneLine(text)), "-ERR " + text);
    }

    /** Say that somebody else reads the mailbox: {@code -ERR [IN-USE]} (RFC 2449 section 8.1.2); for {@code PASS}. */
    public static Pop3Fault inUse() {
        return refuse("[IN-USE] Somebody else reads the mailbox");
    }

    /** Say that the client logs in too often: {@code -ERR [LOGIN-DELAY]} (RFC 2449 section 8.1.1); for {@code PASS}. */
    public static Pop3Fault rateLimit() {
        return refuse("[LOGIN-DELAY] Too many logins, try again later");
    }

    /** Say that the client has too many connections: {@code -ERR [SYS/TEMP]} (RFC 3206); for {@code CONNECT}. */
    public static Pop3Fault tooManyConnections() {
        return refuse("[SYS/TEMP] Too many connections");
    }

    /** Say that what the client logs in with holds no more: {@code -ERR [AUTH]} (RFC 3206). */
    public static Pop3Fault expiredToken() {
        return refuse("[AUTH] Token expired");
    }

    /**
     * Do not offer these capabilities to this client, from here on, and know no command of that name; for
     * {@code CONNECT}.
     *
     * @param capabilities as {@code CAPA} lists them, such as {@code UIDL}, {@code TOP} or {@code STLS}
     */
    public static Pop3Fault hide(String... capabilities) {
        Set<String> keywords = FaultParts.capitals(capabilities);
        return new Pop3Fault(new Pop3Disruption.Hide(keywords), "hide " + String.join(", ", keywords));
    }

    /**
     * Do something before the command is executed as if nothing had been: the means for whatever has no name here.
     *
     * @param description what is done, in words
     * @param action what is done; on the thread of the connection
     */
    public static Pop3Fault run(String description, Runnable action) {
        return of(new ConnectionFault.Act(description, action));
    }

    /** Wait before the command is executed as if nothing had been. */
    public static Pop3Fault delay(Duration duration) {
        return of(FaultParts.delay(duration));
    }

    /** Say nothing any more, until the client leaves. */
    public static Pop3Fault stall() {
        return of(new ConnectionFault.Stall());
    }

    /** Let no more than so many bytes a second leave, for the rest of the connection. */
    public static Pop3Fault throttle(int bytesPerSecond) {
        return of(FaultParts.throttle(bytesPerSecond));
    }

    /** Send this before the answer, though nobody asked for it; each character is one byte (ISO 8859-1). */
    public static Pop3Fault garbage(String text) {
        return of(new ConnectionFault.Garbage(text));
    }

    /** Close the connection instead of answering. */
    public static Pop3Fault disconnect() {
        return of(new ConnectionFault.Disconnect());
    }

    /** Reset the connection after so many more bytes of answers. */
    public static Pop3Fault disconnectAfter(long bytes) {
        return of(FaultParts.cutAfter(bytes));
    }

    /** Reset the connection instead of answering. */
    public static Pop3Fault reset() {
        return of(new ConnectionFault.Reset());
    }

    /** Return why it has no effect at a command, if it has none. */
    @API(status = API.Status.INTERNAL)
    public Optional<String> objectionAt(String command) {
        return disruption instanceof Pop3Disruption.Hide && command.equals("QUIT")
                ? Optional.of("the client leaves; hide at CONNECT")
                : Optional.empty();
    }

    /** Return what its protocol is to do. */
    @API(status = API.Status.INTERNAL)
    public Pop3Disruption disruption() {
        return disruption;
    }

    @Override
    public String toString() {
        return description;
    }

    private static Pop3Fault of(ConnectionFault fault) {
        return new Pop3Fault(new Pop3Disruption.Misbehave(fault), FaultParts.words(fault));
    }
}
