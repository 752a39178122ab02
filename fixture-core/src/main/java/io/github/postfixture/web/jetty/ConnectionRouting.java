package io.github.postfixture.web.jetty;

import io.github.postfixture.web.engine.ConnectionSettings;
import io.github.postfixture.web.engine.HostContext;
import io.github.postfixture.web.engine.RequestHandler;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Routes the connections that one listener accepted to the host behind it. */
final class ConnectionRouting {

    private volatile HostContext context;
    private final Optional<String> secureHost;
    private final Set<RoutedEndPoint> open = ConcurrentHashMap.newKeySet();
    private final Object answered = new Object();
    private int answers;
    private volatile boolean closed;

    ConnectionRouting(HostContext context, Optional<String> secureHost) {
        this.context = context;
        this.secureHost = secureHost;
        SharedJetty.connector();
    }

    /** Route to another host from now on, the open connections too. */
    void leadTo(HostContext next) {
        context = next;
        if (!open.isEmpty()) {
            next.inherit();
        }
    }

    RequestHandler host() {
        return context.host();
    }

    /** Return the host that clients come to, if they come by HTTPS. */
    Optional<String> secureHost() {
        return secureHost;
    }

    ConnectionSettings settings() {
        return context.settings();
    }

    long nextConnection() {
        return context.nextConnection();
    }

    /** Take over an accepted connection; must not block. */
    void enter(SocketChannel channel) {
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        } catch (IOException e) {
            return; // The peer is gone already, and with it the connection.
        }
        SharedJetty.connector()
                .thenAccept(started -> started.accept(channel, this))
                .exceptionally(failure -> refuse(channel, failure));
    }

    private @Nullable Void refuse(SocketChannel channel, Throwable failure) {
        host().refused("a connection, because the HTTP engine is not there: " + failure);
        try {
            channel.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return null;
    }

    void add(RoutedEndPoint endPoint) {
        open.add(endPoint);
        if (closed) {
            endPoint.breakOff();
        }
    }

    void remove(RoutedEndPoint endPoint) {
        open.remove(endPoint);
    }

    boolean isClosed() {
        return closed;
    }

    void answers(int more) {
        synchronized (answered) {
            answers += more;
            answered.notifyAll();
        }
    }

    /** Let the answers that are complete from now on end their connections. */
    void willClose() {
        closed = true;
    }

    /** Close the connections on which no answer is being worked on. */
    void closeSoon() {
        closed = true;
        open.forEach(RoutedEndPoint::closeSoon);
    }

    /** Wait for the answers that are being worked on, until the deadline. */
    void awaitAnswers(long deadline) throws InterruptedException {
        synchronized (answered) {
            for (long left = deadline - System.nanoTime();
                    answers > 0 && left > 0;
                    left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(answered, left);
            }
        }
    }

    /** Break the connections that are left, and name those that are being answered. */
    void resetAll() {
        open.forEach(RoutedEndPoint::breakAnswers);
        open.forEach(RoutedEndPoint::breakOff);
    }
}
