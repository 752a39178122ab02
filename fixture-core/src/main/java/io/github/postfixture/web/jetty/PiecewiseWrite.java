package io.github.postfixture.web.jetty;

import io.github.postfixture.net.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends content piece by piece, with a pause between two, in which no thread waits. */
final class PiecewiseWrite implements Callback {

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Manner manner;
    private final InputStream content;
    private final int piece;
    private long left;

    PiecewiseWrite(Request request, Response response, Callback callback, Manner manner, Body body) throws IOException {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.manner = manner;
        piece = manner.pace().pieceOf(body.length());
        left = manner.cut() < 0 ? Long.MAX_VALUE : manner.cut();
        content = body.open();
    }

    void start() {
        try {
            step();
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    private void step() throws IOException {
        byte[] bytes = content.readNBytes((int) Math.min(piece, left));
        left -= bytes.length;
        if (bytes.length > 0) {
            response.write(false, ByteBuffer.wrap(bytes), this);
        } else if (left > 0) {
            content.close();
            response.write(true, Content.Chunk.EMPTY.getByteBuffer(), callback);
        } else {
            failed(new EofException("Cut off on purpose"));
        }
    }

    /** Go on after a piece. */
    @Override
    public void succeeded() {
        long pause = left > 0 ? manner.pace().interval().toNanos() : 0;
        if (pause == 0) {
            Workers.shared().execute(this::start);
        } else {
            request.getComponents()
                    .getScheduler()
                    .schedule(() -> Workers.shared().execute(this::start), pause, TimeUnit.NANOSECONDS);
        }
    }

    /** Give up, as the client has gone or is to be left. */
    @Override
    public void failed(Throwable failure) {
        try (content) {
            callback.failed(failure);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
