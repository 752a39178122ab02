package io.github.postfixture.web.jetty;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.jspecify.annotations.Nullable;

/** HTTP/2, by ALPN or by prior knowledge; its classes are loaded when the first client speaks it. */
record Http2(HttpConfiguration configuration) implements ConnectionFactory.Upgrading {

    static final String SECURE = "h2";

    private static final String PLAIN = "h2c";

    @Override
    public String getProtocol() {
        return SECURE;
    }

    @Override
    public List<String> getProtocols() {
        return List.of(SECURE, PLAIN);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return engine(endPoint).newConnection(connector, endPoint);
    }

    /**
     * Change to HTTP/2 for who knows that it is there. Who asks by an {@code Upgrade} field is answered by HTTP/1.1,
     * as RFC 9113 has it in section 3.1; Jetty would lose the content of such a request.
     */
    @Override
    public @Nullable Connection upgradeConnection(
            Connector connector, EndPoint endPoint, MetaData.Request request, HttpFields.Mutable switching) {
        boolean wanted = HttpMethod.PRI.is(request.getMethod())
                && RoutedEndPoint.under(endPoint).routing().settings().http2();
        return wanted ? engine(endPoint).upgradeConnection(connector, endPoint, request, switching) : null;
    }

    private HTTP2CServerConnectionFactory engine(EndPoint endPoint) {
        RoutedEndPoint connection = RoutedEndPoint.under(endPoint);
        connection.head().turnOff();
        return Engines.STARTED.computeIfAbsent(connection.routing().settings().maxHead(), this::engine);
    }

    private HTTP2CServerConnectionFactory engine(int maxHead) {
        HTTP2CServerConnectionFactory engine =
                new HTTP2CServerConnectionFactory(Http1.withMaxHead(configuration, maxHead), SECURE, PLAIN);
        engine.setConnectProtocolEnabled(false); // browsers then open their WebSockets by HTTP/1.1
        return engine;
    }

    private static final class Engines {
        static final Map<Integer, HTTP2CServerConnectionFactory> STARTED = new ConcurrentHashMap<>();
    }
}
