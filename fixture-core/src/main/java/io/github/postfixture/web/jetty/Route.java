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
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
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

    void enter(SocketChannel channel) {
        open.add(channel);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            WarmJetty.shared().connector().accept(channel, this);
        } catch (IOException e) {
            forget(channel);
        }
        if (closed) {
            resetAll();
        }
    }

    void forget(SocketChannel channel) {
        open.remove(channel);
    }

    void resetAll() {
        closed = true;
        open.forEach(Route::reset);
        open.clear();
    }

    private static void reset(SocketChannel channel) {
        try (channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // The peer was faster: the channel is closed already.
        }
    }
}
