package io.github.postfixture.web.response;

import io.github.postfixture.explanation.Printable;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.content.ResponseContent;
import io.github.postfixture.web.engine.Pacing;
import io.github.postfixture.web.engine.RecordedBody;
import io.github.postfixture.web.engine.ResponseBody;
import io.github.postfixture.web.engine.ResponseMessage;
import io.github.postfixture.web.engine.ResponseTiming;
import io.github.postfixture.web.request.HttpContent;
import io.github.postfixture.web.sse.EventStreamHandler;
import io.github.postfixture.web.sse.ServerEvent;
import io.github.postfixture.web.websocket.WebSocketHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/** An answer to a request: one to be sent, or one that was sent. Immutable. */
public final class Response {

    private static final String CONTENT_TYPE = "Content-Type";

    private final ResponseMessage message;
    private final ResponseContent content;
    private final ResponseTiming timing;

    private Response(int status, List<Map.Entry<String, String>> fields, Octets body) {
        this(
                new ResponseMessage(status, List.copyOf(fields), body),
                new ResponseContent.Whole(body.length()),
                ResponseTiming.PLAIN);
    }

    /**
     * Make a response that was sent.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Response(ResponseMessage head, RecordedBody body, long length) {
        this(head, new ResponseContent.Sent(body, length), ResponseTiming.PLAIN);
    }

    private Response(ResponseMessage message, ResponseContent content, ResponseTiming timing) {
        this.message = message;
        this.content = content;
        this.timing = timing;
    }

    /** Return a response with status 200 and no content. */
    public static Response ok() {
        return status(200);
    }

