package io.github.postfixture.web.jetty;

import io.github.postfixture.Endpoint;
import io.github.postfixture.net.BindAddress;
import io.github.postfixture.net.BindFailedException;
import io.github.postfixture.net.Listener;
import io.github.postfixture.net.Loopback;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.web.engine.HostContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The listener of a host for one scheme, and the connections that it accepted. */
public final class HttpListener {

    private static final int TRIES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ConnectionRouting routing;
    private final String scheme;

    /**
     * Make a listener that is not bound yet.
     *
     * @param context the host behind it
     * @param secureHost makes it HTTPS: the host that clients come to
     */
    public HttpListener(HostContext context, Optional<String> secureHost) {
        routing = new ConnectionRouting(context, secureHost);
        scheme = secureHost.isPresent() ? "https" : "http";
    }

    /**
     * Listen, if nobody does.
     *
     * @param place where the ports are
     * @param whereabouts what to bind; the loopback interface is bound for IPv4, and for IPv6 if there is such a thing
     * @param port where to listen; 0 for any free port
     * @return where to connect
     * @throws BindFailedException if the port cannot be had
     */
    public Endpoint listen(Reservation place, BindAddress whereabouts, int port) {
        List<Listener> listeners = place.listeners(
                scheme,
                handler -> whereabouts
                        .address()
                        .map(at -> bind(at, port, handler))
                        .orElseGet(() -> bindLoopback(port, handler)));
        return new Endpoint(
                scheme,
                whereabouts.name().orElseGet(() -> name(listeners)),
                listeners.get(0).port());
    }

    private List<Listener> bindLoopback(int port, Consumer<SocketChannel> handler) {
        for (int left = Loopback.hasIpv6() ? TRIES : 0; left > 0; left--) {
            try {
                InetSocketAddress ipv4 = new InetSocketAddress(Loopback.IPV4, port);
                return Listener.openTwins(scheme, ipv4, Loopback.IPV6, handler);
            } catch (BindFailedException taken) {
                // Somebody else has the port on one of the two; a free port may be free on both next time.
            }
        }
        return bind(Loopback.preferred(), port, handler);
    }

    private List<Listener> bind(InetAddress address, int port, Consumer<SocketChannel> handler) {
        return List.of(Listener.open(scheme, new InetSocketAddress(address, port), handler));
    }

    private static String name(List<Listener> listeners) {
        InetAddress address = listeners.get(0).address().getAddress();
        return listeners.size() > 1 || address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
    }

    /** Take over an accepted connection; must not block. */
    public void enter(SocketChannel channel) {
        routing.enter(channel);
    }

    /** Route to another host from now on; connections stay, and a request that has begun ends where it began. */
    public void leadTo(HostContext next) {
        routing.leadTo(next);
    }

    /** Let the answers that are complete from now on end their connections. */
    public void willClose() {
        routing.willClose();
    }

    /** Finish within a second the answers that are being worked on here, and break all connections that came in. */
    public void close() {
        routing.closeSoon();
        try {
            routing.awaitAnswers(System.nanoTime() + PATIENCE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        routing.resetAll();
    }
}
