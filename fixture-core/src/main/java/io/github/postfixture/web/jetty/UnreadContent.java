package io.github.postfixture.web.jetty;

import io.github.postfixture.web.engine.IncomingContent;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The content of a request that a host reads itself, and may leave unread. */
final class UnreadContent {

    private final RoutedEndPoint endPoint;
    private final Request request;
    private final Response response;
    private final InFlightMarker marker;
    private volatile @Nullable IncomingContent content;

    UnreadContent(RoutedEndPoint endPoint, Request request, Response response, InFlightMarker marker) {
        this.endPoint = endPoint;
        this.request = request;
        this.response = response;
        this.marker = marker;
    }

    IncomingContent content() {
        IncomingContent incoming =
                new IncomingContent(new RequestContentStream(request, endPoint, marker), request.getLength());
        content = incoming;
        return incoming;
    }

    /** Return whether the client sends what nobody has read, so that its connection, with HTTP/1, is of no more use. */
    boolean isLeft() {
        IncomingContent incoming = content;
        return incoming != null && !incoming.isEnded();
    }

    /** Return a callback that reads the rest before it goes on, unless the client waits to be asked for its content. */
    Callback lingering(Callback callback) {
        return Callback.from(() -> finish(callback), callback::failed);
    }

    private void finish(Callback callback) {
        if (!isLeft() || request.getHeaders().contains(HttpHeader.EXPECT)) {
            callback.succeeded();
        } else if (response.isCommitted()) {
            new LingeringClose(request, callback).start();
        } else {
            response.write(true, null, Callback.from(new LingeringClose(request, callback)::start, callback::failed));
        }
    }
}
