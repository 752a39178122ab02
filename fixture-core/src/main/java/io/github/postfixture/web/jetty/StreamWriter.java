package io.github.postfixture.web.jetty;

import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.StreamSink;
import io.github.postfixture.web.engine.StreamSource;
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

/** Writes a response that stays open, as its content comes. */
final class StreamWriter implements StreamSink, Callback {

    private final RoutedEndPoint endPoint;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final StreamSource source;
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
    private final Runnable farewell = this::end;
    private boolean writing = true;
    private boolean ending;
    private boolean over;

    StreamWriter(RoutedEndPoint endPoint, Request request, Response response, Callback callback, StreamSource source) {
        this.endPoint = endPoint;
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.source = source;
    }

    /** Send the head at once, and notice if the client goes. */
    void start() {
        if (HttpMethod.HEAD.is(request.getMethod())) {
            callback.succeeded();
            source.end();
            return;
        }
        request.addFailureListener(this::failed);
        HttpVersion version = request.getConnectionMetaData().getHttpVersion();
        if (version == HttpVersion.HTTP_1_1) {
            response.getHeaders().put(HttpHeader.TRANSFER_ENCODING, "chunked");
        }
        if (version != HttpVersion.HTTP_2) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            DisconnectWatch.watch(request, () -> failed(new EofException("The client has gone")));
        }
        endPoint.atClose().add(farewell);
        response.write(false, Content.Chunk.EMPTY.getByteBuffer(), this);
        source.open(this);
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
            response.write(true, Content.Chunk.EMPTY.getByteBuffer(), Callback.from(callback, source::end));
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
            source.end();
        }
    }

    private synchronized boolean finish() {
        boolean first = !over;
        over = true;
        endPoint.atClose().remove(farewell);
        return first;
    }
}
