package io.github.postfixture.web.jetty;

import io.github.postfixture.web.engine.ReasonPhrases;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpGenerator;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.jspecify.annotations.Nullable;

/** Generates the responses of HTTP/1, with the reason phrases of today. */
final class Http1Generator extends HttpGenerator {

    private int status;
    private @Nullable String phrase;

    /** Set the phrase of the response to a request, if it has that status in the end; HTTP/2 has no phrases. */
    static void phrase(Request request, int status, String phrase) {
        if (request.getConnectionMetaData().getConnection() instanceof HttpConnection connection
                && connection.getGenerator() instanceof Http1Generator generator) {
            generator.status = status;
            generator.phrase = phrase;
        }
    }

    @Override
    public void reset() {
        super.reset();
        phrase = null;
    }

    @Override
    public Result generateResponse(
            MetaData.@Nullable Response info,
            boolean head,
            @Nullable ByteBuffer header,
            @Nullable ByteBuffer chunk,
            @Nullable ByteBuffer content,
            boolean last)
            throws IOException {
        return super.generateResponse(info == null ? null : phrased(info), head, header, chunk, content, last);
    }

    private MetaData.Response phrased(MetaData.Response info) {
        String own = info.getStatus() == status ? phrase : null;
        String shown = own == null ? ReasonPhrases.of(info.getStatus()) : own;
        return info.getReason() != null || shown.equals(HttpStatus.getMessage(info.getStatus()))
                ? info
                : new MetaData.Response(
                        info.getStatus(),
                        shown,
                        info.getHttpVersion(),
                        info.getHttpFields(),
                        info.getContentLength(),
                        info.getTrailersSupplier());
    }
}
