package io.github.postfixture.web.jetty;

import org.eclipse.jetty.io.ssl.SslHandshakeListener;

/** Tells a host of the handshakes that failed. */
record HandshakeWatch(Route route) implements SslHandshakeListener {

    @Override
    public void handshakeFailed(Event event, Throwable failure) {
        route.host().refused("TLS handshake failed: " + failure.getMessage());
    }
}
