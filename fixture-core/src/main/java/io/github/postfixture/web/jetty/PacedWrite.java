package io.github.postfixture.web.jetty;

import io.github.postfixture.concurrent.Workers;
import io.github.postfixture.web.engine.Pacing;
import io.github.postfixture.web.engine.ResponseBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * Sends content piece by piece, with a pause before each but the first, in which no thread waits. A piece is read before
 * the pause, so that none follows the last.
 */
final class PacedWrite implements Callback {

    private final Request request;
    private final RecordedResponse response;
    private final Callback callback;
    private final Pacing pacing;
    private final InputStream content;
    private final long length;
    private final long interval;
    private long sent;
    private long pieces;
    private long began;

    PacedWrite(Request request, RecordedResponse response, Callback callback, Pacing pacing, ResponseBody body)
            throws IOException {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.pacing = pacing;
        length = body.length();
        interval = pacing.pace().interval(length).toNanos();
        content = body.open();
    }

    void start() {
        began = System.nanoTime();
        next();
    }

    /** Read a piece, and send it when its time has come. */
    private void next() {
        try {
            send(content.readNBytes(size()));
        } catch (IOException | RuntimeException e) {
            response.fails(e);
            failed(e);
        }
    }

    private int size() {
        long end = Math.max(sent + 1, pacing.pace().together(pieces + 1, length));
        return (int) Math.min(Integer.MAX_VALUE - 8L, (pacing.cut() < 0 ? end : Math.min(end, pacing.cut())) - sent);
    }

    private void send(byte[] piece) throws IOException {
        if (piece.length > 0) {
            long due = began + pieces * interval;
            sent += piece.length;
            pieces++;
            at(due, () -> response.write(false, ByteBuffer.wrap(piece), this));
        } else if (sent != pacing.cut()) {
            content.close();
            response.write(true, Content.Chunk.EMPTY.getByteBuffer(), callback);
        } else if (sent == 0) {
            response.write(false, Content.Chunk.EMPTY.getByteBuffer(), Callback.from(this::cutOff, this::failed));
        } else {
            cutOff();
        }
    }

    private void cutOff() {
        failed(new EofException("Cut off on purpose"));
    }

    private void at(long due, Runnable task) {
        long pause = due - System.nanoTime();
        if (pause <= 0) {
            task.run();
        } else {
            request.getComponents()
                    .getScheduler()
                    .schedule(() -> Workers.shared().execute(task), pause, TimeUnit.NANOSECONDS);
        }
    }

    /** Go on after a piece. */
    @Override
    public void succeeded() {
        Workers.shared().execute(this::next);
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
