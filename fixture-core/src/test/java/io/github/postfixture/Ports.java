package io.github.postfixture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/** What has become of a port that was closed. Others, who get any free port, may have taken it at once. */
public final class Ports {

    private static final int ATTEMPTS = 5;

    private Ports() {}

    /** Whether one of some ports, each opened and closed by what is given, can be bound again. */
    public static boolean areFreed(IntSupplier openedAndClosed) {
        return IntStream.range(0, ATTEMPTS).anyMatch(attempt -> isFree(openedAndClosed.getAsInt()));
    }

    private static boolean isFree(int port) {
        try (ServerSocket next = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return next.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
