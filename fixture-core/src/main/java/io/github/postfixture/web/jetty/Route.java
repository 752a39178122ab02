package io.github.postfixture.web.jetty;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/** Leads from the connections that one listener accepted to the host behind it. */
final class Route {

    private final Host host;
    private final Optional<SSLContext> tls;
    private final Duration idleTimeout;
    private final Set<RouteEndPoint> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Route(Host host, Optional<SSLContext> tls, Duration idleTimeout) {
        this.host = host;
        this.tls = tls;
        this.idleTimeout = idleTimeout;
    }

    Host host() {
        return host;
    }

    Optional<SSLContext> tls() {
        return tls;
    }

    Duration idleTimeout() {
        return idleTimeout;
    }

    /** Take over an accepted connection. */
    void enter(SocketChannel channel) {
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            WarmJetty.shared().connector().accept(channel, this);
        } catch (IOException e) {
            // The peer is gone already, and with it the connection.
        }
    }

    void add(RouteEndPoint endPoint) {
        open.add(endPoint);
        if (closed) {
            endPoint.breakOff();
        }
    }

    void remove(RouteEndPoint endPoint) {
        open.remove(endPoint);
    }

    void resetAll() {
        closed = true;
        open.forEach(RouteEndPoint::breakOff);
    }
}
