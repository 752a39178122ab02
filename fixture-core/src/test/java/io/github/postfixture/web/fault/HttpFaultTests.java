package io.github.postfixture.web.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.fault.Occurrence;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.Client;
import io.github.postfixture.web.Exchange;
import io.github.postfixture.web.RawClient;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpFaultTests {

    private final WebServer web = WebServer.start().serve("/pay", Response.text("paid"));

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void failsTheNextRequestsInTurnAndThenNoMore() {
        web.failNext("/pay", HttpFault.status(503));
        web.failNext("/pay", HttpFault.status(502));

        assertThat(pay()).isEqualTo(503);
        assertThat(pay()).isEqualTo(502);
        assertThat(pay()).isEqualTo(200);
        assertThat(web.exchanges())
                .extracting(Exchange::source)
                .containsExactly(Exchange.Source.FAULT, Exchange.Source.FAULT, Exchange.Source.STUB);
    }

    @Test
    void failsAllRequestsOfOnePathUntilCleared() {
        web.serve("/other", Response.ok());
        web.failAll("/pay", HttpFault.status(503));

        assertThat(pay()).isEqualTo(503);
        assertThat(pay()).isEqualTo(503);
        assertThat(Client.get(web.uri("/other")).statusCode()).isEqualTo(200);

        web.clearFaults();
        assertThat(pay()).isEqualTo(200);
    }

    @Test
    void disconnectsWithoutAWord() throws Exception {
        web.failAll("/pay", HttpFault.disconnect());

        try (RawClient client = RawClient.to(web.http())) {
            assertThat(client.send("GET /pay HTTP/1.1\r\nHost: x\r\n\r\n").readAll())
                    .isEmpty();
        }
        Exchange exchange = web.awaitRequest();
        assertThat(exchange).hasToString("GET /pay \u2192 disconnected (fault)");
        assertThat(exchange.response()).isEmpty();
        assertThat(web.timeline().events())
                .extracting(event -> event.detail().toString())
                .containsExactly("fault #1 (disconnect) strikes at GET /pay", "GET /pay \u2192 disconnected (fault)");
    }

    @Test
    void delaysTheOrdinaryAnswer() {
        web.failNext("/pay", HttpFault.delay(Duration.ofMillis(30)));
        long began = System.nanoTime();

        assertThat(Client.get(web.uri("/pay")).body()).isEqualTo("paid");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void stallsUntilTheClientGivesUp() throws Exception {
        web.failNext("/pay", HttpFault.stall());

        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET /pay HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(web.awaitRequest().response()).isEmpty();
            web.close();
            assertThatThrownBy(client::readAll).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void resetsTheConnection() throws Exception {
        web.failNext("/pay", HttpFault.reset());

        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET /pay HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThatThrownBy(client::readAll)
                    .isInstanceOf(SocketException.class)
                    .hasMessage("Connection reset");
        }
        assertThat(web.awaitRequest().response()).isEmpty();
    }

    @Test
    void sendsGarbage() throws Exception {
        web.failNext("/pay", HttpFault.garbage());

        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET /pay HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readAll()).isEqualTo("\u0001\u0002garbage\u00ff\r\n\r\n");
        }
        assertThat(web.awaitRequest().response()).isEmpty();
    }

    @Test
    void truncatesTheContent() throws Exception {
        web.failNext("/pay", HttpFault.truncate(3));

        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET /pay HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readAll()).contains("Content-Length: 4\r\n").endsWith("\r\n\r\npai");
        }
        assertThat(web.awaitRequest().response().orElseThrow().body()).isEqualTo("pai");
    }

    @Test
    void throttlesTheContent() {
        web.failNext("/pay", HttpFault.throttle(20));
        long began = System.nanoTime();

        assertThat(Client.get(web.uri("/pay")).body()).isEqualTo("paid");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void strikesOverTlsToo() {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(CertificateAuthority.ofThisJvm().sslContext())
                .build();
        for (HttpFault fault :
                List.of(HttpFault.disconnect(), HttpFault.reset(), HttpFault.garbage(), HttpFault.truncate(1))) {
            web.on("POST", "/pay").fail(Occurrence.next(), fault);
            assertThatThrownBy(() -> Client.send(client, "POST", web.https().uri("/pay"), "x"))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void describesItself() {
        assertThat(HttpFault.stall()).hasToString("stall");
        assertThat(HttpFault.reset()).hasToString("reset");
        assertThat(HttpFault.garbage()).hasToString("garbage");
        assertThat(HttpFault.truncate(3)).hasToString("truncation after 3 bytes");
        assertThat(HttpFault.throttle(100)).hasToString("throttling to 100 bytes per second");
        assertThat(HttpFault.status(503)).hasToString("status 503");
        assertThat(HttpFault.disconnect()).hasToString("disconnect");
        assertThat(HttpFault.delay(Duration.ofSeconds(2))).hasToString("delay of 2 seconds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpFault.status(99))
                .withMessage("status (99) must be between 200 and 599");
    }

    private int pay() {
        return Client.get(web.uri("/pay")).statusCode();
    }
}
