package io.github.postfixture.web.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.Client;
import io.github.postfixture.web.Exchange;
import io.github.postfixture.web.RawClient;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.request.RequestCriteria;
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
        web.at("/pay").always(HttpFault.status(503));

        assertThat(pay()).isEqualTo(503);
        assertThat(pay()).isEqualTo(503);
        assertThat(Client.get(web.uri("/other")).statusCode()).isEqualTo(200);

        web.clearFaults();
        assertThat(pay()).isEqualTo(200);
    }

    @Test
    void tellsAReportHowEachWasUsedAndWhatIsLeft() {
        web.at("POST", "/pay").always(HttpFault.status(500));
        web.at("/pay").times(3, HttpFault.status(503));
        web.atHandshake().next(ConnectionFault.reset());
        pay();

        web.noteContents();

        assertThat(web.timeline().trace())
                .filteredOn(event -> event.number() == 0)
                .extracting(Event::line)
                .containsExactly(
                        "in the end, fault #1 (status 500) at POST /pay, always: never struck, has no end",
                        "in the end, fault #2 (status 503) at /pay, times(3): struck once, would strike 2 more times",
                        "in the end, fault #3 (reset) at TLS handshake of https, next: never struck, would strike once more");
    }

    @Test
    void disconnectsWithoutAWord() throws Exception {
        web.at("/pay").always(ConnectionFault.disconnect());

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
        web.failNext("/pay", ConnectionFault.delay(Duration.ofMillis(30)));
        long began = System.nanoTime();

        assertThat(Client.get(web.uri("/pay")).body()).isEqualTo("paid");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void stallsUntilTheClientGivesUp() throws Exception {
        web.failNext("/pay", ConnectionFault.stall());

        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET /pay HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(web.awaitRequest().response()).isEmpty();
            web.close();
            assertThatThrownBy(client::readAll).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void resetsTheConnection() throws Exception {
        web.failNext("/pay", ConnectionFault.reset());

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
        web.failNext("/pay", ConnectionFault.garbage("\u0001\u0002garbage\u00ff\r\n\r\n"));

        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET /pay HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readAll()).isEqualTo("\u0001\u0002garbage\u00ff\r\n\r\n");
        }
        assertThat(web.awaitRequest().response()).isEmpty();
    }

    @Test
    void truncatesTheContent() throws Exception {
        web.failNext("/pay", ConnectionFault.disconnectAfter(3));

        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET /pay HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readAll()).contains("Content-Length: 4\r\n").endsWith("\r\n\r\npai");
        }
        assertThat(web.awaitRequest().response().orElseThrow().body()).isEqualTo("pai");
    }

    @Test
    void throttlesTheContent() {
        web.failNext("/pay", ConnectionFault.throttle(20));
        long began = System.nanoTime();

        assertThat(Client.get(web.uri("/pay")).body()).isEqualTo("paid");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void strikesOverTlsToo() {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(CertificateAuthority.ofThisJvm().sslContext())
                .build();
        for (ConnectionFault fault : List.of(
                ConnectionFault.disconnect(),
                ConnectionFault.reset(),
                ConnectionFault.garbage("?"),
                ConnectionFault.disconnectAfter(1))) {
            web.at("POST", "/pay").next(fault);
            assertThatThrownBy(() -> Client.send(client, "POST", web.https().uri("/pay"), "x"))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void strikesAtTheRequestsThatAreMeant() {
        web.at("POST", "/{any*}").matching(RequestCriteria.header("X-Try", "1")).always(HttpFault.status(503));
        web.at("/pay")
                .matching("from a test", request -> request.target().endsWith("?test"))
                .next(HttpFault.status(502));

        assertThat(pay()).isEqualTo(200);
        assertThat(Client.send("POST", web.uri("/pay"), "x", "X-Try", "1").statusCode())
                .isEqualTo(503);
        assertThat(Client.get(web.uri("/pay?test")).statusCode()).isEqualTo(502);
        assertThat(strikes())
                .containsExactly(
                        "fault #1 (status 503) strikes at POST /pay", "fault #2 (status 502) strikes at GET /pay?test");
    }

    @Test
    void strikesTheFirstTryOfEachTarget() {
        web.at("/{any*}").firstTryOfEach(HttpFault.rateLimit());
        web.serve("/other", Response.ok());

        assertThat(pay()).isEqualTo(429);
        assertThat(pay()).isEqualTo(200);
        assertThat(Client.get(web.uri("/other")).statusCode()).isEqualTo(429);
    }

    @Test
    void saysWhatRealServersSay() {
        web.at("/pay").next(HttpFault.rateLimit());
        web.at("/pay").next(HttpFault.expiredToken());

        assertThat(Client.get(web.uri("/pay")).headers().firstValue("Retry-After"))
                .contains("1");
        assertThat(Client.get(web.uri("/pay")).headers().firstValue("WWW-Authenticate"))
                .contains("Bearer error=\"invalid_token\"");
    }

    @Test
    void runsWhateverATestWantsBeforeTheAnswerIsLookedFor() {
        web.at("/new").next(ConnectionFault.run("deployment", () -> web.serve("/new", Response.text("deployed"))));

        assertThat(Client.get(web.uri("/new")).body()).isEqualTo("deployed");
    }

    @Test
    void failsTheTestIfWhatItRunsFails() {
        web.at("/pay").next(ConnectionFault.run("failure", () -> {
            throw new IllegalStateException("no");
        }));

        assertThat(Client.get(web.uri("/pay")).body())
                .isEqualTo("What a fault ran before GET /pay failed; its failure is on the timeline\n");
        assertThatThrownBy(web::verify).hasMessageContaining("java.lang.IllegalStateException: no");
    }

    @Test
    void isToldAsTheAnswerOfAStubToo() {
        web.on("GET", "/job").answer(HttpFault.status(503));
        Client.get(web.uri("/job"));

        assertThat(strikes()).containsExactly("fault of stub GET /job (status 503) strikes at GET /job");
    }

    @Test
    void isRefusedWhereItCouldNeverStrike() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> web.at("get", "/pay"))
                .withMessage("method (get) must be in capitals, as clients send it, or the fault would never strike;"
                        + " write \"GET\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> web.at("CONNECT", "/"))
                .withMessage(
                        "method (CONNECT) must be one of requests that have a path, or the fault would never strike;"
                                + " what is within CONNECT begins with atHandshake()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> web.at("HEAD", "/pay").next(ConnectionFault.throttle(1)))
                .withMessage(
                        "fault (throttle to 1 bytes a second) has no effect at HEAD /pay: its answer has no content");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> web.atHandshake().next(ConnectionFault.disconnectAfter(1)))
                .withMessage("fault (disconnect after 1 bytes) has no effect at TLS handshake of https:"
                        + " it is for the content of an answer; script it at a path");
    }

    private List<String> strikes() {
        return web.timeline().events().stream()
                .map(event -> event.detail().toString())
                .filter(told -> told.contains(" strikes at "))
                .toList();
    }

    @Test
    void describesItself() {
        assertThat(HttpFault.status(503)).hasToString("status 503");
        assertThat(HttpFault.rateLimit()).hasToString("status 429");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpFault.status(99))
                .withMessage("status (99) must be between 200 and 599");
    }

    private int pay() {
        return Client.get(web.uri("/pay")).statusCode();
    }
}
