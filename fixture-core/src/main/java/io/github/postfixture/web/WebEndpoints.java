package io.github.postfixture.web;

import io.github.postfixture.Endpoint;
import io.github.postfixture.net.BindAddress;
import io.github.postfixture.net.PortOwner;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.timeline.LateEvent;
import io.github.postfixture.timeline.TestStep.Kind;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.engine.HostContext;
import io.github.postfixture.web.engine.MediaTypes;
import io.github.postfixture.web.jetty.HttpListener;
import io.github.postfixture.web.jetty.JettyMediaTypes;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The endpoints of a server, each opened when it is first asked for. Safe for several threads. */
final class WebEndpoints implements PortOwner {

    private final HostContext context;
    private final BindAddress whereabouts;
    private final Timeline timeline;
    private final Reservation place;
    private final Runnable goodbye;
    private final Map<String, HttpListener> listeners = new ConcurrentHashMap<>();
    private final Map<String, Endpoint> known = new ConcurrentHashMap<>();
    private final AtomicBoolean open = new AtomicBoolean(true);

    /**
     * Prepare endpoints.
     *
     * @param whereabouts what to bind
     * @param place where the ports are
     * @param goodbye what to do when nobody can come any more
     */
    WebEndpoints(HostContext context, BindAddress whereabouts, Timeline timeline, Reservation place, Runnable goodbye) {
        this.context = context;
        this.whereabouts = whereabouts;
        this.timeline = timeline;
        this.place = place;
        this.goodbye = goodbye;
    }

    /** Return the media types that the engine knows. */
    static MediaTypes mediaTypes() {
        return JettyMediaTypes::of;
    }

    /** Begin to answer. */
    WebEndpoints opened() {
        place.moveIn(this);
        return this;
    }

    /** Return those that are open so far. */
    List<Endpoint> known() {
        return known.values().stream()
                .sorted(Comparator.comparing(Endpoint::scheme))
                .toList();
    }

    /** Return whether anybody ever connected. */
    boolean isVisited() {
        return context.isVisited();
    }

    boolean isOpen() {
        return open.get();
    }

    Endpoint http() {
        return openHttp(0);
    }

    Endpoint https() {
        return openHttps(0);
    }

    Endpoint openHttp(int port) {
        return endpoint("http", port);
    }

    Endpoint openHttps(int port) {
        return endpoint("https", port);
    }

    /** Close them all, and return whether that was still to be done. */
    boolean close() {
        boolean wasOpen = open.getAndSet(false);
        if (wasOpen) {
            place.leave();
        }
        return wasOpen;
    }

    @Override
    public void enter(String protocol, SocketChannel channel) {
        HttpListener listener = listeners.get(protocol);
        if (listener == null) {
            PortOwner.refuse(channel);
        } else {
            listener.enter(channel);
        }
    }

    @Override
    public boolean isDone() {
        return !isOpen();
    }

    @Override
    public void moveIn(PortOwner previous) {
        if (previous instanceof WebEndpoints endpoints) {
            listeners.putAll(endpoints.listeners);
            endpoints.known.forEach((scheme, endpoint) -> known.put(
                    scheme, new Endpoint(scheme, whereabouts.name().orElse(endpoint.host()), endpoint.port())));
        }
    }

    @Override
    public void willClose() {
        listeners.values().forEach(HttpListener::willClose);
    }

    @Override
    public void moveOut(PortOwner next) {
        listeners
                .values()
                .forEach(
                        next instanceof WebEndpoints endpoints
                                ? listener -> listener.leadTo(endpoints.context)
                                : HttpListener::close);
        goodbye.run();
        timeline.passOn(event -> next.hear(event.source(), event.detail()));
    }

    @Override
    public void hear(String source, Object detail) {
        timeline.append(source, LateEvent.of(detail));
    }

    private Endpoint endpoint(String scheme, int port) {
        Endpoint endpoint = known.get(scheme);
        return endpoint == null ? listen(scheme, port) : endpoint;
    }

    private Endpoint listen(String scheme, int port) {
        if (!isOpen()) {
            throw new IllegalStateException("The web server is closed; ask for its endpoints before close()");
        }
        HttpListener listener = listeners.computeIfAbsent(scheme, name -> new HttpListener(context, secureHost(name)));
        Endpoint endpoint = listener.listen(place, whereabouts, port);
        known.put(scheme, endpoint);
        timeline.step(Kind.STEP, () -> "asks for " + endpoint);
        return endpoint;
    }

    /** Return the host that clients of HTTPS come to, with a certificate that is ready for the first of them. */
    private Optional<String> secureHost(String scheme) {
        Optional<String> host = Optional.of(whereabouts.host("localhost")).filter(name -> scheme.equals("https"));
        host.ifPresent(name -> CertificateAuthority.ofThisJvm().serverContextAt(name));
        return host;
    }
}
