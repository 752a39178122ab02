package io.github.postfixture.web.jetty;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Closes lingering, as nginx calls it: reads for a while, and drops, what a client still sends after it was answered. To close the connection at once would reset
 * it, and the client would lose the answer (RFC 9112 section 9.6).
 */
final class LingeringClose implements Invocable.Task {

    private static final int PATIENCE_SECONDS = 5;

    private final Request request;
    private final Callback callback;
    private final AtomicBoolean done = new AtomicBoolean();

    LingeringClose(Request request, Callback callback) {
        this.request = request;
        this.callback = callback;
    }

    void start() {
        request.getComponents().getScheduler().schedule(this::giveUp, PATIENCE_SECONDS, TimeUnit.SECONDS);
        run();
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public void run() {
        for (Content.Chunk chunk = request.read(); chunk != null; chunk = request.read()) {
            boolean end = chunk.isLast() || Content.Chunk.isFailure(chunk);
            chunk.release();
            if (end) {
                finish();
                return;
            }
        }
        request.demand(this);
    }

    private void finish() {
        if (done.compareAndSet(false, true)) {
            callback.succeeded();
        }
    }

    private void giveUp() {
        if (done.compareAndSet(false, true)) {
            callback.failed(new TimeoutException("The client sends on and on"));
        }
    }
}
