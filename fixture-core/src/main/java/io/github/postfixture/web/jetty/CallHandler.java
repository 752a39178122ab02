package io.github.postfixture.web.jetty;

import io.github.postfixture.net.Octets;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Reads a request to its end and passes it to the host to which its connection belongs. */
final class CallHandler extends Handler.Abstract.NonBlocking {

    private static final Octets NO_BODY = Octets.of(new byte[0]);

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        RouteEndPoint endPoint = RouteEndPoint.of(request);
        if (!endPoint.head().complete()) {
            callback.failed(new EofException("The head came too late"));
            return true;
        }
        Request.addCompletionListener(request, failure -> endPoint.head().reset());
        if (HttpMethod.CONNECT.is(request.getMethod())
                && endPoint.route().host().isProxy()) {
            new Tunnel(endPoint, request, response, callback).open();
        } else if (request.getLength() == 0) {
            answer(endPoint, request, response, callback, NO_BODY, 0);
        } else {
            BodyReader.Receiver receiver =
                    (body, length) -> answer(endPoint, request, response, callback, body, length);
            new BodyReader(request, response, callback, receiver).run();
        }
        return true;
    }

    private static void answer(
            RouteEndPoint endPoint, Request request, Response response, Callback callback, Octets body, long length) {
        Route route = endPoint.route();
        Call call = new Call(
                request.getMethod(),
                request.getHttpURI().getPathQuery(),
                endPoint.transport(request),
                fields(request),
                body,
                length,
                Ends.of(request.getConnectionMetaData()));
        request.addIdleTimeoutListener(timeout -> false);
        Engagement engagement = new Engagement(endPoint);
        engagement.work();
        endPoint.serves(call);
        Request.addCompletionListener(request, failure -> {
            endPoint.serves(null);
            engagement.rest();
        });
        Visit visit = route.host().receive(call);
        RecordedResponse recorded = new RecordedResponse(request, response, visit);
        new Answering(endPoint, engagement, request, recorded, recorded.recording(callback)).send(visit.reply());
    }

    /** Return the header fields, with HTTP/2's authority in the place of HTTP/1's Host (RFC 9113 section 8.3.1). */
    private static List<Map.Entry<String, String>> fields(Request request) {
        List<Map.Entry<String, String>> fields = RecordedResponse.copy(request.getHeaders());
        if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2
                && !request.getHeaders().contains(HttpHeader.HOST)) {
            fields.add(
                    0,
                    Map.entry(HttpHeader.HOST.asString(), request.getHttpURI().getAuthority()));
        }
        return fields;
    }
}
