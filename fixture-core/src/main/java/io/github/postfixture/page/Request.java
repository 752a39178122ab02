package io.github.postfixture.page;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a web server.
 *
 * @param content what is sent along, or null for nothing
 */
record Request(String method, URI uri, @Nullable Content content) {

    static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** A body in UTF-8 and its type. */
    record Content(String type, String text) {}

    static Request get(URI uri) {
        return new Request("GET", uri, null);
    }

    HttpRequest with(Map<String, List<String>> cookies) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
        builder.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        cookies.forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        if (content == null) {
            return builder.method(method, BodyPublishers.noBody()).build();
        }
        return builder.header("Content-Type", content.type())
                .method(method, BodyPublishers.ofString(content.text()))
                .build();
    }

    /** Return what a redirect asks for next, if the response is one (RFC 9110 section 15.4). */
    Optional<Request> redirected(HttpResponse<?> response) {
        return response.headers().firstValue("Location").flatMap(location -> {
            URI target = References.resolve(uri, location);
            return switch (response.statusCode()) {
                case 301, 302, 303 ->
                    Optional.of(method.equals("HEAD") ? new Request("HEAD", target, null) : get(target));
                case 307, 308 -> Optional.of(new Request(method, target, content));
                default -> Optional.empty();
            };
        });
    }
}
