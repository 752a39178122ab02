package io.github.postfixture.web.jetty;

import io.github.postfixture.tls.ClientCertificate;
import io.github.postfixture.web.engine.HandshakeReply;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/** Serves accepted connections of any fixture, and listens nowhere itself. */
final class SharedConnector extends AbstractConnector {

    private final HttpConnectionFactory http;
    private final SelectorManager selectors;

    SharedConnector(Server server, HttpConnectionFactory http) {
        super(server, null, null, null, 0, http, new Http2(http.getHttpConfiguration()));
        this.http = http;
        selectors = new RouteSelectors();
        installBean(selectors, true);
    }

    void accept(SocketChannel channel, ConnectionRouting routing) {
        selectors.accept(channel, routing);
    }

    @Override
    protected void accept(int acceptor) {
        throw new UnsupportedOperationException("Connections come accepted");
    }

    @Override
    public @Nullable Object getTransport() {
        return null;
    }

    private Connection serve(EndPoint endPoint, ConnectionRouting routing) {
        return routing.secureHost()
                .<Connection>map(host -> secure(endPoint, routing, host))
                .orElseGet(() -> http.newConnection(this, endPoint));
    }

    /** Return the connection that secures one to a host, once no fault is in the way. */
    Connection secure(EndPoint endPoint, ConnectionRouting routing, String host) {
        return begin(routing.host().handshake(host), endPoint, routing);
    }

    /** Return the connection that meets a client so. */
    Connection begin(HandshakeReply reply, EndPoint endPoint, ConnectionRouting routing) {
        return reply instanceof HandshakeReply.Secure secure
                ? shakeHands(secure.context(), endPoint, routing)
                : new FaultyHandshake(this, endPoint, reply, routing);
    }

    private Connection shakeHands(SSLContext context, EndPoint endPoint, ConnectionRouting routing) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setWantClientAuth(routing.settings().clientCertificate() == ClientCertificate.OPTIONAL);
        if (routing.settings().clientCertificate() == ClientCertificate.REQUIRED) {
            engine.setNeedClientAuth(true);
        }
        SslConnection connection = new SslConnection(getByteBufferPool(), getExecutor(), null, endPoint, engine);
        TlsNegotiation negotiation = new TlsNegotiation(this, connection.getSslEndPoint(), engine, routing);
        connection.addHandshakeListener(negotiation);
        connection.getSslEndPoint().setConnection(negotiation);
        return connection;
    }

    private final class RouteSelectors extends SelectorManager {

        RouteSelectors() {
            super(SharedConnector.this.getExecutor(), SharedConnector.this.getScheduler(), 1);
        }

        /** Greet a new connection on the selector's own thread, which is quicker than to change threads. */
        @Override
        protected void execute(Runnable task) {
            if (task instanceof ManagedSelector.SelectorUpdate) {
                task.run();
            } else {
                super.execute(task);
            }
        }

        @Override
        protected EndPoint newEndPoint(SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
            ConnectionRouting routing = (ConnectionRouting) Objects.requireNonNull(key.attachment());
            return new RoutedEndPoint((SocketChannel) channel, selector, key, getScheduler(), routing);
        }

        @Override
        public Connection newConnection(SelectableChannel channel, EndPoint endPoint, Object routing)
                throws IOException {
            return serve(endPoint, (ConnectionRouting) routing);
        }
    }
}
