package io.github.postfixture.web.jetty;

import io.github.postfixture.concurrent.SharedResource;
import io.github.postfixture.concurrent.Workers;
import io.github.postfixture.web.engine.ConnectionSettings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** The one Jetty of the JVM: started in the background when the first gate opens, lest the acceptor wait for it. */
final class SharedJetty {

    private static final UriCompliance AMBIGUITY_ALLOWED = UriCompliance.DEFAULT.with(
            "postfixture", UriCompliance.AMBIGUOUS_VIOLATIONS.toArray(UriCompliance.Violation[]::new));

    /** Where the target names a host, Host does not count (RFC 9112 section 3.2.2). */
    private static final HttpCompliance STRICT_BUT_FOR_HOST =
            HttpCompliance.STRICT.with("postfixture", HttpCompliance.Violation.MISMATCHED_AUTHORITY);

    private static final SharedResource<CompletionStage<SharedConnector>> CONNECTOR = SharedResource.part(
            () -> CompletableFuture.supplyAsync(SharedJetty::start, Workers.shared()),
            starting ->
                    starting.thenAccept(SharedJetty::stop).toCompletableFuture().join());

    private SharedJetty() {}

    /** Return the connector, which may still be about to start. */
    static CompletionStage<SharedConnector> connector() {
        return CONNECTOR.get();
    }

    private static SharedConnector start() {
        Server server = new Server(threads(), new ScheduledExecutorScheduler("postfixture-http-timer", true), null);
        server.setHandler(new JettyHandler());
        server.setErrorHandler(new PlainErrorHandler());
        SharedConnector connector = new SharedConnector(server, new Http1(configuration()));
        server.addConnector(connector);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot start the HTTP engine", e);
        }
        return connector;
    }

    private static void stop(SharedConnector connector) {
        try {
            connector.getServer().stop();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot stop the HTTP engine", e);
        }
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
        configuration.setSendDateHeader(false);
        configuration.setMaxResponseHeaderSize(2 * ResponseHead.LONGEST);
        configuration.setRequestHeaderSize(ConnectionSettings.STANDARD.maxHead());
        configuration.setHttpCompliance(STRICT_BUT_FOR_HOST);
        configuration.setUriCompliance(AMBIGUITY_ALLOWED);
        return configuration;
    }
}
