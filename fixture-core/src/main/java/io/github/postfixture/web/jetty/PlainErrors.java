package io.github.postfixture.web.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers errors with one line of text, and tells the host of requests that never became a call. */
final class PlainErrors implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String line = response.getStatus() + " " + request.getAttribute(ErrorHandler.ERROR_MESSAGE);
        if (!(response instanceof RecordedResponse)) {
            RouteEndPoint.under(request.getConnectionMetaData().getConnection().getEndPoint())
                    .route()
                    .host()
                    .refused(request.getMethod() + " " + request.getHttpURI().getPathQuery() + ": " + line);
        }
        if (HttpStatus.hasNoBody(response.getStatus()) || HttpMethod.HEAD.is(request.getMethod())) {
            response.write(true, ByteBuffer.allocate(0), callback);
        } else {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
            response.write(true, ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)), callback);
        }
        return true;
    }
}
