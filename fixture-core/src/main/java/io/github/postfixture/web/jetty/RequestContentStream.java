package io.github.postfixture.web.jetty;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** The content of a request as a stream, whose reader waits for it; meanwhile its response is not being worked on. */
final class RequestContentStream extends InputStream {

    private final InputStream source;
    private final Request request;
    private final RoutedEndPoint endPoint;
    private final InFlightMarker marker;

    RequestContentStream(Request request, RoutedEndPoint endPoint, InFlightMarker marker) {
        this.request = request;
        source = Content.Source.asInputStream(request);
        this.endPoint = endPoint;
        this.marker = marker;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        endPoint.reads(true);
        marker.rest();
        try {
            return source.read(buffer, offset, count);
        } catch (IOException | RuntimeException e) {
            throw ContentFailure.of(request, e);
        } finally {
            marker.work();
            endPoint.reads(false);
        }
    }
}
