package io.github.postfixture.web.jetty;

import java.util.Optional;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Jetty's handler: passes requests to the host to which their connection is routed. */
final class JettyHandler extends Handler.Abstract.NonBlocking {

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
        } else {
            new RequestReception(endPoint, request, response, callback).run();
        }
        return true;
    }
}
