package io.github.postfixture.mail;

import io.github.postfixture.mail.pop3.Pop3Disruption;
import io.github.postfixture.net.ConnectionFault;
import java.time.Duration;

/** Misbehaviour of POP3 on purpose; see {@link MailServer#atPop3(String)}. Immutable. */
public final class Pop3Fault {

    private final Pop3Disruption disruption;
    private final String description;

    private Pop3Fault(Pop3Disruption disruption, String description) {
        this.disruption = disruption;
        this.description = description;
    }

    /** Refuse the command; the text may begin with a response code, such as {@code [IN-USE]} (RFC 2449 section 8). */
    public static Pop3Fault refuse(String text) {
        return new Pop3Fault(new Pop3Disruption.Answer(MailFaults.oneLine(text)), "-ERR " + text);
    }

    /** Wait before the command is executed as if nothing had been. */
    public static Pop3Fault delay(Duration duration) {
        return of(MailFaults.delay(duration));
    }

    /** Say nothing any more, until the client leaves. */
    public static Pop3Fault stall() {
        return of(new ConnectionFault.Stall());
    }

    /** Let no more than so many bytes a second leave, for the rest of the connection. */
    public static Pop3Fault throttle(int bytesPerSecond) {
        return of(MailFaults.throttle(bytesPerSecond));
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
        return of(MailFaults.cutAfter(bytes));
    }

    /** Reset the connection instead of answering. */
    public static Pop3Fault reset() {
        return of(new ConnectionFault.Reset());
    }

    Pop3Disruption disruption() {
        return disruption;
    }

    @Override
    public String toString() {
        return description;
    }

    private static Pop3Fault of(ConnectionFault fault) {
        return new Pop3Fault(new Pop3Disruption.Misbehave(fault), MailFaults.words(fault));
    }
}
