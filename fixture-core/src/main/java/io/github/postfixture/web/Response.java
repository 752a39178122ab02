package io.github.postfixture.web;

import io.github.postfixture.net.Octets;
import io.github.postfixture.web.jetty.Answer;
import io.github.postfixture.web.jetty.Reply;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An answer to a request: one to be sent, or one that was sent. Immutable. */
public final class Response {

    private static final String CONTENT_TYPE = "Content-Type";

    private final Answer answer;
    private final long length;

    private Response(int status, List<Map.Entry<String, String>> fields, Octets body) {
        this(new Answer(status, List.copyOf(fields), body), body.length());
    }

    Response(Answer answer, long length) {
        this.answer = answer;
        this.length = length;
    }

    /** Return a response with status 200 and no content. */
    public static Response ok() {
        return status(200);
    }

    /** Return a response with a status and no content. */
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
        return new Response(200, List.of(Map.entry(CONTENT_TYPE, contentType)), Octets.of(content));
    }

    private static Response of(String contentType, String text) {
        return bytes(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Return a copy with another status. */
    public Response withStatus(int status) {
        return new Response(status(status).status(), answer.fields(), answer.body());
    }

    /** Return a copy with one more header field; a field of the same name stays, but {@code Content-Type} is replaced. */
    public Response withHeader(String name, String value) {
        checkField("name", name);
        checkField("value", value);
        List<Map.Entry<String, String>> fields = new ArrayList<>(answer.fields());
        if (name.equalsIgnoreCase(CONTENT_TYPE)) {
            fields.removeIf(field -> field.getKey().equalsIgnoreCase(CONTENT_TYPE));
        }
        fields.add(Map.entry(name, value));
        return new Response(answer.status(), fields, answer.body());
    }

    /** Return a copy with another content, in UTF-8. */
    public Response withBody(String text) {
        return new Response(answer.status(), answer.fields(), Octets.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void checkField(String what, String text) {
        if (text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException(what + " (" + text + ") must be one line");
        }
    }

    /** Return the status code. */
    public int status() {
        return answer.status();
    }

    /** Return the header fields. */
    public HttpHeaders headers() {
        return Content.headers(answer.fields());
    }

    /** Return the first value of a header field; its name in any case. */
    public Optional<String> header(String name) {
        return headers().firstValue(name);
    }

    /** Return the content as text, in the charset that its type names or else in UTF-8. */
    public String body() {
        return Content.text(headers(), answer.body());
    }

    /** Return a copy of the content. Of a response that was sent, the first 1 MiB at most. */
    public byte[] bytes() {
        return answer.body().toByteArray();
    }

    /** Return how long the content is, in bytes. */
    public long length() {
        return length;
    }

    Answer answer() {
        return answer;
    }

    Reply reply() {
        return new Reply.Now(answer);
    }

    /** Return the status, the type and the length, such as {@code 200 text/html; charset=utf-8, 12 bytes}. */
    @Override
    public String toString() {
        return status() + header(CONTENT_TYPE).map(type -> " " + type).orElse("") + ", " + length + " bytes";
    }
}
