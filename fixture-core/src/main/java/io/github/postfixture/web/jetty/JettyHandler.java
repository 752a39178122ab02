package io.github.postfixture.web.jetty;

import io.github.postfixture.net.Octets;
import io.github.postfixture.web.engine.Call;
import io.github.postfixture.web.engine.ConnectionAddresses;
import io.github.postfixture.web.engine.PendingExchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HostPortHttpField;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.URIUtil;

/** Jetty's handler: reads a request to its end and passes it to the host to which its connection is routed. */
final class JettyHandler extends Handler.Abstract.NonBlocking {

    private static final Octets NO_BODY = Octets.of(new byte[0]);

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        RoutedEndPoint endPoint = RoutedEndPoint.of(request);
        if (!endPoint.head().complete()) {
            callback.failed(new EofException("The head came too late"));
            return true;
        }
        Request.addCompletionListener(request, failure -> endPoint.head().reset());
        Optional<RejectedRequest> refused = RejectedRequest.of(request);
        if (refused.isPresent()) {
            PlainErrorHandler.refuse(refused.get().status(), refused.get().reason(), request, response, callback);
            return true;
        }
        if (HttpMethod.CONNECT.is(request.getMethod())
                && endPoint.routing().host().isProxy()) {
            new ConnectTunnel(endPoint, request, response, callback).open();
        } else if (request.getLength() == 0) {
            answer(endPoint, request, response, callback, NO_BODY, 0);
        } else {
            endPoint.reads(true);
            Request.addCompletionListener(request, failure -> endPoint.reads(false));
            RequestBodyReader.Receiver receiver = (body, length) -> {
                endPoint.reads(false);
                answer(endPoint, request, response, callback, body, length);
            };
            new RequestBodyReader(request, response, callback, receiver).run();
        }
        return true;
    }

    private static void answer(
            RoutedEndPoint endPoint, Request request, Response response, Callback callback, Octets body, long length) {
        ConnectionRouting routing = endPoint.routing();
        Call call = new Call(
                request.getMethod(),
                request.getHttpURI().getPathQuery(),
                endPoint.transport(request),
                fields(request),
                body,
                length,
                ConnectionAddresses.of(
                        request.getConnectionMetaData().getLocalSocketAddress(),
                        request.getConnectionMetaData().getRemoteSocketAddress()));
        request.addIdleTimeoutListener(timeout -> false);
        InFlightMarker marker = new InFlightMarker(endPoint);
        marker.work();
        endPoint.serves(call);
        Request.addCompletionListener(request, failure -> {
            endPoint.serves(null);
            marker.rest();
        });
        PendingExchange exchange = routing.host().receive(call);
        RecordedResponse recorded = new RecordedResponse(request, response, exchange);
        new ResponseWriter(endPoint, marker, request, recorded, recorded.recording(callback)).answer(exchange);
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
