package io.github.postfixture.web.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers errors with one line of text, and tells the host of requests that never became a call. */
final class PlainErrors implements Request.Handler {

    /** What Jetty takes for the path of a request that it cannot parse. */
    private static final String UNREADABLE = "/badMessage";

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String line = response.getStatus() + " " + request.getAttribute(ErrorHandler.ERROR_MESSAGE);
        if (!(response instanceof RecordedResponse)) {
            report(request, line);
        }
        if (HttpStatus.hasNoBody(response.getStatus())) {
            callback.succeeded();
        } else {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
            response.write(true, ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)), callback);
        }
        return true;
    }

    private static void report(Request request, String line) {
        RouteEndPoint endPoint = RouteEndPoint.of(request);
        if (endPoint.isOpen()) {
            endPoint.route().host().refused(describe(request) + ": " + line);
        }
    }

    private static String describe(Request request) {
        String target = request.getHttpURI().getPathQuery();
        return UNREADABLE.equals(target) ? "a request that makes no sense" : request.getMethod() + " " + target;
    }
}
