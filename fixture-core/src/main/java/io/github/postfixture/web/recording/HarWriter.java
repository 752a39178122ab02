package io.github.postfixture.web.recording;

import io.github.postfixture.json.Json;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.coding.UndecodableException;
import io.github.postfixture.web.request.HttpContent;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Makes a HAR of exchanges. Not safe for use by several threads.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class HarWriter {

    private static final String NAME = "recorded";
    private static final int UNKNOWN = -1;

    private final List<Json> entries = new ArrayList<>();

    /**
     * Add an exchange.
     *
     * @param origin the server that answered, if it was another one
     * @param at when the request had arrived
     * @param waited how long it took from then until the first byte of the response left
     * @param received how long it took from then until the last one had left
     */
    public HarWriter add(
            Request request, Response response, Optional<URI> origin, Instant at, Duration waited, Duration received) {
        BigDecimal wait = milliseconds(waited);
        BigDecimal receive = milliseconds(received);
        entries.add(Json.object()
                .with("startedDateTime", at.truncatedTo(ChronoUnit.MILLIS).toString())
                .with("time", wait.add(receive))
                .with("request", request(request, origin))
                .with("response", response(response, request.protocol()))
                .with("cache", Json.object())
                .with(
                        "timings",
                        Json.object().with("send", 0).with("wait", wait).with("receive", receive)));
        return this;
    }

    private static BigDecimal milliseconds(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos() / 1000, 3);
    }

    private static Json request(Request request, Optional<URI> origin) {
        Json written = Json.object()
                .with("method", request.method())
                .with("url", origin.map(HarWriter::root).orElseGet(() -> root(request)) + request.target())
                .with("httpVersion", request.protocol())
                .with("cookies", pairs(request.cookies().entrySet().stream()))
                .with("headers", pairs(each(request.headers().map())))
                .with("queryString", pairs(each(request.query())))
                .with("headersSize", UNKNOWN)
                .with("bodySize", request.length());
        return request.length() == 0 ? written : written.with("postData", posted(request));
    }

    private static String root(URI origin) {
        return origin.getScheme() + "://" + origin.getRawAuthority();
    }

    private static String root(Request request) {
        return (request.isSecure() ? "https://" : "http://")
                + request.header("Host").orElse("localhost");
    }

    private static Json posted(Request request) {
        String type = request.header("Content-Type").orElse("");
        Octets content = Octets.of(request.bytes());
        return HarContent.with(
                Json.object().with("mimeType", type),
                plain(request.headers(), content).orElse(content),
                type);
    }

    private static Json response(Response response, String protocol) {
        return Json.object()
                .with("status", response.status())
                .with("statusText", "")
                .with("httpVersion", protocol)
                .with("cookies", Json.array(HarCookie.of(response.headers())))
                .with("headers", pairs(each(response.headers().map())))
                .with("content", content(response))
                .with("redirectURL", response.header("Location").orElse(""))
                .with("headersSize", UNKNOWN)
                .with("bodySize", response.length());
    }

    private static Json content(Response response) {
        String type = response.header("Content-Type").orElse("");
        Octets sent = Octets.of(response.bytes());
        Optional<Octets> plain = plain(response.headers(), sent);
        Octets content = plain.orElse(sent);
        Json written =
                HarContent.with(Json.object().with("size", content.length()).with("mimeType", type), content, type);
        return plain.isPresent() ? written : written.with(HarEntry.CODED, true);
    }

    /** Return content without its codings, which may be others the next time; nothing if they are unknown. */
    private static Optional<Octets> plain(HttpHeaders headers, Octets content) {
        try {
            return Optional.of(HttpContent.decoded(headers, content));
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }

    private static Stream<Map.Entry<String, String>> each(Map<String, List<String>> values) {
        return values.entrySet().stream()
                .flatMap(named -> named.getValue().stream().map(value -> Map.entry(named.getKey(), value)));
    }

    private static Json pairs(Stream<Map.Entry<String, String>> pairs) {
        return Json.array(
                pairs.map(pair -> Json.object().with("name", pair.getKey()).with("value", pair.getValue()))
                        .toList());
    }

    /** Return what was added so far. */
    public Har har() {
        String version = Objects.requireNonNullElse(Har.class.getPackage().getImplementationVersion(), "");
        Json log = Json.object()
                .with("version", "1.2")
                .with("creator", Json.object().with("name", "Postfixture").with("version", version))
                .with("entries", Json.array(entries));
        return Har.of(NAME, Json.object().with("log", log));
    }
}
