package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.timeline.Event;
import io.github.postfixture.web.response.Response;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExchangeTests {

    private final WebServer web =
            WebServer.builder().timeout(Duration.ofSeconds(10)).start();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void hasTheExchangeBeforeTheClientHasItsAnswer() throws Exception {
        web.serve("/fixed", Response.text("end")).serve("/handled", request -> Response.text("end"));
        try (RawClient client = RawClient.to(web.http())) {
            for (int i = 1; i <= 300; i++) {
                String path = i % 2 == 0 ? "/fixed" : "/handled";
                client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").readTo("\r\n\r\nend");
                assertThat(web.exchanges()).hasSize(i);
            }
        }
    }

    @Test
    void keepsRequestAndResponse() {
        web.serve("/hello", Response.html("<p>Hi</p>").withStatus(201));

        Client.send("POST", web.uri("/hello?x=1"), "content");

        Exchange exchange = web.awaitRequest();
        assertThat(exchange).hasToString("POST /hello?x=1 \u2192 201 (stub), 9 bytes, text/html");
        assertThat(exchange.request().body()).isEqualTo("content");
        Response sent = exchange.response().orElseThrow();
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.body()).isEqualTo("<p>Hi</p>");
        assertThat(sent.headers().map())
                .containsEntry("Content-Type", List.of("text/html; charset=utf-8"))
                .containsEntry("Content-Length", List.of("9"))
                .containsKey("Date")
                .doesNotContainKey("Server");
        assertThat(exchange.duration()).isPositive();
        assertThat(exchange.firstByteAfter().orElseThrow()).isPositive();
        assertThat(exchange.lastByteAfter().orElseThrow())
                .isGreaterThanOrEqualTo(exchange.firstByteAfter().orElseThrow());
        assertThat(web.timeline().events()).extracting(Event::detail).containsExactly(exchange);
    }

    @Test
    void cutsTheRecordOfAHugeStreamButKeepsItsLength() {
        byte[] content = new byte[3_000_000];
        web.serve("/huge", Response.stream("application/octet-stream", () -> new ByteArrayInputStream(content)));

        assertThat(Client.get(web.uri("/huge")).body()).hasSize(3_000_000);

        Response sent = web.awaitRequest().response().orElseThrow();
        assertThat(sent.bytes()).hasSize(1 << 20);
        assertThat(sent.length()).isEqualTo(3_000_000);
    }

    @Test
    void readsAPageAndRecordsIt() {
        web.serve("/", Response.html("<title>Home</title>"));

        assertThat(web.open("/").title()).isEqualTo("Home");
        assertThat(web.awaitRequest()).hasPath("/").hasStatus(200);
    }

    @Test
    void keepsRequestsThatMakeNoSenseOnTheTimelineOnly() throws Exception {
        try (RawClient client = RawClient.to(web.http())) {
            assertThat(client.send("GET /a b c d\r\n\r\n").readAll()).startsWith("HTTP/1.1 400 ");
        }
        assertThat(web.exchanges()).isEmpty();
        assertThat(web.timeline().events())
                .extracting(event -> event.detail().toString())
                .singleElement()
                .asString()
                .startsWith("a request that makes no sense: 400 ");
    }
}
