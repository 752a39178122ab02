package io.github.postfixture.web.engine;

import io.github.postfixture.octets.Octets;
import java.util.List;
import java.util.Map;

/**
 * The status, the header fields and the content of a response.
 *
 * @param status the status code
 * @param fields the header fields, in order
 * @param body the content
 */
public record Answer(int status, List<Map.Entry<String, String>> fields, Octets body) {

    /** Return this answer with other header fields. */
    public Answer withFields(List<Map.Entry<String, String>> others) {
        return new Answer(status, List.copyOf(others), body);
    }

    /** Return this answer with another content. */
    public Answer withBody(Octets other) {
        return new Answer(status, fields, other);
    }
}
