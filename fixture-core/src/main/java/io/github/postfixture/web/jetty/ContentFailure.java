package io.github.postfixture.web.jetty;

import io.github.postfixture.web.engine.IncompleteContentException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;

/** Tells why the content of a request does not come as a whole. */
final class ContentFailure {

    private static final String BAD_CHUNK =
            "a chunk is not as long as it says, or says so wrongly (RFC 9112 section 7.1)";

    private ContentFailure() {}

    static IncompleteContentException of(Request request, Throwable failure) {
        if (failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException) {
            return new IncompleteContentException(
                    HttpStatus.REQUEST_TIMEOUT_408, "the content did not come in time", failure);
        }
        return failure instanceof HttpException bad
                ? new IncompleteContentException(bad.getCode(), reason(request, bad.getCode(), failure), failure)
                : new IncompleteContentException(0, "the client went away before its content was complete", failure);
    }

    private static String reason(Request request, int status, Throwable failure) {
        return isThere(request) ? BAD_CHUNK : BadRequestReason.reason(status, failure);
    }

    /** Return whether the client still sends, so that it is the chunks that are wrong. */
    private static boolean isThere(Request request) {
        return !request.getConnectionMetaData().getConnection().getEndPoint().isInputShutdown();
    }
}
