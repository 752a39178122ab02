package io.github.postfixture.web.jetty;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** The one Jetty of the JVM: started when the first connection arrives, and never stopped. */
final class WarmJetty {

    private static final UriCompliance AMBIGUITY_ALLOWED = UriCompliance.DEFAULT.with(
            "postfixture", UriCompliance.AMBIGUOUS_VIOLATIONS.toArray(UriCompliance.Violation[]::new));

    private final WarmConnector connector;

    private WarmJetty(WarmConnector connector) {
        this.connector = connector;
    }

    static WarmJetty shared() {
        return Holder.SHARED;
    }

    WarmConnector connector() {
        return connector;
    }

    private static WarmJetty start() {
        Server server = new Server(threads(), new ScheduledExecutorScheduler("postfixture-http-timer", true), null);
        server.setHandler(new CallHandler());
        server.setErrorHandler(new PlainErrors());
        WarmConnector connector = new WarmConnector(server, new HttpConnectionFactory(configuration()));
        server.addConnector(connector);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot start the HTTP engine", e);
        }
        return new WarmJetty(connector);
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(64, 2);
        threads.setName("postfixture-http");
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        return threads;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setUriCompliance(AMBIGUITY_ALLOWED);
        return configuration;
    }

    private static final class Holder {
        private static final WarmJetty SHARED = start();
    }
}
