package io.github.postfixture.web.jetty;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** A connection that knows where it belongs. */
final class RouteEndPoint extends SocketChannelEndPoint {

    private final Route route;

    RouteEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler, Route route) {
        super(channel, selector, key, scheduler);
        this.route = route;
        setIdleTimeout(route.idleTimeout().toMillis());
    }

    /** Return the connection over which a request came. */
    static RouteEndPoint of(Request request) {
        return under(request.getConnectionMetaData().getConnection().getEndPoint());
    }

    private static RouteEndPoint under(EndPoint endPoint) {
        return (RouteEndPoint)
                (endPoint instanceof SslConnection.SslEndPoint secure
                        ? secure.getSslConnection().getEndPoint()
                        : endPoint);
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
