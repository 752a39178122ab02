package io.github.postfixture.net;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** Misbehaviour of a connection on purpose, whatever is spoken over it. */
public sealed interface ConnectionFault {

    /**
     * Strike. If this returns, the dialogue goes on as if nothing had been.
     *
     * @param connection where to strike, before an answer
     * @param pause waits on behalf of the fault, and returns early when the server stops
     * @throws IOException if the connection ends by this
     */
    void strike(Connection connection, Consumer<Duration> pause) throws IOException;

    /** Answer late. */
    record Delay(Duration duration) implements ConnectionFault {
        @Override
        public void strike(Connection connection, Consumer<Duration> pause) {
            pause.accept(duration);
        }
    }

    /** Say nothing any more, until the client leaves. */
    record Stall() implements ConnectionFault {
        @Override
        public void strike(Connection connection, Consumer<Duration> pause) throws IOException {
            connection.input().transferTo(OutputStream.nullOutputStream());
            throw new ScriptedBreakException();
        }
    }

    /** Let so many bytes a second leave, from now on. */
    record Throttle(int bytesPerSecond) implements ConnectionFault {
        @Override
        public void strike(Connection connection, Consumer<Duration> pause) {
            connection.throttle(bytesPerSecond);
        }
    }

    /** Let so many more bytes leave, and reset the connection then. */
    record CutAfter(long bytes) implements ConnectionFault {
        @Override
        public void strike(Connection connection, Consumer<Duration> pause) {
            connection.cutAfter(bytes);
        }
    }

    /**
     * Do something else first.
     *
     * @param description what it is, in words
     */
    record Act(String description, Runnable action) implements ConnectionFault {
        @Override
        public void strike(Connection connection, Consumer<Duration> pause) {
            action.run();
        }
    }

    /** Send something that nobody asked for, each character as one byte (ISO 8859-1), before the answer. */
    record Garbage(String text) implements ConnectionFault {
        @Override
        public void strike(Connection connection, Consumer<Duration> pause) throws IOException {
            connection.output().write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Close the connection in good order. */
    record Disconnect() implements ConnectionFault {
        @Override
        public void strike(Connection connection, Consumer<Duration> pause) throws IOException {
            throw new ScriptedBreakException();
        }
    }

    /** Reset the connection. */
    record Reset() implements ConnectionFault {
        @Override
        public void strike(Connection connection, Consumer<Duration> pause) throws IOException {
            connection.resetOnClose();
            throw new ScriptedBreakException();
        }
    }
}
