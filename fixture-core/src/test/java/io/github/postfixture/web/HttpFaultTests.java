package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
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
        assertThat(web.timeline().events()).hasSize(1);
    }

    @Test
    void delaysTheOrdinaryAnswer() {
        web.failNext("/pay", HttpFault.delay(Duration.ofMillis(30)));
        long began = System.nanoTime();

        assertThat(Client.get(web.uri("/pay")).body()).isEqualTo("paid");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void describesItself() {
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
