package io.github.postfixture.web.jetty;

import io.github.postfixture.web.engine.HandshakeReply;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/** Meets a client that wants TLS with a scripted fault, after which it may shake hands. */
final class FaultyHandshake extends AbstractConnection {

    private final SharedConnector connector;
    private final HandshakeReply reply;
    private final ConnectionRouting routing;

    FaultyHandshake(SharedConnector connector, EndPoint endPoint, HandshakeReply reply, ConnectionRouting routing) {
        super(endPoint, connector.getExecutor());
        this.connector = connector;
        this.reply = reply;
        this.routing = routing;
    }

    @Override
    public void onOpen() {
        super.onOpen();
        if (reply instanceof HandshakeReply.Delayed delayed) {
            connector
                    .getScheduler()
                    .schedule(() -> goOn(delayed.then()), delayed.delay().toNanos(), TimeUnit.NANOSECONDS);
        } else if (reply instanceof HandshakeReply.Work work) {
            getExecutor().execute(() -> run(work));
        } else if (reply instanceof HandshakeReply.Garbage garbage) {
            babble(garbage);
        } else if (reply instanceof HandshakeReply.Reset) {
            RoutedEndPoint.under(getEndPoint()).breakOff();
        } else if (reply instanceof HandshakeReply.Disconnect) {
            close();
        }
    }

    private void run(HandshakeReply.Work work) {
        try {
            work.task().run();
            goOn(work.then());
        } catch (RuntimeException | Error e) {
            routing.host().failed(e);
            close();
        }
    }

    private void babble(HandshakeReply.Garbage garbage) {
        getEndPoint()
                .write(
                        Callback.from(this::close),
                        ByteBuffer.wrap(garbage.bytes().toByteArray()));
    }

    private void goOn(HandshakeReply then) {
        getEndPoint().upgrade(connector.begin(then, getEndPoint(), routing));
    }

    /** Read nothing: what the client has said is for the handshake. */
    @Override
    public void onFillable() {}
}
