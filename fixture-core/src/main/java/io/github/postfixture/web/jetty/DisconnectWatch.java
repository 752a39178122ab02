package io.github.postfixture.web.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * Notices that the client of HTTP/1 goes while its answer is still being sent. It reads, and so is only for connections
 * on which no further request is answered.
 */
final class DisconnectWatch implements Callback {

    private static final int BUFFER = 1 << 10;

    private final EndPoint surface;
    private final Runnable then;

    private DisconnectWatch(EndPoint surface, Runnable then) {
        this.surface = surface;
        this.then = then;
    }

    /** Run something once the client has gone. */
    static void watch(Request request, Runnable then) {
        EndPoint surface = request.getConnectionMetaData().getConnection().getEndPoint();
        surface.tryFillInterested(new DisconnectWatch(surface, then));
    }

    /** Forget what the client says, or hear that it has gone. */
    @Override
    public void succeeded() {
        try {
            int filled = BUFFER;
            while (filled > 0) {
                filled = surface.fill(ByteBuffer.allocate(BUFFER).limit(0));
            }
            goOn(filled < 0);
        } catch (IOException e) {
            then.run();
        }
    }

    @Override
    public void failed(Throwable failure) {
        goOn(!(failure instanceof TimeoutException));
    }

    private void goOn(boolean gone) {
        if (gone) {
            then.run();
        } else {
            surface.tryFillInterested(this);
        }
    }
}
