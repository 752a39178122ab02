package io.github.postfixture.junit5.capture;

import io.github.postfixture.net.Listener;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears of connections to what is no server of a fixture, since whoever opens a {@link java.net.Socket}, or sends by one of the
 * HTTP clients of the JDK, asks the default {@link ProxySelector} first. The one that was there still decides.
 */
final class OpenedConnections extends ProxySelector implements ProblemSource {

    private final Consumer<URI> listener;
    private volatile boolean listening;
    private volatile @Nullable ProxySelector before;

    OpenedConnections(Consumer<URI> listener) {
        this.listener = listener;
    }

    /** Stand before the selector that is there; where there is none, connections are direct. */
    @Override
    public void install() {
        if (!listening) {
            before = ProxySelector.getDefault();
            ProxySelector.setDefault(this);
            listening = true;
        }
    }

    /** Put the selector back that was there; one that has come since keeps this one, which only passes on from now on. */
    @Override
    public void remove() {
        listening = false;
        if (ProxySelector.getDefault() == this) {
            ProxySelector.setDefault(before);
        }
    }

    @Override
    public List<Proxy> select(@Nullable URI uri) {
        if (listening && uri != null && uri.getHost() != null && !Listener.isAt(uri.getPort())) {
            listener.accept(uri);
        }
        ProxySelector selector = before;
        return selector == null ? List.of(Proxy.NO_PROXY) : selector.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        ProxySelector selector = before;
        if (selector != null) {
            selector.connectFailed(uri, address, failure);
        }
    }
}
