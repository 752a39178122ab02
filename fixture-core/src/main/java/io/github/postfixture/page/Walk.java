package io.github.postfixture.page;

import io.github.postfixture.tls.CertificateAuthority;
import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A reader's way from page to page: redirects are followed, and cookies kept. Safe for use by several threads. */
final class Walk {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_REDIRECTS = 20;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

    Page get(URI uri) {
        return open("GET", uri, "");
    }

    Page post(URI uri, String form) {
        return open("POST", uri, form);
    }

    private Page open(String method, URI uri, String form) {
        List<URI> hops = new ArrayList<>();
        String currentMethod = method;
        URI current = uri;
        while (hops.size() <= MOST_REDIRECTS) {
            hops.add(current);
            HttpResponse<byte[]> response = send(currentMethod, current, form);
            String location = response.headers().firstValue("Location").orElse("");
            if (!isRedirect(response.statusCode()) || location.isEmpty()) {
                return new Page(current, response, this);
            }
            currentMethod = keepsMethod(response.statusCode()) ? currentMethod : "GET";
            current = current.resolve(location);
        }
        throw new AssertionError("Cannot open " + uri + ": it redirects without end:\n" + Outline.lines(hops));
    }

    private HttpResponse<byte[]> send(String method, URI uri, String form) {
        URI target = withPath(uri);
        try {
            HttpResponse<byte[]> response =
                    Client.SHARED.send(request(method, target, form), BodyHandlers.ofByteArray());
            cookies.put(target, response.headers().map());
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while opening " + uri, e);
        } catch (IOException | IllegalArgumentException e) {
            throw new AssertionError("Cannot open " + uri + ": " + reason(e), e);
        }
    }

    private HttpRequest request(String method, URI uri, String form) throws IOException {
        boolean hasBody = method.equals("POST");
        BodyPublisher body = hasBody ? BodyPublishers.ofString(form) : BodyPublishers.noBody();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(PATIENCE).method(method, body);
        if (hasBody) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        cookies.get(uri, Map.of()).forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return request.build();
    }

    private static URI withPath(URI uri) {
        String text = uri.toString().split("#", 2)[0];
        return uri.getRawPath().isEmpty() ? URI.create(text).resolve("/") : URI.create(text);
    }

    private static String reason(Exception e) {
        if (e instanceof ConnectException) {
            return "connection refused";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || keepsMethod(status);
    }

    private static boolean keepsMethod(int status) {
        return status == 307 || status == 308;
    }

    private static final class Client {

        static final HttpClient SHARED = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(CertificateAuthority.ofThisJvm().sslContext())
                .connectTimeout(PATIENCE)
                .build();
    }
}
