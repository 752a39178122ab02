package io.github.postfixture.mail;

import io.github.postfixture.mail.imap.ImapDisruption;
import io.github.postfixture.net.ConnectionFault;
import java.time.Duration;

/** Misbehaviour of IMAP on purpose; see {@link MailServer#atImap(String)}. Immutable. */
public final class ImapFault {

    private final ImapDisruption disruption;
    private final String description;

    private ImapFault(ImapDisruption disruption, String description) {
        this.disruption = disruption;
        this.description = description;
    }

    /** Refuse the command with {@code NO}; the text may begin with a response code, such as {@code [INUSE]} (RFC 9051). */
    public static ImapFault no(String text) {
        return new ImapFault(new ImapDisruption.Answer("NO " + MailFaults.oneLine(text)), "NO " + text);
    }

    /** Refuse the command with {@code BAD}. */
    public static ImapFault bad(String text) {
        return new ImapFault(new ImapDisruption.Answer("BAD " + MailFaults.oneLine(text)), "BAD " + text);
    }

    /** Say {@code BYE} and close the connection. */
    public static ImapFault bye(String text) {
        return new ImapFault(new ImapDisruption.Bye(MailFaults.oneLine(text)), "BYE " + text);
    }

    /** Wait before the command is executed as if nothing had been. */
    public static ImapFault delay(Duration duration) {
        return of(MailFaults.delay(duration));
    }

    /** Say nothing any more, until the client leaves. */
    public static ImapFault stall() {
        return of(new ConnectionFault.Stall());
    }

    /** Let no more than so many bytes a second leave, for the rest of the connection. */
    public static ImapFault throttle(int bytesPerSecond) {
        return of(MailFaults.throttle(bytesPerSecond));
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
        return of(MailFaults.cutAfter(bytes));
    }

    /** Reset the connection instead of answering. */
    public static ImapFault reset() {
        return of(new ConnectionFault.Reset());
    }

    ImapDisruption disruption() {
        return disruption;
    }

    @Override
    public String toString() {
        return description;
    }

    private static ImapFault of(ConnectionFault fault) {
        return new ImapFault(new ImapDisruption.Misbehave(fault), MailFaults.words(fault));
    }
}
