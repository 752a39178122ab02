package io.github.postfixture.web.fault;

import io.github.postfixture.fault.Fault;
import io.github.postfixture.net.Octets;
import io.github.postfixture.timeline.InWords;
import io.github.postfixture.web.engine.Pacing;
import io.github.postfixture.web.engine.Reply;
import io.github.postfixture.web.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;

/** Misbehaviour in place of the ordinary answer, or on the way to it. Immutable. */
public final class HttpFault implements Fault<HttpFault> {

    private static final Octets GARBAGE =
            Octets.of("\u0001\u0002garbage\u00ff\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));

    private final String description;
    private final Effect effect;

    private HttpFault(String description, Effect effect) {
        this.description = description;
        this.effect = effect;
    }

    private HttpFault(String description, Pacing pacing) {
        this(description, new Alters(ordinary -> new Reply.Paced(ordinary, pacing)));
    }

    /** Return a fault that answers with a status, such as 503, instead of the ordinary answer. */
    public static HttpFault status(int status) {
        String description = "status " + status;
        Response response = Response.text(description + " by a fault\n").withStatus(status);
        return new HttpFault(description, new Replaces(new Reply.Now(response.answer(), true)));
    }

    /**
     * Return a fault that lets some time pass before the ordinary answer. No thread waits.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public static HttpFault delay(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay (" + delay + ") must not be negative");
        }
        return new HttpFault(
                "delay of " + InWords.of(delay), new Alters(ordinary -> new Reply.Delayed(delay, ordinary)));
    }

    /** Return a fault that never answers, and keeps the connection until the client or the server closes it. */
    public static HttpFault stall() {
        return new HttpFault("stall", new Replaces(new Reply.Stall()));
    }

    /** Return a fault that closes the connection without an answer. Many clients then repeat a GET, unasked. */
    public static HttpFault disconnect() {
        return new HttpFault("disconnect", new Replaces(new Reply.Disconnect()));
    }

    /** Return a fault that breaks the connection, so that the client sees a reset. */
    public static HttpFault reset() {
        return new HttpFault("reset", new Replaces(new Reply.Reset()));
    }

    /** Return a fault that sends bytes that are no HTTP, and closes the connection. */
    public static HttpFault garbage() {
        return new HttpFault("garbage", new Replaces(new Reply.Garbage(GARBAGE)));
    }

    /**
     * Return a fault that promises the whole of the ordinary answer, sends some bytes of its content, and closes the
     * connection.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public static HttpFault truncate(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes (" + bytes + ") must not be negative");
        }
        return new HttpFault("truncation after " + bytes + " bytes", Pacing.PLAIN.withCut(bytes));
    }

    /** Return a fault that sends the content of the ordinary answer this slowly. No thread waits. */
    public static HttpFault throttle(long bytesPerSecond) {
        Pacing pacing = Pacing.PLAIN.withPace(Pacing.Pace.ofRate(bytesPerSecond));
        return new HttpFault("throttling to " + bytesPerSecond + " bytes per second", pacing);
    }

    @API(status = API.Status.INTERNAL)
    public Effect effect() {
        return effect;
    }

    @Override
    public String toString() {
        return description;
    }

    /** What a fault does to the ordinary answer. */
    sealed interface Effect {}

    /** Reply with this, whatever the ordinary answer would be; nobody is asked for it. */
    @API(status = API.Status.INTERNAL)
    public record Replaces(Reply reply) implements Effect {}

    /** Alter the ordinary answer. */
    @API(status = API.Status.INTERNAL)
    public record Alters(UnaryOperator<Reply> change) implements Effect {}
}
