package io.github.postfixture.web.jetty;

import io.github.postfixture.concurrent.Workers;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers CONNECT (RFC 9110, section 9.3.6), and then plays the host that was asked for, with a certificate of the
 * throwaway authority for it.
 */
record ConnectTunnel(RoutedEndPoint endPoint, Request request, Response response, Callback callback) {

    void open() {
        Workers.shared().execute(() -> {
            try {
                openTo(request.getHttpURI().getHost());
            } catch (IllegalArgumentException e) {
                PlainErrorHandler.refuse(
                        HttpStatus.BAD_REQUEST_400, String.valueOf(e.getMessage()), request, response, callback);
            } catch (RuntimeException | Error e) {
                callback.failed(e);
            }
        });
    }

    private void openTo(String host) {
        SharedConnector connector =
                (SharedConnector) request.getConnectionMetaData().getConnector();
        request.setAttribute(
                HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, connector.secure(endPoint, endPoint.routing(), host));
        response.setStatus(HttpStatus.OK_200);
        callback.succeeded();
    }
}
