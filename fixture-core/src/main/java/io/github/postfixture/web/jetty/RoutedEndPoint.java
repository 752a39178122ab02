package io.github.postfixture.web.jetty;

import io.github.postfixture.net.connection.OpenSince;
import io.github.postfixture.tls.Handshake;
import io.github.postfixture.web.engine.RequestHandler;
import io.github.postfixture.web.engine.RequestMessage;
import io.github.postfixture.web.engine.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Jetty's end point of a connection, with the routing to its host. */
final class RoutedEndPoint extends SocketChannelEndPoint {

    private static final String REQUEST_TIMEOUT =
            "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

    private final ConnectionRouting routing;
    private final RequestHandler origin;
    private final long number;
    private final RequestHeadWatch head = new RequestHeadWatch();
    private final Collection<Runnable> atClose = new ConcurrentLinkedQueue<>();
    private Optional<Handshake> handshake = Optional.empty();
    private volatile @Nullable RequestMessage message;
    private volatile boolean isReading;
    private int answers;
    private boolean isEnding;

    RoutedEndPoint(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            ConnectionRouting routing) {
        super(channel, selector, key, scheduler);
        this.routing = routing;
        origin = routing.host();
        number = routing.nextConnection();
        setIdleTimeout(routing.settings().idleTimeout().toMillis());
    }

    /** Return the connection over which a request came. */
    static RoutedEndPoint of(Request request) {
        return under(request.getConnectionMetaData().getConnection().getEndPoint());
    }

    static RoutedEndPoint under(EndPoint endPoint) {
        return (RoutedEndPoint)
                (endPoint instanceof SslConnection.SslEndPoint secure
                        ? secure.getSslConnection().getEndPoint()
                        : endPoint);
    }

    /** Return how a request came that came this way. */
    Transport transport(Request request) {
        ConnectionMetaData connection = request.getConnectionMetaData();
        long id = Long.parseLong(request.getId());
        boolean numbered = connection.getHttpVersion() == HttpVersion.HTTP_2;
        boolean inherited = origin != routing.host();
        return new Transport(connection.getProtocol(), number, numbered ? id : id + 1, handshake, inherited);
    }

    /** Take note of how the connection was secured. */
    void secured(Handshake agreed) {
        handshake = Optional.of(agreed);
    }

    /** Take note of the request that is answered now; null if none is. */
    void serves(@Nullable RequestMessage next) {
        message = next;
    }

    /** Take note that the content of a request is being read from now on, or no more. */
    void reads(boolean now) {
        isReading = now;
    }

    boolean isReading() {
        return isReading;
    }

    RequestHeadWatch head() {
        return head;
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled > 0) {
            head.begin();
        }
        return filled;
    }

    @Override
    protected void needsFillInterest() {
        if (head.needsDeadline()) {
            long nanos = routing.settings().headTimeout().toNanos();
            head.setDeadline(getScheduler().schedule(this::giveUpHead, nanos, TimeUnit.NANOSECONDS));
        }
        super.needsFillInterest();
    }

    @Override
    protected void onIdleExpired(TimeoutException timeout) {
        if (!giveUpHead()) {
            super.onIdleExpired(timeout);
        }
    }

    private boolean giveUpHead() {
        boolean waiting = head.giveUp();
        if (waiting) {
            routing.host().refused("the head of a request, which did not come in time: 408 Request Timeout");
            sayLast(REQUEST_TIMEOUT);
        }
        return waiting;
    }

    private void sayLast(String response) {
        EndPoint plain = surface();
        if (plain != this && handshake.isEmpty()) {
            close();
        } else {
            plain.write(Callback.from(plain::close), ByteBuffer.wrap(response.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    ConnectionRouting routing() {
        return routing;
    }

    private EndPoint surface() {
        return getConnection() instanceof SslConnection tls ? tls.getSslEndPoint() : this;
    }

    /** Return what is to be done before the connection is closed. */
    Collection<Runnable> atClose() {
        return atClose;
    }

    /** Take note that one more answer, or one less, is being worked on. */
    void answers(int more) {
        if (isLast(more)) {
            surface().close();
        }
        routing.answers(more);
    }

    /** Count, and decide in the same moment whether the connection ends with this answer. */
    private synchronized boolean isLast(int more) {
        answers += more;
        isEnding |= answers == 0 && routing.isClosed();
        return isEnding;
    }

    private synchronized boolean isAnswering() {
        return answers > 0;
    }

    private synchronized boolean isEnding() {
        return isEnding;
    }

    /** Close the connection, unless answers are being worked on: these are to be finished. */
    void closeSoon() {
        atClose.forEach(Runnable::run);
        if (isAnswering()) {
            return;
        }
        if (atClose.isEmpty()) {
            if (isReading) {
                cutOff("which has sent half a request");
            }
            breakOff();
        } else {
            surface().close();
        }
    }

    /** Name the connection if an answer is being worked on. */
    void breakAnswers() {
        if (isAnswering()) {
            RequestMessage answered = message;
            String request = answered == null ? "request" : answered.method() + " " + answered.target();
            cutOff("whose " + request + " is still being answered");
        }
    }

    /** Name the connection, unless its client has gone already. */
    private void cutOff(String business) {
        if (getRemoteSocketAddress() instanceof InetSocketAddress peer) {
            String since = OpenSince.inWords(Instant.ofEpochMilli(getCreatedTimeStamp()));
            routing.host()
                    .cutOff("the " + (routing.secureHost().isPresent() ? "https" : "http") + " connection from "
                            + peer.getAddress().getHostAddress() + ":" + peer.getPort() + since + ", " + business);
        }
    }

    /**
     * Break the connection: the client sees a reset, and no port of ours lingers. One whose answer is complete ends without
     * a reset, by which the client might lose what it has not read yet.
     */
    void breakOff() {
        if (!isEnding()) {
            resetOnClose();
        }
        close();
    }

    private void resetOnClose() {
        try {
            getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // The peer was faster: the channel is closed already.
        }
    }

    @Override
    public void onOpen() {
        super.onOpen();
        routing.add(this);
    }

    @Override
    public void onClose(@Nullable Throwable failure) {
        routing.remove(this);
        super.onClose(failure);
    }
}
