package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.timeline.Event;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.site.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sites that forward, sites by host, and what the access log says of them. */
class GatewayTests {

    private static WebServer gatewayTo(WebServer behind, String base) {
        return WebServer.builder().site("/shop", Site.proxy(behind.uri(base))).start();
    }

    @Test
    void forwardsWithWhatTheServerBehindMustKnow() {
        try (WebServer behind = WebServer.start();
                WebServer front = gatewayTo(behind, "/app")) {
            behind.serve(
                    "/app/a%20b",
                    request -> Response.text(request.method() + " " + request.body())
                            .withStatus(201)
                            .withHeader("X-Own", "1")
                            .withHeader("Connection", "X-Hop")
                            .withHeader("X-Hop", "1"));

            HttpResponse<String> response = Client.send(
                    "PUT", front.uri("/shop/a%20b?x=%2F"), "content", "X-Forwarded-For", "192.0.2.1", "Te", "trailers");

            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(response.body()).isEqualTo("PUT content");
            assertThat(response.headers().firstValue("X-Own")).hasValue("1");
            assertThat(response.headers().firstValue("X-Hop")).isEmpty();
            assertThat(response.headers().firstValue("Via")).hasValue("1.1 postfixture");
            Request seen = behind.awaitRequest().request();
            String authority = "localhost:" + front.http().port();
            assertThat(seen.target()).isEqualTo("/app/a%20b?x=%2F");
            assertThat(seen.header("X-Forwarded-For").orElseThrow()).startsWith("192.0.2.1, ");
            assertThat(seen.header("X-Forwarded-Host")).hasValue(authority);
            assertThat(seen.header("X-Forwarded-Proto")).hasValue("http");
            assertThat(seen.header("Forwarded").orElseThrow())
                    .startsWith("for=")
                    .endsWith(";host=\"" + authority + "\";proto=http");
            assertThat(seen.header("Via")).hasValue("1.1 postfixture");
            assertThat(seen.header("Te")).isEmpty();
        }
    }

    @Test
    void turnsRedirectsOfTheServerBehindIntoItsOwn() {
        try (WebServer behind = WebServer.start();
                WebServer front = gatewayTo(behind, "/")) {
            behind.serve("/old", Response.redirect(behind.uri("/new?x=1").toString()));
            behind.serve("/away", Response.redirect("https://example.org/"));

            assertThat(Client.get(front.uri("/shop/old")).headers().firstValue("Location"))
                    .hasValue(front.uri("/shop/new?x=1").toString());
            assertThat(Client.get(front.uri("/shop/away")).headers().firstValue("Location"))
                    .hasValue("https://example.org/");
        }
    }

    @Test
    void passesOnWhatItCannotKnowTheLengthOfAndWhatHasNoContent() {
        try (WebServer behind = WebServer.builder()
                        .site(Site.of(Map.of("/a.txt", "x".repeat(300_000))))
                        .start();
                WebServer front = gatewayTo(behind, "/")) {
            assertThat(Client.get(front.uri("/shop/a.txt")).body()).hasSize(300_000);
            HttpResponse<String> head = Client.send("HEAD", front.uri("/shop/a.txt"), "");
            assertThat(head.headers().firstValue("Content-Length")).hasValue("300000");
            String tag = head.headers().firstValue("ETag").orElseThrow();
            assertThat(Client.get(front.uri("/shop/a.txt"), "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void failsTheTestIfTheClientCannotSendAField() throws IOException {
        try (WebServer behind = WebServer.start();
                WebServer front = gatewayTo(behind, "/");
                RawClient client = RawClient.to(front.http())) {
            String answer = client.send(
                            "GET /shop/a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Name: Müller\r\n\r\n")
                    .readAll();

            assertThat(answer).startsWith("HTTP/1.1 500");
            assertThatThrownBy(front::verify)
                    .hasMessageContaining("cannot send the field X-Name, as its value has characters beyond ASCII");
        }
    }

    @Test
    void says502IfNobodyIsThere() throws IOException {
        try (WebServer front = WebServer.builder()
                .site(Site.proxy(URI.create("http://127.0.0.1:" + closedPort())))
                .start()) {
            assertThat(Client.get(front.uri("/x")).statusCode()).isEqualTo(502);
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void says504IfTheServerBehindSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                WebServer front = WebServer.builder()
                        .site(Site.proxy(
                                URI.create("http://127.0.0.1:" + silent.getLocalPort()), Duration.ofMillis(100)))
                        .start()) {
            assertThat(Client.get(front.uri("/x")).statusCode()).isEqualTo(504);
        }
    }

    @Test
    void servesEveryHostItsOwnSite() throws IOException {
        try (WebServer web = WebServer.builder()
                .virtualHost("shop.example", Site.of(Map.of("/index.html", "shop")))
                .virtualHost("*.shop.example", Site.of(Map.of("/index.html", "branch")))
                .site(Site.of(Map.of("/index.html", "default", "/only.html", "only")))
                .start()) {
            assertThat(body(web, "shop.example", "/")).endsWith("shop");
            assertThat(body(web, "SHOP.example:8080", "/")).endsWith("shop");
            assertThat(body(web, "shop.example.", "/")).endsWith("shop");
            assertThat(body(web, "shop.example.:8080", "/")).endsWith("shop");
            assertThat(body(web, "north.shop.example", "/")).endsWith("branch");
            assertThat(body(web, "other.example", "/")).endsWith("default");
            assertThat(body(web, "shop.example", "/only.html")).startsWith("HTTP/1.1 404");
        }
    }

    private static String body(WebServer web, String host, String path) throws IOException {
        try (RawClient client = RawClient.to(web.http())) {
            return client.send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .readAll();
        }
    }

    @Test
    void writesAnAccessLogOnTheTimelineIfAsked() {
        try (WebServer web =
                WebServer.builder().accessLog().address("127.0.0.1").start()) {
            web.serve("/hello", Response.text("Hello"));
            Client.get(web.uri("/hello?x=1"), "User-Agent", "Test \"1\"", "Authorization", "Basic YWxpY2U6c2VjcmV0");
            web.awaitRequest();
            Client.get(web.uri("/hello"));
            web.awaitRequest();

            assertThat(web.timeline().events())
                    .filteredOn(event -> event.source().equals("access"))
                    .extracting(Event::detail)
                    .first()
                    .asString()
                    .matches("127\\.0\\.0\\.1 - alice \\[\\d\\d/\\w{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000]"
                            + " \"GET /hello\\?x=1 HTTP/1\\.1\" 200 5 \"-\" \"Test \\\\\"1\\\\\"\"");
        }
    }

    @Test
    void saysAtOnceWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Site.proxy(URI.create("localhost:8080")))
                .withMessage("server (localhost:8080) must start with http:// or https:// and a host");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebServer.builder().virtualHost("shop.example:80", Site.of(Map.of())))
                .withMessage("host (shop.example:80) must be a name, without a port");
    }
}
