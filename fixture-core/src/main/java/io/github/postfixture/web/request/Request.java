package io.github.postfixture.web.request;

import io.github.postfixture.json.Json;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.tls.Handshake;
import io.github.postfixture.web.engine.RequestMessage;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A request that arrived. Immutable. */
public final class Request {

    private static final List<String> OWN_HOSTS = List.of("localhost", "127.0.0.1", "[::1]");

    private final RequestMessage message;
    private final RequestContent content;
    private final boolean namesHost;
    private final Map<String, String> pathVariables;
    private final String rawPath;
    private final String rawQuery;
    private volatile @Nullable Map<String, List<String>> query;

    /**
     * Make a request.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Request(RequestMessage message) {
        this(message, false);
    }

    /**
     * Make a request; it names a host if it came to the proxy.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Request(RequestMessage message, boolean namesHost) {
        this(message, new RequestContent(message), namesHost, Map.of());
    }

    private Request(
            RequestMessage message, RequestContent content, boolean namesHost, Map<String, String> pathVariables) {
        this.message = message;
        this.content = content;
        this.namesHost = namesHost;
        this.pathVariables = pathVariables;
        int question = message.target().indexOf('?');
        rawPath = question < 0 ? message.target() : message.target().substring(0, question);
        rawQuery = question < 0 ? "" : message.target().substring(question + 1);
    }

    /**
     * Return the request as the HTTP engine has read it.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public RequestMessage message() {
        return message;
    }

    /**
     * Return how much memory the content costs, in bytes.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public long cost() {
        return message.content().cost();
    }

    /**
     * Hold the content no more, and say why to those who ask for it.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public void drop(String why) {
        message.content().drop(why);
        content.forget();
    }

    /** Return the content without its content codings. */
    Octets plain() {
        return content.decoded();
    }

    /** Return the method, such as {@code GET}. */
    public String method() {
        return message.method();
    }

    /** Return the path and the query as sent, such as {@code /search?q=a%20b}. */
    public String target() {
        return message.target();
    }

    /** Return the path, decoded. */
    public String path() {
        return HttpContent.decodePath(rawPath);
    }

