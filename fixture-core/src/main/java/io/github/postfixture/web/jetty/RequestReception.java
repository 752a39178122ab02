package io.github.postfixture.web.jetty;

import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.ConnectionAddresses;
import io.github.postfixture.web.engine.PendingExchange;
import io.github.postfixture.web.engine.RequestMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HostPortHttpField;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.URIUtil;

/** Passes a request to its host: by its head, if the host reads the content itself, else once it was read to its end. */
final class RequestReception {

    private static final Octets NO_BODY = Octets.of(new byte[0]);

    private final RoutedEndPoint endPoint;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final InFlightMarker marker;

    RequestReception(RoutedEndPoint endPoint, Request request, Response response, Callback callback) {
        this.endPoint = endPoint;
        this.request = request;
        this.response = response;
        this.callback = callback;
        marker = new InFlightMarker(endPoint);
    }

    void run() {
        Request.addCompletionListener(request, failure -> {
            endPoint.serves(null);
            marker.rest();
        });
        marker.work();
        RequestMessage head = head();
        UnreadContent unread = new UnreadContent(endPoint, request, response, marker);
        Optional<PendingExchange> exchange = endPoint.routing().host().receive(head, unread::content);
        if (exchange.isPresent()) {
            request.addIdleTimeoutListener(timeout -> endPoint.isReading());
            answer(head, exchange.get(), unread::isLeft, unread.lingering(callback));
        } else if (request.getLength() == 0) {
            answer(head, NO_BODY, 0);
        } else {
            marker.rest();
            endPoint.reads(true);
            Request.addCompletionListener(request, failure -> endPoint.reads(false));
            RequestBodyReader.Receiver receiver = (body, length) -> {
                endPoint.reads(false);
                answer(head, body, length);
            };
            new RequestBodyReader(request, response, callback, receiver).run();
        }
    }

    private void answer(RequestMessage head, Octets body, long length) {
        RequestMessage message = head.withContent(body, length);
        request.addIdleTimeoutListener(timeout -> false);
        marker.work();
        answer(message, endPoint.routing().host().receive(message), () -> false, callback);
    }

    private void answer(RequestMessage message, PendingExchange exchange, BooleanSupplier isLast, Callback then) {
        endPoint.serves(message);
        RecordedResponse recorded = new RecordedResponse(request, response, exchange);
        new ResponseWriter(endPoint, marker, request, recorded, isLast, recorded.recording(then)).answer(exchange);
    }

    private RequestMessage head() {
        return new RequestMessage(
                request.getMethod(),
                request.getHttpURI().getPathQuery(),
                endPoint.transport(request),
                fields(request),
                NO_BODY,
                0,
                ConnectionAddresses.of(
                        request.getConnectionMetaData().getLocalSocketAddress(),
                        request.getConnectionMetaData().getRemoteSocketAddress()));
    }

    /** Return the header fields; the host that the target names stands for that of Host (RFC 9112 section 3.2.2). */
    private static List<Map.Entry<String, String>> fields(Request request) {
        List<Map.Entry<String, String>> fields = RecordedResponse.copy(request.getHeaders());
        HttpField host = request.getHeaders().getField(HttpHeader.HOST);
        if (host == null ? namesHost(request) : isOverruled(host, request.getHttpURI())) {
            fields.removeIf(field -> HttpHeader.HOST.is(field.getKey()));
            fields.add(
                    0,
                    Map.entry(HttpHeader.HOST.asString(), request.getHttpURI().getAuthority()));
        }
        return fields;
    }

    /** Return whether there is a host although there is no Host: HTTP/2 has none (RFC 9113 section 8.3.1). */
    private static boolean namesHost(Request request) {
        HostPort here = request.getConnectionMetaData().getServerAuthority();
        HttpURI target = request.getHttpURI();
        return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2
                || !here.getHost().equals(target.getHost())
                || here.getPort() != target.getPort();
    }

    private static boolean isOverruled(HttpField host, HttpURI target) {
        return host instanceof HostPortHttpField told
                && (!told.getHost().equalsIgnoreCase(target.getHost())
                        || port(told.getPort(), target) != port(target.getPort(), target));
    }

    private static int port(int port, HttpURI target) {
        return port > 0 ? port : URIUtil.getDefaultPortForScheme(target.getScheme());
    }
}
