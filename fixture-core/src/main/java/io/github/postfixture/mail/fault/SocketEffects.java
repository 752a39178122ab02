package io.github.postfixture.mail.fault;

import io.github.postfixture.fault.ConnectionEffects;
import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.net.connection.ScriptedBreakException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * What the faults of a connection come to on a socket that one thread reads and writes.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class SocketEffects implements ConnectionEffects<SocketEffects.Effect> {

    private static final SocketEffects EFFECTS = new SocketEffects();

    private SocketEffects() {}

    /**
     * Let a fault strike a connection; if this returns, the dialogue goes on as if nothing had been.
     *
     * @param connection where to strike, before an answer and when all before it has left
     * @param pause waits on behalf of the fault, and returns early when the server stops
     * @throws IOException if the connection ends by this
     */
    public static void strike(ConnectionFault fault, Connection connection, Consumer<Duration> pause)
            throws IOException {
        fault.on(EFFECTS).strike(connection, pause);
    }

    @Override
    public Effect delay(Duration duration) {
        return (connection, pause) -> pause.accept(duration);
    }

    @Override
    public Effect stall() {
        return (connection, pause) -> {
            connection.input().transferTo(OutputStream.nullOutputStream());
            throw new ScriptedBreakException();
        };
    }

    @Override
    public Effect throttle(int bytesPerSecond) {
        return (connection, pause) -> connection.throttle(bytesPerSecond);
    }

    @Override
    public Effect garbage(String text) {
        return (connection, pause) -> connection.output().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public Effect disconnect() {
        return (connection, pause) -> {
            throw new ScriptedBreakException();
        };
    }

    @Override
    public Effect disconnectAfter(long bytes) {
        return (connection, pause) -> connection.cutAfter(bytes);
    }

    @Override
    public Effect reset() {
        return (connection, pause) -> {
            connection.resetOnClose();
            throw new ScriptedBreakException();
        };
    }

    @Override
    public Effect run(Runnable action) {
        return (connection, pause) -> action.run();
    }

    /** What is done to a connection. */
    @FunctionalInterface
    interface Effect {

        void strike(Connection connection, Consumer<Duration> pause) throws IOException;
    }
}
