package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.RealClient;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProxyTests {

    private final WebServer web = WebServer.start();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void playsWhateverHostIsAskedForOverTls() {
        web.on("GET", "/v1/users").withHost("api.example.com").answer(Response.json("[]"));
        web.on("GET", "/v1/users").withHost("eu.example.com").answer(Response.json("[1]"));
        HttpClient client = HttpClient.newBuilder()
                .proxy(web.proxySelector())
                .sslContext(CertificateAuthority.ofThisJvm().sslContext())
                .build();

        assertThat(get(client, "https://api.example.com/v1/users")).isEqualTo("[]");
        assertThat(get(client, "https://eu.example.com:8443/v1/users")).isEqualTo("[1]");
        assertThat(get(client, "http://eu.example.com/v1/users")).isEqualTo("[1]");
        assertThat(web.exchanges())
                .extracting(exchange ->
                        exchange.request().isSecure() + " " + exchange.request().host())
                .containsExactly("true api.example.com", "true eu.example.com", "false eu.example.com");
    }

    @Test
    void namesTheHostsWhereverItNamesRequests() {
        web.serve("/u", Response.ok());
        HttpClient client = HttpClient.newBuilder()
                .proxy(web.proxySelector())
                .sslContext(CertificateAuthority.ofThisJvm().sslContext())
                .build();

        get(client, "https://api.example.com/u");
        web.awaitRequest();
        get(client, "http://eu.example.com:81/u");
        web.awaitRequest();
        get(HttpClient.newHttpClient(), web.uri("/u").toString());
        web.awaitRequest();

        assertThat(web.timeline().events())
                .extracting(event -> event.detail().toString())
                .containsExactly(
                        "GET https://api.example.com/u \u2192 200 (stub)",
                        "GET http://eu.example.com:81/u \u2192 200 (stub)",
                        "GET /u \u2192 200 (stub)");
    }

    @Test
    void refusesAHostThatCannotBeOne() throws IOException {
        try (RawClient client = RawClient.to(web.proxy())) {
            assertThat(client.send("CONNECT a_b..c:443 HTTP/1.1\r\nHost: a_b..c:443\r\n\r\n")
                            .readTo("\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void isNoProxyUnlessItIsAskedToBe() throws IOException {
        try (RawClient client = RawClient.to(web.http())) {
            assertThat(client.send("CONNECT api.example.com:443 HTTP/1.1\r\nHost: api.example.com:443\r\n\r\n")
                            .readTo("\r\n\r\n"))
                    .startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    @Tag("real-client")
    void isWhatCurlNeeds() {
        web.on("POST", "/v1/charges").withHost("api.example.com").answer(Response.text("charged"));

        String answer = RealClient.named(
                        "curl",
                        "-sS",
                        "--noproxy",
                        "",
                        "-m",
                        "10",
                        "--cacert",
                        RealClient.caFile().toString())
                .run("--proxy", web.proxy().uri().toString(), "-d", "amount=1", "https://api.example.com/v1/charges");

        assertThat(answer).isEqualTo("charged");
        assertThat(web.awaitRequest().request().form()).containsKey("amount");
    }

    private static String get(HttpClient client, String uri) {
        return Client.send(client, "GET", URI.create(uri), "").body();
    }
}
