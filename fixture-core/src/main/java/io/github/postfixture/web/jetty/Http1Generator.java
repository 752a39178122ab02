package io.github.postfixture.web.jetty;

import io.github.postfixture.web.engine.ReasonPhrases;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpGenerator;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;
import org.jspecify.annotations.Nullable;

/** Generates the responses of HTTP/1, with the reason phrases of today. */
final class Http1Generator extends HttpGenerator {

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

    private static MetaData.Response phrased(MetaData.Response info) {
        String phrase = ReasonPhrases.of(info.getStatus());
        return info.getReason() != null || phrase.equals(HttpStatus.getMessage(info.getStatus()))
                ? info
                : new MetaData.Response(
                        info.getStatus(),
                        phrase,
                        info.getHttpVersion(),
                        info.getHttpFields(),
                        info.getContentLength(),
                        info.getTrailersSupplier());
    }
}
