package io.github.postfixture.page;

import io.github.postfixture.tls.CertificateAuthority;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * The one HTTP client of the JVM; made on first use, with daemon threads only. It keeps no cookies and follows no
 * redirects, since both belong to a {@link Walk}. It speaks HTTP/1.1, since some servers lose the body of a request
 * that also asks for HTTP/2.
 */
final class Wire {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Request.TIMEOUT)
            .sslContext(CertificateAuthority.ofThisJvm().sslContext())
            .build();

    private Wire() {}

    static HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, BodyHandlers.ofByteArray());
    }
}
