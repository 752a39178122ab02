package io.github.postfixture.web.jetty;

import io.github.postfixture.tls.Handshake;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** A connection that knows where it belongs. */
final class RouteEndPoint extends SocketChannelEndPoint {

    private final Route route;
    private final long number;
    private Optional<Handshake> handshake = Optional.empty();

    RouteEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler, Route route) {
        super(channel, selector, key, scheduler);
        this.route = route;
        number = route.nextConnection();
        setIdleTimeout(route.terms().idleTimeout().toMillis());
    }

    /** Return the connection over which a request came. */
    static RouteEndPoint of(Request request) {
        return under(request.getConnectionMetaData().getConnection().getEndPoint());
    }

    static RouteEndPoint under(EndPoint endPoint) {
        return (RouteEndPoint)
                (endPoint instanceof SslConnection.SslEndPoint secure
                        ? secure.getSslConnection().getEndPoint()
                        : endPoint);
    }

    /** Return how a request came that came this way. */
    Transport transport(Request request) {
        ConnectionMetaData connection = request.getConnectionMetaData();
        long id = Long.parseLong(request.getId());
        boolean numbered = connection.getHttpVersion() == HttpVersion.HTTP_2;
        return new Transport(connection.getProtocol(), number, numbered ? id : id + 1, handshake);
    }

    /** Take note of how the connection was secured. */
    void secured(Handshake agreed) {
        handshake = Optional.of(agreed);
    }

    Route route() {
        return route;
    }

    /** Break the connection: the client sees a reset, and no port of ours lingers. */
    void breakOff() {
        try {
            getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // The peer was faster: the channel is closed already.
        }
        close();
    }

    @Override
    public void onOpen() {
        super.onOpen();
        route.add(this);
    }

    @Override
    public void onClose(@Nullable Throwable failure) {
        route.remove(this);
        super.onClose(failure);
    }
}
