package io.github.postfixture.web.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers errors with one line of text, and tells the host of requests that never became a call. */
final class PlainErrors implements Request.Handler {

    /** What Jetty takes for the path of a request that it cannot parse. */
    private static final Set<String> UNREADABLE = Set.of("/badMessage", "/badRequest");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String line = response.getStatus() + " " + reason(request);
        if (response instanceof RecordedResponse) {
            write(line, response, callback);
        } else {
            refuse(line, request, response, callback);
        }
        return true;
    }

    private static String reason(Request request) {
        boolean gone = request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof EofException;
        return gone
                ? "the client went away"
                : CONTROL.matcher(String.valueOf(request.getAttribute(ErrorHandler.ERROR_MESSAGE)))
                        .replaceAll("?");
    }

    /** Answer a request that does not become a call, and end the connection with it; leave its content unread. */
    static void refuse(int status, Request request, Response response, Callback callback) {
        response.setStatus(status);
        refuse(status + " " + HttpStatus.getMessage(status), request, response, callback);
    }

    /** Answer a call with a status and nothing but its name. */
    static void answer(int status, Response response, Callback callback) {
        response.setStatus(status);
        write(status + " " + HttpStatus.getMessage(status), response, callback);
    }

    private static void refuse(String line, Request request, Response response, Callback callback) {
        report(request, line);
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        write(line, response, callback);
    }

    private static void write(String line, Response response, Callback callback) {
        if (HttpStatus.hasNoBody(response.getStatus())) {
            callback.succeeded();
        } else {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
            response.write(true, ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)), callback);
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
