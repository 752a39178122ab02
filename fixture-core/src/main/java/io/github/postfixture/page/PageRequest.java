package io.github.postfixture.page;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a web server.
 *
 * @param headers what tells where the request comes from
 * @param content what is sent along, or null for nothing
 */
record PageRequest(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable Content content) {

    private static final String REFERER = "Referer";

    /** A body and its type. */
    record Content(String type, BodyPublisher body) {}

    static PageRequest get(URI uri) {
        return new PageRequest("GET", uri, Map.of(), null);
    }

    static PageRequest head(URI uri) {
        return new PageRequest("HEAD", uri, Map.of(), null);
    }

    static PageRequest post(URI uri, Content content) {
        return new PageRequest("POST", uri, Map.of(), content);
    }

    boolean isGet() {
        return method.equals("GET");
    }

    PageRequest withHeaders(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(more);
        return new PageRequest(method, uri, Map.copyOf(all), content);
    }

    /** Return the request for the wire; a later header takes the place of an earlier one of its name. */
    HttpRequest with(Map<String, String> more) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri);
        builder.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        headers.forEach(builder::setHeader);
        more.forEach(builder::setHeader);
        if (content == null) {
            return builder.method(method, BodyPublishers.noBody()).build();
        }
        return builder.header("Content-Type", content.type())
                .method(method, content.body())
                .build();
    }

    /**
     * Return what a redirect asks for, if the status is that of one (RFC 9110 section 15.4); its address keeps the fragment
     * of this one unless it has its own (section 10.2.2).
     */
    Optional<PageRequest> redirected(int status, String location) {
        URI target = ReferenceParser.withFragmentOf(uri, ReferenceParser.resolve(uri, location));
        return switch (status) {
            case 301, 302, 303 ->
                Optional.of(new PageRequest(method.equals("HEAD") ? "HEAD" : "GET", target, onward(), null));
            case 307, 308 -> Optional.of(new PageRequest(method, target, headers, content));
            default -> Optional.empty();
        };
    }

    private Map<String, String> onward() {
        return headers.containsKey(REFERER) ? Map.of(REFERER, headers.get(REFERER)) : Map.of();
    }
}
