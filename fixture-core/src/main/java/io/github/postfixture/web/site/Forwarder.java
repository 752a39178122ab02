package io.github.postfixture.web.site;

import io.github.postfixture.net.ConnectionPolicy;
import io.github.postfixture.net.OutwardClient;
import io.github.postfixture.web.jetty.Body;
import io.github.postfixture.web.jetty.FieldText;
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

/** Passes questions on to another server, and its answers back (RFC 9110, section 7.6). */
record Forwarder(URI origin, Duration timeout) implements Origin.Source {

    @Override
    public Optional<Served> respond(Ask ask) {
        try {
            return Optional.of(Forwarding.back(ask, origin, fetch(ask)));
        } catch (HttpTimeoutException e) {
            return Optional.of(ask.error(504));
        } catch (IOException e) {
            return Optional.of(ask.error(502));
        }
    }

    private Served fetch(Ask ask) throws IOException {
        HttpResponse<InputStream> response = OutwardClient.shared()
                .send(request(ask), BodyHandlers.ofInputStream(), ConnectionPolicy.LOCAL.named(origin.getHost()));
        long length = ask.method().equals("HEAD")
                ? -1
                : response.headers().firstValueAsLong("Content-Length").orElse(-1);
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        response.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> fields.add(Map.entry(name, FieldText.of(value)))));
        return new Served(response.statusCode(), fields, new Received(length, response.body()));
    }

    private HttpRequest request(Ask ask) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target(ask))
                .timeout(timeout)
                .method(
                        ask.method(),
                        ask.call().body().length() == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(ask.call().body().toByteArray()));
        Forwarding.fields(ask).forEach(field -> ConnectionFields.pass(field.getKey(), field.getValue(), request));
        return request.build();
    }

    private URI target(Ask ask) throws IOException {
        try {
            return ForwardedTarget.at(origin, ask.path() + ask.query());
        } catch (IllegalArgumentException e) {
            throw new IOException("The path cannot be forwarded", e);
        }
    }

    private record Received(long length, InputStream content) implements Body {

        @Override
        public InputStream open() {
            return content;
        }
    }
}
