package io.github.postfixture.web.jetty;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Leads from the connections that one listener accepted to the host behind it. */
final class Route {

    private volatile Premises premises;
    private final Optional<String> secureHost;
    private final Set<RouteEndPoint> open = ConcurrentHashMap.newKeySet();
    private final Object answered = new Object();
    private int answers;
    private volatile boolean closed;

    Route(Premises premises, Optional<String> secureHost) {
        this.premises = premises;
        this.secureHost = secureHost;
        WarmJetty.connector();
    }

    /** Lead elsewhere from now on, with the connections that are open. */
    void leadTo(Premises next) {
        premises = next;
        if (!open.isEmpty()) {
            next.inherit();
        }
    }

    Host host() {
        return premises.host();
    }

    /** Return the host that clients come to, if they come by HTTPS. */
    Optional<String> secureHost() {
        return secureHost;
    }

    Terms terms() {
        return premises.terms();
    }

    long nextConnection() {
        return premises.nextConnection();
    }

    /** Take over an accepted connection; must not block. */
    void enter(SocketChannel channel) {
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        } catch (IOException e) {
            return; // The peer is gone already, and with it the connection.
        }
        WarmJetty.connector()
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

    void add(RouteEndPoint endPoint) {
        open.add(endPoint);
        if (closed) {
            endPoint.breakOff();
        }
    }

    void remove(RouteEndPoint endPoint) {
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

    /** Close the connections on which no answer is being worked on. */
    void closeSoon() {
        closed = true;
        open.forEach(RouteEndPoint::closeSoon);
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
        open.forEach(RouteEndPoint::breakAnswers);
        open.forEach(RouteEndPoint::breakOff);
    }
}
