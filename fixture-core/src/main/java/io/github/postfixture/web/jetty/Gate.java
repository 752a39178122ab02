package io.github.postfixture.web.jetty;

import io.github.postfixture.Endpoint;
import io.github.postfixture.net.BindFailedException;
import io.github.postfixture.net.Listener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Where a host can be reached: its listeners, and the connections that came in through them. */
public final class Gate {

    private static final int TRIES = 5;

    private final Endpoint endpoint;
    private final List<Listener> listeners;
    private final Route route;

    private Gate(Endpoint endpoint, List<Listener> listeners, Route route) {
        this.endpoint = endpoint;
        this.listeners = listeners;
        this.route = route;
    }

    /**
     * Listen on the loopback interface, for IPv4 and for IPv6 if there is such a thing.
     *
     * @param premises where it leads
     * @param tls makes it HTTPS
     * @param port where to listen; 0 for any free port
     * @throws BindFailedException if the port cannot be had
     */
    public static Gate onLoopback(Premises premises, Optional<SSLContext> tls, int port) {
        Route route = new Route(premises, tls);
        String scheme = scheme(tls);
        for (int left = Loopback.hasIpv6() ? TRIES : 0; left > 0; left--) {
            try {
                InetSocketAddress ipv4 = new InetSocketAddress(Loopback.IPV4, port);
                List<Listener> twins = Listener.openTwins(scheme, ipv4, Loopback.IPV6, route::enter);
                return new Gate(new Endpoint(scheme, "localhost", twins.get(0).port()), twins, route);
            } catch (BindFailedException taken) {
                // Somebody else has the port on one of the two; a free port may be free on both next time.
            }
        }
        return on(Loopback.IPV4, route, port);
    }

    /** Listen on one address only; otherwise as {@link #onLoopback}. */
    public static Gate on(InetAddress address, Premises premises, Optional<SSLContext> tls, int port) {
        return on(address, new Route(premises, tls), port);
    }

    private static Gate on(InetAddress address, Route route, int port) {
        String scheme = scheme(route.tls());
        Listener listener = Listener.open(scheme, new InetSocketAddress(address, port), route::enter);
        String name = address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
        return new Gate(new Endpoint(scheme, name, listener.port()), List.of(listener), route);
    }

    private static String scheme(Optional<SSLContext> tls) {
        return tls.isPresent() ? "https" : "http";
    }

    /** Return where to connect. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Close several gates: free their ports and break their connections. */
    public static void closeAll(List<Gate> gates) {
        if (!gates.isEmpty()) {
            Listener.closeAll(
                    gates.stream().flatMap(gate -> gate.listeners.stream()).toList());
            gates.forEach(gate -> gate.route.resetAll());
        }
    }
}