    /**
     * Return a response with a status and no content.
     *
     * @throws IllegalArgumentException if it is not between 200 and 599
     */
    public static Response status(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status (" + status + ") must be between 200 and 599");
        }
        return new Response(status, List.of(), Octets.of(new byte[0]));
    }

    /** Return a response with status 204. */
    public static Response noContent() {
        return status(204);
    }

    /** Return a response with status 404 and no content. */
    public static Response notFound() {
        return status(404);
    }

    /** Return a response with status 302 that sends the client elsewhere. */
    public static Response redirect(String location) {
        return status(302).withHeader("Location", location);
    }

    /** Return a plain text with status 200. */
    public static Response text(String text) {
        return of("text/plain; charset=utf-8", text);
    }

    /** Return a page with status 200. */
    public static Response html(String markup) {
        return of("text/html; charset=utf-8", markup);
    }

    /** Return a JSON document with status 200. */
    public static Response json(String json) {
        return of("application/json", json);
    }

    /** Return any content with status 200. */
    public static Response bytes(String contentType, byte[] content) {
        return new Response(200, List.of(HeaderFields.of(CONTENT_TYPE, contentType)), Octets.of(content));
    }

    /** Return a file with status 200, read whenever it is sent; its size does not matter. */
    public static Response file(String contentType, Path file) {
        return stream(contentType, new FileBody(file));
    }

    /**
     * Return a resource of the class path with status 200, read now.
     *
     * @param resource an absolute name, such as {@code /users.json}
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Response resource(String contentType, String resource) {
        try (InputStream content = Response.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalArgumentException("No resource " + resource
                        + " on the class path; the name begins with a slash, such as /users.json");
            }
            return bytes(contentType, content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Return a content of any size with status 200, read while it is sent.
     *
     * @param content opens the content anew for each request; the stream is closed at its end
     */
    public static Response stream(String contentType, Supplier<InputStream> content) {
        return stream(contentType, new StreamBody(content));
    }

    private static Response stream(String contentType, ResponseBody body) {
        return headed(200, List.of(HeaderFields.of(CONTENT_TYPE, contentType)), new ResponseContent.Streamed(body));
    }

    /** Accept a WebSocket (RFC 6455) and leave it to the test; see {@link io.github.postfixture.web.WebServer#awaitWebSocket(String)}. */
    public static Response webSocket() {
        return webSocket((session, message) -> {});
    }

    /**
     * Accept a WebSocket and let a handler play the server's end. A header field {@code Sec-WebSocket-Protocol} names
     * the subprotocol. A client that does not ask for a WebSocket gets status 426.
     */
    public static Response webSocket(WebSocketHandler handler) {
        return headed(101, List.of(), new ResponseContent.WebSocket(handler));
    }

    /** Send events and keep the stream of them open for the test; see {@link io.github.postfixture.web.WebServer#awaitEventStream(String)}. */
    public static Response eventStream(ServerEvent... events) {
        List<ServerEvent> first = List.of(events);
        return eventStream(stream -> first.forEach(stream::send));
    }

    /** Open a stream of server-sent events, of type {@code text/event-stream}, and let a handler feed it. */
    public static Response eventStream(EventStreamHandler handler) {
        List<Map.Entry<String, String>> fields =
                List.of(Map.entry(CONTENT_TYPE, "text/event-stream"), Map.entry("Cache-Control", "no-store"));
        return headed(200, fields, new ResponseContent.Events(handler));
    }

    private static Response headed(int status, List<Map.Entry<String, String>> fields, ResponseContent content) {
        return new Response(new ResponseMessage(status, fields, Octets.of(new byte[0])), content, ResponseTiming.PLAIN);
    }

    private static Response of(String contentType, String text) {
        return bytes(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Return a copy with another status.
     *
     * @throws IllegalArgumentException if it is not between 200 and 599
     */
    public Response withStatus(int status) {
        return with(new ResponseMessage(status(status).status(), message.fields(), message.body()));
    }

    /**
     * Return a copy with another phrase beside the status (RFC 9112 section 4), which may be empty, in place of that of RFC
     * 9110. HTTP/2 has no such phrase.
     *
     * @throws IllegalArgumentException if it is not one line of printable ASCII
     */
    public Response withReason(String phrase) {
        if (!phrase.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "phrase (" + Printable.line(phrase) + ") must be one line of printable ASCII (RFC 9112 section 4)");
        }
        return with(timing.with(timing.pacing().withReason(phrase)));
    }

    /**
     * Return a copy with one more header field; a field of the same name stays, but {@code Content-Type} is replaced. What
     * is beyond ASCII is sent in UTF-8. {@code Date} and {@code Content-Length} take the place of those that the server
     * would send, a length that is not that of the content included: the connection is then closed after the content.
     *
     * @throws IllegalArgumentException if the name is no token, or the value has control characters (RFC 9110 sections
     *     5.1 and 5.5)
     */
    public Response withHeader(String name, String value) {
        List<Map.Entry<String, String>> fields = new ArrayList<>(message.fields());
        if (name.equalsIgnoreCase(CONTENT_TYPE)) {
            fields.removeIf(field -> field.getKey().equalsIgnoreCase(CONTENT_TYPE));
        }
        return with(message.withFields(HeaderFields.with(fields, name, value)));
    }

    /** Return a copy with another content, in UTF-8. */
    public Response withBody(String text) {
        return withBody(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Return a copy with another content. */
    public Response withBody(byte[] content) {
        Octets body = Octets.of(content);
        return new Response(message.withBody(body), new ResponseContent.Whole(body.length()), timing);
    }

    /** Return a copy that is sent after some time. No thread waits. */
    public Response withDelay(Duration delay) {
        return with(timing.after(delay));
    }

    /**
     * Return a copy whose content is sent in so many chunks, the first at once and the last when some time has passed; in
     * fewer if it has fewer bytes, and in chunks of 64 KiB if its length is unknown. No thread waits.
     *
     * @throws IllegalArgumentException if the count is not positive, or the time is negative
     */
    public Response inChunks(int count, Duration time) {
        if (count < 1 || time.isNegative()) {
            throw new IllegalArgumentException(
                    "count (" + count + ") must be positive, and time (" + time + ") not negative");
        }
        return with(timing.with(timing.pacing().withPace(Pacing.Pace.inPieces(count, time))));
    }

    /**
     * Return a copy with one more field after its content (RFC 9110, section 6.5). Over HTTP/1.1, a client that does not
     * say {@code TE: trailers} gets none, since it need not expect them.
     */
    public Response withTrailer(String name, String value) {
        return with(timing.with(
                timing.pacing().withTrailers(HeaderFields.with(timing.pacing().trailers(), name, value))));
    }

    /**
     * Return a copy ahead of which a response with status 103 tells a field (RFC 8297); several are told together.
     *
     * @param value such as {@code </style.css>; rel=preload}, if the name is {@code Link}
     */
    public Response withEarlyHint(String name, String value) {
        return with(timing.with(
                timing.pacing().withHints(HeaderFields.with(timing.pacing().hints(), name, value))));
    }

    private Response with(ResponseMessage other) {
        return new Response(other, content, timing);
    }

    private Response with(ResponseTiming other) {
        return new Response(message, content, other);
    }

    /** Return the status code. */
    public int status() {
        return message.status();
    }

    /** Return the header fields. */
    public HttpHeaders headers() {
        return HttpContent.headers(message.fields());
    }

    /** Return the first value of a header field; its name in any case. */
    public Optional<String> header(String name) {
        return headers().firstValue(name);
    }

    /**
     * Return the content as text, without the codings that {@code Content-Encoding} names, in the charset that its type
     * names or else in UTF-8.
     *
     * @throws IllegalArgumentException if the coding or the charset is unknown, or the content is not coded that way; the
     *     message says why
     */
    public String body() {
        return HttpContent.text(headers(), HttpContent.decoded(headers(), content.octets(message)));
    }

    /**
     * Return a copy of the content as it is sent, with its content codings. Of a stream that was sent, it is the first 1 MiB
     * at most; of one that is to be sent, none.
     *
     * @throws AssertionError if it was sent and was dropped, or was that of a file that has changed; see
     *     {@link io.github.postfixture.web.WebServerBuilder#maxRecord(long)}
     */
    public byte[] bytes() {
        return content.octets(message).toByteArray();
    }

    /** Return how long the content is, in bytes; -1 if that shows only when it is sent. */
    public long length() {
        return content.length();
    }

    /**
     * Return the content of a response that was sent.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Optional<RecordedBody> kept() {
        return content instanceof ResponseContent.Sent sent ? Optional.of(sent.body()) : Optional.empty();
    }

    /**
     * Return the status, the header fields and the content that is at hand.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public ResponseMessage message() {
        return message;
    }

    /**
     * Return what it sends as its content.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public ResponseContent content() {
        return content;
    }

    /**
     * Return when which part of it is sent.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public ResponseTiming timing() {
        return timing;
    }

    /** Return the status, the type and the length, such as {@code 200 text/html; charset=utf-8, 12 bytes}. */
    @Override
    public String toString() {
        return status() + header(CONTENT_TYPE).map(type -> " " + type).orElse("") + ", " + length() + " bytes";
    }
}
