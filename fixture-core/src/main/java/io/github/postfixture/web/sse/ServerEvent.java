package io.github.postfixture.web.sse;

import java.time.Duration;
import java.util.regex.Pattern;

/** A server-sent event, as the HTML standard describes it in "Server-sent events". Immutable. */
public final class ServerEvent {

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private final String head;
    private final String data;

    private ServerEvent(String head, String data) {
        this.head = head;
        this.data = data;
    }

    /** Return an event with data, of one line or of several. */
    public static ServerEvent of(String data) {
        return new ServerEvent("", data);
    }

    /**
     * Return a copy with an identifier, which a client that comes back sends as {@code Last-Event-ID}.
     *
     * @throws IllegalArgumentException if it is not one line
     */
    public ServerEvent withId(String id) {
        return with("id", id);
    }

    /**
     * Return a copy with a name; without one, clients call it {@code message}.
     *
     * @throws IllegalArgumentException if it is not one line
     */
    public ServerEvent withName(String name) {
        return with("event", name);
    }

    /** Return a copy that tells the client how long to wait before it comes back. */
    public ServerEvent withRetry(Duration retry) {
        return with("retry", Long.toString(retry.toMillis()));
    }

    private ServerEvent with(String field, String value) {
        if (LINE_END.matcher(value).find() || value.indexOf(0) >= 0) {
            throw new IllegalArgumentException(field + " (" + value + ") must be one line");
        }
        return new ServerEvent(head + field + ": " + value + "\n", data);
    }

    /** Return it as it is sent, with the blank line at its end. */
    @Override
    public String toString() {
        return head + lines("data: ", data) + "\n";
    }

    static String comment(String text) {
        return lines(": ", text) + "\n";
    }

    private static String lines(String prefix, String text) {
        return prefix + LINE_END.matcher(text).replaceAll("\n" + prefix) + "\n";
    }
}
