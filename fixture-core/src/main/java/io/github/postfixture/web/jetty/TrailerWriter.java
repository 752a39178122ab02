package io.github.postfixture.web.jetty;

import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Sends fields after the content (RFC 9110 section 6.5): over HTTP/2 always, over HTTP/1.1 to clients that say that they
 * take them. Others may fail over them, as the client of the JDK does since its updates of 2026.
 */
record TrailerWriter(RoutedEndPoint endPoint, Request request, Response response) {

    void announce(List<Map.Entry<String, String>> trailers) {
        if (isWanted()) {
            trailers.forEach(field -> response.getHeaders().add(HttpHeader.TRAILER, field.getKey()));
            HttpFields fields = ResponseHead.of(trailers);
            response.setTrailersSupplier(() -> fields);
        } else {
            endPoint.routing()
                    .host()
                    .tell(request.getMethod() + " " + request.getHttpURI().getPathQuery()
                            + ": the trailers are left out, as the client does not say \"TE: trailers\""
                            + " (RFC 9110 section 6.5.1)");
        }
    }

    private boolean isWanted() {
        return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2
                || request.getHeaders().getFields(HttpHeader.TE).stream().anyMatch(TrailerWriter::hasTrailers);
    }

    private static boolean hasTrailers(HttpField field) {
        return field.contains("trailers");
    }
}
