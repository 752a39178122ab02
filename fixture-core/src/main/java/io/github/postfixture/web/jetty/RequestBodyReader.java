package io.github.postfixture.web.jetty;

import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.IncompleteContentException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/** Reads the content of a request as it arrives, without holding a thread, and keeps so much of it as is wanted. */
final class RequestBodyReader implements Invocable.Task {

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Receiver receiver;
    private final ConnectionRouting routing;
    private final Octets.Collector kept = new Octets.Collector();
    private long length;

    RequestBodyReader(Request request, Response response, Callback callback, Receiver receiver) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.receiver = receiver;
        routing = RoutedEndPoint.of(request).routing();
    }

    /** Who gets the content. */
    interface Receiver {

        /**
         * Receive it.
         *
         * @param body so much of it as was kept
         * @param length how long it really was, in bytes
         */
        void receive(Octets body, long length);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public void run() {
        if (request.getLength() > routing.settings().maxBody()) {
            refuseTooLong();
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
            if (length > routing.settings().maxBody()) {
                refuseTooLong();
                return;
            }
            if (last) {
                receiver.receive(kept.collected(), length);
                return;
            }
        }
        request.demand(this);
    }

    private boolean take(Content.Chunk chunk) {
        ByteBuffer buffer = chunk.getByteBuffer();
        length += buffer.remaining();
        byte[] bytes =
                new byte[(int) Math.min(buffer.remaining(), routing.settings().keptBody() - kept.length())];
        buffer.get(bytes);
        kept.add(bytes, 0, bytes.length);
        boolean last = chunk.isLast();
        chunk.release();
        return last;
    }

    private void refuse(Throwable failure) {
        IncompleteContentException incomplete = ContentFailure.of(request, failure);
        if (incomplete.status() > 0) {
            refuse(incomplete.status(), String.valueOf(incomplete.getMessage()), callback);
        } else {
            routing.host()
                    .refused(request.getMethod() + " " + request.getHttpURI().getPathQuery() + ": "
                            + incomplete.getMessage());
            callback.failed(failure);
        }
    }

    private void refuseTooLong() {
        Callback then = sendsAnyway()
                ? Callback.from(new LingeringClose(request, callback)::start, callback::failed)
                : callback;
        refuse(
                HttpStatus.PAYLOAD_TOO_LARGE_413,
                "the content is longer than " + routing.settings().maxBody() + " bytes; see maxBody(..)",
                then);
    }

    private void refuse(int status, String reason, Callback then) {
        PlainErrorHandler.refuse(status, reason, request, response, then);
    }

    /** Return whether the client sends its content, whatever we say. */
    private boolean sendsAnyway() {
        return request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_2
                && !request.getHeaders().contains(HttpHeader.EXPECT);
    }
}
