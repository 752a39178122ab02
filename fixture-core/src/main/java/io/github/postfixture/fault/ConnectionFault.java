package io.github.postfixture.fault;

import io.github.postfixture.timeline.InWords;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * Misbehaviour of a connection on purpose, whatever is spoken over it: of SMTP, IMAP, POP3 and HTTP alike. Immutable.
 *
 * <pre>{@code
 * mail.at(RCPT).next(ConnectionFault.reset());
 * mail.atImap("FETCH").always(ConnectionFault.delay(Duration.ofSeconds(2)));
 * web.at("/pay").times(2, ConnectionFault.disconnect());
 * }</pre>
 */
public sealed interface ConnectionFault extends Fault<Object> {

    /**
     * Return a fault that lets some time pass before the answer.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    static ConnectionFault delay(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration (" + duration + ") must not be negative");
        }
        return new Delay(duration);
    }

    /** Return a fault that never answers, and keeps the connection until the client or the server closes it. */
    static ConnectionFault stall() {
        return new Stall();
    }

    /**
     * Return a fault that lets no more than so many bytes a second leave: of mail protocols for the rest of the connection, of
     * HTTP while the content of the answer is sent.
     *
     * @throws IllegalArgumentException if the rate is not positive
     */
    static ConnectionFault throttle(int bytesPerSecond) {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException("bytesPerSecond (" + bytesPerSecond + ") must be positive");
        }
        return new Throttle(bytesPerSecond);
    }

    /**
     * Return a fault that sends this, though nobody asked for it; each character is one byte (ISO 8859-1). Mail protocols send
     * it before the answer, HTTP sends it in place of the answer and closes the connection.
     */
    static ConnectionFault garbage(String text) {
        return new Garbage(text);
    }

    /** Return a fault that closes the connection instead of answering. Many HTTP clients then repeat a GET, unasked. */
    static ConnectionFault disconnect() {
        return new Disconnect();
    }

    /**
     * Return a fault that ends the connection after so many more bytes: of mail protocols by a reset after so many bytes of
     * answers, of HTTP by closing it after so many bytes of the content that was promised.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    static ConnectionFault disconnectAfter(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes (" + bytes + ") must not be negative");
        }
        return new DisconnectAfter(bytes);
    }

    /** Return a fault that breaks the connection instead of answering, so that the client sees a reset. */
    static ConnectionFault reset() {
        return new Reset();
    }

    /**
     * Return a fault that does something, after which the ordinary answer is given: the means for whatever has no name here.
     *
     * @param description what is done, in words
     * @param action what is done, on the thread that answers; if it throws, the session or the request fails
     */
    static ConnectionFault run(String description, Runnable action) {
        return new Run(description, action);
    }

    /**
     * Return what it comes to where it strikes.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    <R> R on(ConnectionEffects<R> effects);

    /**
     * Let some time pass before the answer.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    record Delay(Duration duration) implements ConnectionFault {
        @Override
        public <R> R on(ConnectionEffects<R> effects) {
            return effects.delay(duration);
        }

        @Override
        public String toString() {
            return "delay of " + InWords.of(duration);
        }
    }

    /**
     * Say nothing any more.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    record Stall() implements ConnectionFault {
        @Override
        public <R> R on(ConnectionEffects<R> effects) {
            return effects.stall();
        }

        @Override
        public String toString() {
            return "stall";
        }
    }

    /**
     * Let so many bytes a second leave.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    record Throttle(int bytesPerSecond) implements ConnectionFault {
        @Override
        public <R> R on(ConnectionEffects<R> effects) {
            return effects.throttle(bytesPerSecond);
        }

        @Override
        public String toString() {
            return "throttle to " + bytesPerSecond + " bytes a second";
        }
    }

    /**
     * Send something that nobody asked for.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    record Garbage(String text) implements ConnectionFault {
        @Override
        public <R> R on(ConnectionEffects<R> effects) {
            return effects.garbage(text);
        }

        @Override
        public String toString() {
            return "garbage";
        }
    }

    /**
     * Close the connection in good order.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    record Disconnect() implements ConnectionFault {
        @Override
        public <R> R on(ConnectionEffects<R> effects) {
            return effects.disconnect();
        }

        @Override
        public String toString() {
            return "disconnect";
        }
    }

    /**
     * Let so many more bytes leave.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    record DisconnectAfter(long bytes) implements ConnectionFault {
        @Override
        public <R> R on(ConnectionEffects<R> effects) {
            return effects.disconnectAfter(bytes);
        }

        @Override
        public String toString() {
            return "disconnect after " + bytes + " bytes";
        }
    }

    /**
     * Reset the connection.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    record Reset() implements ConnectionFault {
        @Override
        public <R> R on(ConnectionEffects<R> effects) {
            return effects.reset();
        }

        @Override
        public String toString() {
            return "reset";
        }
    }

    /**
     * Do something else first.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    record Run(String description, Runnable action) implements ConnectionFault {
        @Override
        public <R> R on(ConnectionEffects<R> effects) {
            return effects.run(action);
        }

        @Override
        public String toString() {
            return description;
        }
    }
}
