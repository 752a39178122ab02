package io.github.postfixture.web.jetty;

import io.github.postfixture.net.Workers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * The one Jetty of the JVM: started in the background when the first gate opens, lest the acceptor wait for it, and
 * never stopped.
 */
final class WarmJetty {

    private static final UriCompliance AMBIGUITY_ALLOWED = UriCompliance.DEFAULT.with(
            "postfixture", UriCompliance.AMBIGUOUS_VIOLATIONS.toArray(UriCompliance.Violation[]::new));

    private WarmJetty() {}

    /** Return the connector, which may still be about to start. */
    static CompletionStage<WarmConnector> connector() {
        return Holder.CONNECTOR;
    }

    private static WarmConnector start() {
        Server server = new Server(threads(), new ScheduledExecutorScheduler("postfixture-http-timer", true), null);
        server.setHandler(new CallHandler());
        server.setErrorHandler(new PlainErrors());
        WarmConnector connector = new WarmConnector(server, new Http1(configuration()));
        server.addConnector(connector);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot start the HTTP engine", e);
        }
        return connector;
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
        configuration.setRequestHeaderSize(Terms.STANDARD.maxHead());
        configuration.setHttpCompliance(HttpCompliance.STRICT);
        configuration.setUriCompliance(AMBIGUITY_ALLOWED);
        return configuration;
    }

    private static final class Holder {
        private static final CompletionStage<WarmConnector> CONNECTOR =
                CompletableFuture.supplyAsync(WarmJetty::start, Workers.shared());
    }
}
