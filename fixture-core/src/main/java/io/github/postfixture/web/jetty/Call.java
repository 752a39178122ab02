package io.github.postfixture.web.jetty;

import io.github.postfixture.net.Octets;
import java.util.List;
import java.util.Map;

/**
 * A request, read to its end.
 *
 * @param method the method, as sent
 * @param target the path and the query, as sent
 * @param transport how it came
 * @param fields the header fields, in order
 * @param body the content, or so much of it as is kept
 * @param length how long the content was, in bytes
 */
public record Call(
        String method,
        String target,
        Transport transport,
        List<Map.Entry<String, String>> fields,
        Octets body,
        long length) {

    /** Return whether it came over TLS. */
    public boolean secure() {
        return transport.handshake().isPresent();
    }
}
