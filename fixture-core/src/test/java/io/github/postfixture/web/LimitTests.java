package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LimitTests {

    private static final int MEGABYTE = 1 << 20;

    private final WebServer web = WebServer.builder()
            .timeout(Duration.ofSeconds(10))
            .maxBody(2 * MEGABYTE)
            .keptBody(MEGABYTE)
            .start();

    @AfterEach
    void close() {
        web.close();
    }

    @Nested
    class Heads {

        @Test
        void thatAreTooLongGetStatus431() throws IOException {
            assertThat(answer("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(9_000) + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 431 ");
        }

        @Test
        void withATargetThatIsTooLongGetStatus414() throws IOException {
            assertThat(answer("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                    .startsWith("HTTP/1.1 414 ");
        }

        @Test
        void mayBeAsLongAsTheBuilderSays() throws IOException {
            try (WebServer patient = WebServer.builder().maxHead(100_000).start();
                    WebServer strict = WebServer.builder().maxHead(500).start()) {
                String head = "GET /" + "x".repeat(1_000) + " HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(30_000)
                        + "\r\nConnection: close\r\n\r\n";

                assertThat(answer(patient, head)).startsWith("HTTP/1.1 404 ");
                assertThat(answer(strict, head)).startsWith("HTTP/1.1 414 ");
            }
        }

        @Test
        void thatTakeTooLongGetStatus408ByTheHundredWhileOthersAreServed() throws IOException {
            try (WebServer hasty =
                    WebServer.builder().headTimeout(Duration.ofMillis(600)).start()) {
                List<RawClient> slow = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    slow.add(RawClient.to(hasty.http()).send("GET / HTTP/1.1\r\nHost:"));
                }
                assertThat(Client.get(hasty.uri("/")).statusCode()).isEqualTo(404);
                for (RawClient client : slow) {
                    assertThat(client.readAll()).startsWith("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n");
                    client.close();
                }
                assertThat(hasty.exchanges()).hasSize(1);
                assertThat(lines(hasty))
                        .filteredOn("the head of a request, which did not come in time: 408 Request Timeout"::equals)
                        .hasSize(100);
            }
        }

        @Test
        void thatNeverEndGetStatus408AfterTheIdleTimeoutToo() throws IOException {
            try (WebServer hasty =
                    WebServer.builder().idleTimeout(Duration.ofMillis(400)).start()) {
                assertThat(answer(hasty, "GET / HTTP/1.1\r\n")).startsWith("HTTP/1.1 408 ");
                assertThat(answer(hasty, "")).isEmpty();
            }
        }

        @Test
        void mayFollowOneAnotherLaterThanTheTimeForOne() throws IOException {
            try (WebServer hasty = WebServer.builder()
                            .headTimeout(Duration.ofMillis(300))
                            .start();
                    RawClient client = RawClient.to(hasty.http())) {
                hasty.serve("/slow", Response.ok());
                hasty.failNext("/slow", ConnectionFault.delay(Duration.ofMillis(500)));
                for (String path : List.of("/slow", "/fast")) {
                    client.send("GET " + path + " HTTP/1.1\r\n").send("Host: x\r\n\r\n");
                    assertThat(client.readTo("\r\n")).doesNotContain("408");
                    client.readTo("\r\n\r\n");
                    if (path.equals("/fast")) {
                        client.readTo("\n");
                    }
                }
            }
        }
    }

    @Nested
    class Bodies {

        @Test
        void thatAreTooLongGetTheirAnswerHoweverTheyCome() throws IOException {
            String body = "x".repeat(5 * MEGABYTE);
            for (int i = 0; i < 10; i++) {
                assertThat(answer("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body))
                        .startsWith("HTTP/1.1 413 ")
                        .contains("Connection: close");
                assertThat(answer("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n500000\r\n" + body
                                + "\r\n0\r\n\r\n"))
                        .startsWith("HTTP/1.1 413 ");
            }
            assertThat(web.exchanges()).isEmpty();
            assertThat(lines(web))
                    .hasSize(20)
                    .allMatch("POST /: 413 the content is longer than 2097152 bytes; see maxBody(..)"::equals);
        }

        @Test
        void thatNobodyReadsGetTheirAnswer() throws IOException {
            String body = "x".repeat(2 * MEGABYTE);
            for (int i = 0; i < 20; i++) {
                assertThat(answer("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + body.length()
                                + "\r\n\r\n" + body))
                        .startsWith("HTTP/1.1 404 ");
            }
        }

        @Test
        void areKeptUpToTheBound() {
            web.serve("/", request -> Response.text(Long.toString(request.length())));

            assertThat(Client.send("POST", web.uri("/"), "x".repeat(2 * MEGABYTE))
                            .body())
                    .isEqualTo(Integer.toString(2 * MEGABYTE));
            Request request = web.awaitRequest().request();
            assertThat(request.length()).isEqualTo(2 * MEGABYTE);
            assertThat(request.bytes()).hasSize(MEGABYTE);
        }

        @Test
        void areNotSentIfTheyAreTooLongAndTheClientAsksFirst() throws IOException {
            assertThat(answer("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9999999\r\n\r\n"))
                    .startsWith("HTTP/1.1 413 ")
                    .doesNotContain("HTTP/1.1 100 ");
        }

        @Test
        void areSentOnceTheClientIsToldToGoOn() throws IOException {
            web.serve("/", request -> Response.text(request.body()));
            try (RawClient client = RawClient.to(web.http())) {
                client.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
                assertThat(client.readTo("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
                assertThat(client.send("Hello").readTo("Hello")).startsWith("HTTP/1.1 200 ");
            }
        }

        @Test
        void thatAreExpectedInAnUnknownWayGetStatus417() throws IOException {
            assertThat(answer("POST / HTTP/1.1\r\nHost: x\r\nExpect: wonders\r\nContent-Length: 5\r\n\r\nHello"))
                    .startsWith("HTTP/1.1 417 ");
        }
    }

    private String answer(String request) throws IOException {
        return answer(web, request);
    }

    private static String answer(WebServer server, String request) throws IOException {
        try (RawClient client = RawClient.to(server.http())) {
            return client.send(request).readAll();
        }
    }

    private static List<String> lines(WebServer server) {
        return server.timeline().events().stream()
                .map(event -> event.detail().toString())
                .toList();
    }
}
