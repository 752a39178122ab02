package io.github.postfixture.web.jetty;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.server.ConnectionMetaData;

/**
 * The two ends of the connection over which a call came.
 *
 * @param here our address and port
 * @param there the client's address and port
 */
public record Ends(InetSocketAddress here, InetSocketAddress there) {

    private static final InetSocketAddress GONE = InetSocketAddress.createUnresolved("unknown", 0);

    static Ends of(ConnectionMetaData connection) {
        return new Ends(internet(connection.getLocalSocketAddress()), internet(connection.getRemoteSocketAddress()));
    }

    private static InetSocketAddress internet(SocketAddress address) {
        return address instanceof InetSocketAddress known ? known : GONE;
    }
}
