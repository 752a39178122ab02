package io.github.postfixture.web;

import io.github.postfixture.web.jetty.Call;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request that arrived. Immutable. */
public final class Request {

    private final Call call;
    private final String rawPath;
    private final String rawQuery;

    Request(Call call) {
        this.call = call;
        int question = call.target().indexOf('?');
        rawPath = question < 0 ? call.target() : call.target().substring(0, question);
        rawQuery = question < 0 ? "" : call.target().substring(question + 1);
    }

    /** Return the method, such as {@code GET}. */
    public String method() {
        return call.method();
    }

    /** Return the path and the query as sent, such as {@code /search?q=a%20b}. */
    public String target() {
        return call.target();
    }

    /** Return the path, decoded. */
    public String path() {
        return Content.decodePath(rawPath);
    }

    String rawPath() {
        return rawPath;
    }

    /** Return whether the request came over HTTPS. */
    public boolean isSecure() {
        return call.secure();
    }

    /** Return the parameters of the query by name, decoded, in order. */
    public Map<String, List<String>> query() {
        return Content.parameters(rawQuery);
    }

    /** Return the first query parameter of that name, decoded. */
    public Optional<String> queryParameter(String name) {
        return first(query(), name);
    }

    /** Return the header fields. */
    public HttpHeaders headers() {
        return Content.headers(call.fields());
    }

    /** Return the first value of a header field; its name in any case. */
    public Optional<String> header(String name) {
        return headers().firstValue(name);
    }

    /** Return the content as text, in the charset that its type names or else in UTF-8. */
    public String body() {
        return Content.text(headers(), call.body());
    }

    /** Return a copy of the content. */
    public byte[] bytes() {
        return call.body().toByteArray();
    }

    /** Return the fields of the form that was sent as {@code application/x-www-form-urlencoded}, else an empty map. */
    public Map<String, List<String>> form() {
        String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("application/x-www-form-urlencoded") ? Content.parameters(body()) : Map.of();
    }

    /** Return the first field of that name in the form that was sent. */
    public Optional<String> formParameter(String name) {
        return first(form(), name);
    }

    private static Optional<String> first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Return the method and the target, such as {@code GET /search?q=a}. */
    @Override
    public String toString() {
        return method() + " " + target();
    }
}
