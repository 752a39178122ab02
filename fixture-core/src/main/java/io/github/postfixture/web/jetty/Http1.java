package io.github.postfixture.web.jetty;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpGenerator;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/** HTTP/1.0 and 1.1, on the terms of the host to which a connection leads. */
final class Http1 extends HttpConnectionFactory {

    private final Map<Integer, Http1> others = new ConcurrentHashMap<>();

    Http1(HttpConfiguration standard) {
        super(standard);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        int maxHead = RoutedEndPoint.under(endPoint).routing().settings().maxHead();
        return maxHead == getHttpConfiguration().getRequestHeaderSize()
                ? connection(connector, endPoint)
                : others.computeIfAbsent(maxHead, this::other).connection(connector, endPoint);
    }

    private Connection connection(Connector connector, EndPoint endPoint) {
        HttpConnection connection = new HttpConnection(getHttpConfiguration(), connector, endPoint) {
            @Override
            protected HttpGenerator newHttpGenerator() {
                return new Http1Generator();
            }
        };
        return configure(connection, connector, endPoint);
    }

    private Http1 other(int maxHead) {
        return new Http1(withMaxHead(getHttpConfiguration(), maxHead));
    }

    static HttpConfiguration withMaxHead(HttpConfiguration configuration, int maxHead) {
        HttpConfiguration copy = new HttpConfiguration(configuration);
        copy.setRequestHeaderSize(maxHead);
        return copy;
    }
}
