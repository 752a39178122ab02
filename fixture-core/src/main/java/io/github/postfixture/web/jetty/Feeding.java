package io.github.postfixture.web.jetty;

import io.github.postfixture.net.Octets;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An answer that stays open, and is sent bit by bit as the bits come. */
final class Feeding implements Outlet, Callback {

    private final RouteEndPoint endPoint;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Feeder feeder;
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
    private final Runnable farewell = this::end;
    private boolean writing = true;
    private boolean ending;
    private boolean over;

    Feeding(RouteEndPoint endPoint, Request request, Response response, Callback callback, Feeder feeder) {
        this.endPoint = endPoint;
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.feeder = feeder;
    }

    /** Send the head at once, and notice if the client goes. */
    void start() {
        if (HttpMethod.HEAD.is(request.getMethod())) {
            callback.succeeded();
            feeder.end();
            return;
        }
        request.addFailureListener(this::failed);
        HttpVersion version = request.getConnectionMetaData().getHttpVersion();
        if (version == HttpVersion.HTTP_1_1) {
            response.getHeaders().put(HttpHeader.TRANSFER_ENCODING, "chunked");
        }
        if (version != HttpVersion.HTTP_2) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            Departure.watch(request, () -> failed(new EofException("The client has gone")));
        }
        endPoint.atClose().add(farewell);
        response.write(false, Content.Chunk.EMPTY.getByteBuffer(), this);
        feeder.open(this);
    }

    @Override
    public void send(Octets content) {
        synchronized (this) {
            if (over || ending) {
                return;
            }
            waiting.add(ByteBuffer.wrap(content.toByteArray()));
        }
        writeNext();
    }

    @Override
    public void end() {
        synchronized (this) {
            ending = true;
        }
        writeNext();
    }

    @Override
    public void breakOff() {
        endPoint.breakOff();
        failed(new EofException("Broken off on purpose"));
    }

    private void writeNext() {
        ByteBuffer next;
        synchronized (this) {
            if (writing || over || (waiting.isEmpty() && !ending)) {
                return;
            }
            writing = true;
            next = waiting.poll();
        }
        if (next != null) {
            response.write(false, next, this);
        } else if (finish()) {
            response.write(true, Content.Chunk.EMPTY.getByteBuffer(), Callback.from(callback, feeder::end));
        }
    }

    /** Go on after a bit. */
    @Override
    public void succeeded() {
        synchronized (this) {
            writing = false;
        }
        writeNext();
    }

    /** Give up, as the client has gone or is to be left. */
    @Override
    public void failed(Throwable failure) {
        if (finish()) {
            callback.failed(failure);
            feeder.end();
        }
    }

    private synchronized boolean finish() {
        boolean first = !over;
        over = true;
        endPoint.atClose().remove(farewell);
        return first;
    }
}
