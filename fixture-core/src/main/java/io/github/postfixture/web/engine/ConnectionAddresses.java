package io.github.postfixture.web.engine;

import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * The addresses of the two ends of a connection.
 *
 * @param here our address and port
 * @param there the client's address and port
 */
public record ConnectionAddresses(InetSocketAddress here, InetSocketAddress there) {

    private static final InetSocketAddress GONE = InetSocketAddress.createUnresolved("unknown", 0);

    /** Return the addresses of two sockets; {@code unknown} for one without an Internet address, or that is gone. */
    public static ConnectionAddresses of(SocketAddress here, SocketAddress there) {
        return new ConnectionAddresses(internet(here), internet(there));
    }

    private static InetSocketAddress internet(SocketAddress address) {
        return address instanceof InetSocketAddress known ? known : GONE;
    }
}