    /**
     * Return the path as sent.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public String rawPath() {
        return rawPath;
    }

    /**
     * Return this request with the content that was read of it.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Request withContent(Octets body, long length) {
        return new Request(message.withContent(body, length), namesHost);
    }

    /**
     * Return this request with the values of variables in the path.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public Request withPathVariables(Map<String, String> variables) {
        return variables.isEmpty() ? this : new Request(message, content, namesHost, variables);
    }

    /**
     * Return the decoded value of a variable in the path of the stub that answers.
     *
     * @throws IllegalArgumentException if the path has no such variable
     */
    public String pathVariable(String name) {
        String value = pathVariables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("name (" + name
                    + ") must be a variable in the path of the stub; there is " + pathVariables.keySet());
        }
        return value;
    }

    /** Return the host that was asked for, in lower case, without a port or a final dot; empty if there was none. */
    public String host() {
        return HostName.of(authority());
    }

    private String authority() {
        return headerValues("Host").stream().findFirst().orElse("");
    }

    /** Return whether the request came over HTTPS. */
    public boolean isSecure() {
        return message.secure();
    }

    /** Return the protocol: {@code HTTP/1.0}, {@code HTTP/1.1} or {@code HTTP/2.0}. */
    public String protocol() {
        return message.transport().protocol();
    }

    /** Return the number of the connection over which the request came: 1 for the first one to this server. */
    public long connectionNumber() {
        return message.transport().connection();
    }

    /**
     * Return the number of the request's stream within its connection: with HTTP/2 the stream identifier (RFC 9113
     * section 5.1.1), before that 1 for the first request, 2 for the next.
     */
    public long streamNumber() {
        return message.transport().stream();
    }

    /** Return what TLS agreed upon, if the request came over HTTPS. */
    public Optional<Handshake> handshake() {
        return message.transport().handshake();
    }

    /** Return the parameters of the query by name, decoded, in order. */
    public Map<String, List<String>> query() {
        Map<String, List<String>> parsed = query;
        if (parsed == null) {
            parsed = HttpContent.parameters(rawQuery);
            query = parsed;
        }
        return parsed;
    }

    /** Return the first query parameter of that name, decoded. */
    public Optional<String> queryParameter(String name) {
        return first(query(), name);
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
     * Return whether its connection was opened for the server before at the same port.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public boolean isFromEarlierClient() {
        return message.transport().inherited();
    }

    /**
     * Return whether both are one request, be it with path variables or without.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public boolean isSameAs(Request other) {
        return message.transport().equals(other.message.transport());
    }

    /**
     * Return whether another request asks for the same with the same content.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public boolean isRepeatedBy(Request other) {
        return method().equals(other.method())
                && target().equals(other.target())
                && Arrays.equals(bytes(), other.bytes());
    }

    /**
     * Return the values of a header field, in order; its name in any case.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public List<String> headerValues(String name) {
        List<String> values = new ArrayList<>(1);
        for (Map.Entry<String, String> field : message.fields()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                values.add(field.getValue());
            }
        }
        return values;
    }

    /** Return the cookies by name; of several with one name, the first. */
    public Map<String, String> cookies() {
        return HttpContent.cookies(headerValues("Cookie"));
    }

    /**
     * Return the content as JSON, without its content codings.
     *
     * @throws IllegalArgumentException if it is none, or cannot be decoded; the message says where and why
     */
    public Json json() {
        return content.json();
    }

    /**
     * Return the parts of content of type {@code multipart/form-data} or of another multipart type, in order and without
     * content codings; of any other type, none.
     *
     * @throws IllegalArgumentException if it cannot be decoded; the message says why
     */
    public List<Part> parts() {
        return header("Content-Type")
                .filter(type -> type.regionMatches(true, 0, "multipart/", 0, 10))
                .map(type -> Part.of(type, content.decoded()))
                .orElse(List.of());
    }

    /**
     * Return the content as text, without the codings that {@code Content-Encoding} names (gzip, deflate, and br if
     * Brotli4j is there), up to 64 MiB of it; in the charset that its type names or else in UTF-8. {@link #bytes()} has
     * it as it was sent.
     *
     * @throws IllegalArgumentException if the coding or the charset is unknown, or the content is not coded that way; the
     *     message says why
     */
    public String body() {
        return content.text();
    }

    /** Return a copy of the content as it was sent, with its content codings. */
    public byte[] bytes() {
        return message.body().toByteArray();
    }

    /** Return how long the content was, in bytes; what is beyond the bound of the server's record is not kept. */
    public long length() {
        return message.length();
    }

    /**
     * Return the fields of the form that was sent as {@code application/x-www-form-urlencoded}, else an empty map.
     *
     * @throws IllegalArgumentException if the content cannot be decoded; the message says why
     */
    public Map<String, List<String>> form() {
        return HttpContent.isOfType(headers(), "application/x-www-form-urlencoded")
                ? HttpContent.parameters(body())
                : Map.of();
    }

    /** Return the first field of that name in the form that was sent. */
    public Optional<String> formParameter(String name) {
        return first(form(), name);
    }

    private static Optional<String> first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * Return the method and the target, such as {@code GET /search?q=a}; of a request by {@link io.github.postfixture.web.WebServer#proxy()} with
     * the host, such as {@code GET https://api.example/search?q=a}.
     */
    @Override
    public String toString() {
        String host = namesHost && !isAddressedToServer() ? (isSecure() ? "https://" : "http://") + authority() : "";
        return method() + " " + host + target();
    }

    private boolean isAddressedToServer() {
        int port = message.ends().here().getPort();
        return OWN_HOSTS.stream().anyMatch(own -> authority().equalsIgnoreCase(own + ":" + port));
    }
}
