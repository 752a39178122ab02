package io.github.postfixture.web.engine;

import io.github.postfixture.octets.Octets;
import java.util.List;
import java.util.Map;

/**
 * The message of a response (RFC 9110, section 6): what is sent, and no more. A {@code Response} holds it, and says how its
 * content comes about and when it leaves.
 *
 * @param status the status code
 * @param fields the header fields, in order
 * @param body the content
 */
public record ResponseMessage(int status, List<Map.Entry<String, String>> fields, Octets body) {

    /** Return this message with other header fields. */
    public ResponseMessage withFields(List<Map.Entry<String, String>> others) {
        return new ResponseMessage(status, List.copyOf(others), body);
    }

    /** Return this message with another content. */
    public ResponseMessage withBody(Octets other) {
        return new ResponseMessage(status, fields, other);
    }
}
