package io.github.postfixture.web.engine;

import io.github.postfixture.octets.Octets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The message of a request (RFC 9110, section 6), as an HTTP engine has read it to its end: nothing is decoded. A
 * {@code Request} holds it, and reads paths, forms and content from it for who asks.
 *
 * @param method the method, as sent
 * @param target the path and the query, as sent
 * @param transport how it came
 * @param fields the header fields, in order
 * @param content the content, or so much of it as is kept
 * @param length how long the content was, in bytes
 * @param ends the connection over which it came
 */
public record RequestMessage(
        String method,
        String target,
        Transport transport,
        List<Map.Entry<String, String>> fields,
        RecordedBody content,
        long length,
        ConnectionAddresses ends) {

    /** Make a message with content that nobody else holds. */
    public RequestMessage(
            String method,
            String target,
            Transport transport,
            List<Map.Entry<String, String>> fields,
            Octets body,
            long length,
            ConnectionAddresses ends) {
        this(method, target, transport, fields, RecordedBody.of(body), length, ends);
    }

    /** Return this message without its content, and say why to those who ask for it. */
    public RequestMessage withoutContent(String why) {
        return new RequestMessage(method, target, transport, fields, RecordedBody.unread(why), 0, ends);
    }

    /** Return this message with its content, once it has been read. */
    public RequestMessage withContent(Octets body, long newLength) {
        return new RequestMessage(method, target, transport, fields, RecordedBody.of(body), newLength, ends);
    }

    /**
     * Return the content, or so much of it as is kept.
     *
     * @throws LostContentError if it was dropped
     */
    public Octets body() {
        return content.octets();
    }

    /** Return whether it came over TLS. */
    public boolean secure() {
        return transport.handshake().isPresent();
    }

    /** Return the values of a header field, joined by commas if there are several. */
    public Optional<String> header(String name) {
        String values = fields.stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }
}
