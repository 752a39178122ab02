package io.github.postfixture.web.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers errors with one line of text, and tells the host of requests that never became a call. */
final class PlainErrors implements Request.Handler {

    /** What Jetty takes for the path of a request that it cannot parse. */
    private static final Set<String> UNREADABLE = Set.of("/badMessage", "/badRequest", "/badURI");

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String reason = Refusal.reason(request, response.getStatus());
        if (response instanceof RecordedResponse) {
            answer(response.getStatus(), reason, request, response, callback);
        } else {
            refuse(response.getStatus(), reason, request, response, callback);
        }
        return true;
    }

    /** Answer a request that does not become a call, and end the connection with it; leave its content unread. */
    static void refuse(int status, String reason, Request request, Response response, Callback callback) {
        report(request, status + " " + reason);
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        answer(status, reason, request, response, callback);
    }

    /** Answer a call with a status and the reason for it. */
    static void answer(int status, String reason, Request request, Response response, Callback callback) {
        response.setStatus(status);
        ResponseHead.addDate(request, response.getHeaders());
        if (HttpStatus.hasNoBody(status)) {
            callback.succeeded();
        } else {
            byte[] line = (status + " " + reason + "\n").getBytes(StandardCharsets.UTF_8);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, line.length);
            response.write(true, ByteBuffer.wrap(line), callback);
        }
    }

    private static void report(Request request, String line) {
        RouteEndPoint endPoint = RouteEndPoint.of(request);
        if (endPoint.isOpen()) {
            endPoint.route().host().refused(describe(request) + ": " + line);
        }
    }

    private static String describe(Request request) {
        String target = request.getHttpURI().getPathQuery();
        return UNREADABLE.contains(target) ? "a request that makes no sense" : request.getMethod() + " " + target;
    }
}
