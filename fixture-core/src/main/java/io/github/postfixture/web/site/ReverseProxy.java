package io.github.postfixture.web.site;

import io.github.postfixture.net.outgoing.ConnectionPolicy;
import io.github.postfixture.net.outgoing.OutwardClient;
import io.github.postfixture.web.engine.FieldText;
import io.github.postfixture.web.engine.ResponseBody;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passes requests on to another server, and its responses back (RFC 9110, section 7.6). */
record ReverseProxy(URI origin, Duration timeout) implements SiteSource.Opened {

    @Override
    public Optional<SiteResponse> respond(SiteRequest request) {
        try {
            return Optional.of(ForwardedFields.back(request, origin, fetch(request)));
        } catch (HttpTimeoutException e) {
            return Optional.of(request.error(504));
        } catch (IOException e) {
            return Optional.of(request.error(502));
        }
    }

    private SiteResponse fetch(SiteRequest request) throws IOException {
        HttpResponse<InputStream> response = OutwardClient.shared()
                .send(request(request), BodyHandlers.ofInputStream(), ConnectionPolicy.LOCAL.named(origin.getHost()));
        long length = request.method().equals("HEAD")
                ? -1
                : response.headers().firstValueAsLong("Content-Length").orElse(-1);
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        response.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> fields.add(Map.entry(name, FieldText.of(value)))));
        return new SiteResponse(response.statusCode(), fields, new Received(length, response.body()));
    }

    private HttpRequest request(SiteRequest request) throws IOException {
        HttpRequest.Builder outward = HttpRequest.newBuilder(target(request))
                .timeout(timeout)
                .method(
                        request.method(),
                        request.message().body().length() == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(
                                        request.message().body().toByteArray()));
        ForwardedFields.fields(request)
                .forEach(field -> ConnectionFields.pass(field.getKey(), field.getValue(), outward));
        return outward.build();
    }

    private URI target(SiteRequest request) throws IOException {
        try {
            return ForwardedTarget.at(origin, request.path() + request.query());
        } catch (IllegalArgumentException e) {
            throw new IOException("The path cannot be forwarded", e);
        }
    }

    private record Received(long length, InputStream content) implements ResponseBody {

        @Override
        public InputStream open() {
            return content;
        }
    }
}
