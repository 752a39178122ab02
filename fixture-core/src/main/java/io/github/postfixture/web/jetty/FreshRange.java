package io.github.postfixture.web.jetty;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request for the whole of a file, of which the client holds a part that is stale (RFC 9110, section 13.1.5). */
final class FreshRange extends Request.Wrapper {

    private final HttpFields fields;

    private FreshRange(Request request) {
        super(request);
        fields = HttpFields.build(request.getHeaders()).remove(HttpHeader.RANGE).asImmutable();
    }

    static Request of(Request request, HttpContent content) {
        String held = request.getHeaders().get(HttpHeader.IF_RANGE);
        return held == null || matches(held, content.getETag()) || matches(held, content.getLastModified())
                ? request
                : new FreshRange(request);
    }

    @Override
    public HttpFields getHeaders() {
        return fields;
    }

    private static boolean matches(String held, @Nullable HttpField current) {
        return current != null && held.equals(current.getValue());
    }
}
