package io.github.postfixture.web.jetty;

import io.github.postfixture.net.Octets;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/** Reads the content of a request as it arrives, without holding a thread. */
final class BodyReader implements Invocable.Task {

    private static final long LIMIT = 64L << 20;

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Consumer<Octets> then;
    private final Octets.Collector body = new Octets.Collector();

    BodyReader(Request request, Response response, Callback callback, Consumer<Octets> then) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.then = then;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public void run() {
        if (request.getLength() > LIMIT) {
            refuse(413);
        } else {
            read();
        }
    }

    private void read() {
        for (Content.Chunk chunk = request.read(); chunk != null; chunk = request.read()) {
            if (Content.Chunk.isFailure(chunk)) {
                refuse(chunk.getFailure());
                return;
            }
            boolean last = take(chunk);
            if (body.length() > LIMIT) {
                refuse(413);
                return;
            }
            if (last) {
                then.accept(body.collected());
                return;
            }
        }
        request.demand(this);
    }

    private boolean take(Content.Chunk chunk) {
        ByteBuffer buffer = chunk.getByteBuffer();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        body.add(bytes, 0, bytes.length);
        boolean last = chunk.isLast();
        chunk.release();
        return last;
    }

    private void refuse(Throwable failure) {
        if (failure instanceof TimeoutException) {
            refuse(408);
        } else if (failure instanceof HttpException bad) {
            refuse(bad.getCode());
        } else {
            RouteEndPoint.of(request)
                    .route()
                    .host()
                    .refused(request.getMethod() + " " + request.getHttpURI().getPathQuery()
                            + ": the client went away before its content was complete");
            callback.failed(failure);
        }
    }

    private void refuse(int status) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Response.writeError(request, response, callback, status);
    }
}
