package io.github.postfixture.web.jetty;

import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;

/**
 * A request that can be parsed, but is rejected.
 *
 * @param status with which status code
 * @param reason why
 */
record RejectedRequest(int status, String reason) {

    static Optional<RejectedRequest> of(Request request) {
        String host = request.getHttpURI().getHost();
        if (host == null || host.isEmpty()) {
            return Optional.of(new RejectedRequest(
                    HttpStatus.BAD_REQUEST_400, "the target names no host (RFC 9110 section 4.2.1)"));
        }
        return request.getHeaders().getCSV(HttpHeader.TRANSFER_ENCODING, false).stream()
                .filter(coding -> !coding.equalsIgnoreCase("chunked"))
                .findFirst()
                .map(coding -> new RejectedRequest(
                        HttpStatus.NOT_IMPLEMENTED_501,
                        "the transfer coding " + coding + " is not known here (RFC 9112 section 6.1)"));
    }
}
