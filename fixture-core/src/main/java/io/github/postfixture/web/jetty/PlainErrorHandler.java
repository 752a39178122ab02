package io.github.postfixture.web.jetty;

import io.github.postfixture.web.engine.ResponseMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers errors with one line of text, and tells the host of requests that were not understood. */
final class PlainErrorHandler implements Request.Handler {

    /** What Jetty takes for the path of a request that it cannot parse. */
    private static final Set<String> UNREADABLE = Set.of("/badMessage", "/badRequest", "/badURI");

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String reason = BadRequestReason.reason(request, response.getStatus());
        if (response instanceof RecordedResponse) {
            answer(response.getStatus(), reason, request, response, callback);
        } else {
            refuse(response.getStatus(), reason, request, response, callback);
        }
        return true;
    }

    /** Answer a request that cannot be understood, and end the connection with it; leave its content unread. */
    static void refuse(int status, String reason, Request request, Response response, Callback callback) {
        report(request, status + " " + reason);
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Optional<ResponseMessage> page =
                RoutedEndPoint.of(request).routing().host().refusal(status);
        if (page.isPresent()) {
            page.get().fields().forEach(field -> response.getHeaders().add(field.getKey(), field.getValue()));
            write(status, page.get().body().toByteArray(), request, response, callback);
        } else {
            answer(status, reason, request, response, callback);
        }
    }

    /** Answer a request with a status and the reason for it. */
    static void answer(int status, String reason, Request request, Response response, Callback callback) {
        byte[] line = (status + " " + reason + "\n").getBytes(StandardCharsets.UTF_8);
        if (!HttpStatus.hasNoBody(status)) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        }
        write(status, line, request, response, callback);
    }

    private static void write(int status, byte[] content, Request request, Response response, Callback callback) {
        response.setStatus(status);
        ResponseHead.addDate(request, response.getHeaders());
        if (HttpStatus.hasNoBody(status)) {
            callback.succeeded();
        } else {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.length);
            response.write(true, ByteBuffer.wrap(content), callback);
        }
    }

    private static void report(Request request, String line) {
        RoutedEndPoint endPoint = RoutedEndPoint.of(request);
        if (endPoint.isOpen()) {
            endPoint.routing().host().refused(describe(request) + ": " + line);
        }
    }

    private static String describe(Request request) {
        String target = request.getHttpURI().getPathQuery();
        return UNREADABLE.contains(target) ? "a request that makes no sense" : request.getMethod() + " " + target;
    }
}
