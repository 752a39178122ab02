package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Response;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebServerAssertTests {

    private final WebServer web = WebServer.start().serve("/{all*}", Response.ok());

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void passesWhatIsTrue() {
        Client.get(web.uri("/a"));
        Client.get(web.uri("/b"));
        web.awaitRequests(2);

        assertThat(web)
                .receivesNothingFor(Duration.ofMillis(10))
                .receivesNothingFor(Duration.ofMillis(10), RequestCriteria.path("/c"))
                .hasRequestCount(2)
                .hasRequestCount(1, RequestCriteria.path("/a"))
                .hasRequestCount(0, RequestCriteria.method("POST"))
                .hasRequestsInOrder(RequestCriteria.path("/a"), RequestCriteria.path("/b"))
                .hasSameRequestPer("Idempotency-Key")
                .exchanges()
                .hasSize(2);
    }

    @Test
    void failsAtOnceWhenSomethingComes() {
        CompletableFuture<?> request = CompletableFuture.runAsync(() -> Client.send("POST", web.uri("/pay"), "x"));

        assertThatThrownBy(
                        () -> assertThat(web).receivesNothingFor(Duration.ofMinutes(1), RequestCriteria.method("POST")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expected the web server to receive no request by POST for 60 seconds but it received POST /pay \u2192 200 (stub).""");
        request.join();
    }

    @Test
    void countsAndListsWhatCame() {
        Client.get(web.uri("/a"));
        Client.get(web.uri("/b"));

        assertThatThrownBy(() -> assertThat(web).hasRequestCount(2, RequestCriteria.path("/a")))
                .hasMessage("""
                        Expected 2 requests to /a but 1 came.
                        There are:
                          GET /a \u2192 200 (stub)""");
        assertThatThrownBy(() -> assertThat(web).hasRequestCount(1)).hasMessageStartingWith("""
                        Expected 1 request but 2 came.
                        There are:
                        """);
    }

    @Test
    void namesTheFirstThatIsNotInItsPlace() {
        Client.get(web.uri("/a"));
        Client.get(web.uri("/b"));

        assertThatThrownBy(() ->
                        assertThat(web).hasRequestsInOrder(RequestCriteria.path("/b"), RequestCriteria.path("/a")))
                .hasMessage("""
                        Expected the web server to have received requests to /b, then to /a but none to /a came after one to /b.
                        There are:
                          GET /a \u2192 200 (stub)
                          GET /b \u2192 200 (stub)""");
    }

    @Test
    void showsARepetitionThatIsNone() {
        Client.send("POST", web.uri("/pay"), "1", "Idempotency-Key", "k");
        Client.send("POST", web.uri("/pay"), "1", "Idempotency-Key", "k");
        assertThat(web).hasSameRequestPer("Idempotency-Key");
        Client.send("POST", web.uri("/pay"), "2", "Idempotency-Key", "k");

        assertThatThrownBy(() -> assertThat(web).hasSameRequestPer("idempotency-key"))
                .hasMessage("""
                        Expected the same request for each idempotency-key but there are different ones for k.
                        They are:
                          POST /pay \u2192 200 (stub)
                            1
                          POST /pay \u2192 200 (stub)
                            2""");
    }

    @Test
    void waitsForRequests() {
        CompletableFuture<?> requests = CompletableFuture.runAsync(() -> {
            Client.get(web.uri("/a"));
            Client.get(web.uri("/b"));
            Client.get(web.uri("/c"));
        });

        assertThat(web).receivesRequest(RequestCriteria.path("/b")).hasPath("/b");
        assertThat(web)
                .receivesRequests(2)
                .extracting(one -> one.request().path())
                .containsExactly("/a", "/c");
        requests.join();
    }

    @Test
    void waitsNoLongerThanItIsTold() {
        assertThatThrownBy(() -> assertThat(web).within(Duration.ofMillis(20)).receivesRequest())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Expected a request within 20 ms but none came");
    }

    @Test
    void refusesToWaitForNothing() {
        assertThatThrownBy(() -> web.awaitRequests(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("count (0) must be positive");
    }

    @Test
    void waitsForAnOrder() {
        Client.get(web.uri("/a"));
        Client.get(web.uri("/b"));
        Client.get(web.uri("/a"));
        Client.get(web.uri("/b"));

        assertThat(web).receivesInOrder(RequestCriteria.path("/a"), RequestCriteria.path("/b"));
        assertThatThrownBy(
                        () -> assertThat(web).receivesInOrder(RequestCriteria.path("/b"), RequestCriteria.path("/a")))
                .hasMessage("""
                        Expected the web server to receive requests to /b, then to /a but the order was another.
                        They came in this order:
                          GET /a \u2192 200 (stub)
                          GET /b \u2192 200 (stub)""");
    }

    @Test
    void knowsWhatCameBeforeABarrier() {
        Client.get(web.uri("/a"));
        Client.get(web.uri("/b"));
        Client.get(web.uri("/c"));
        web.awaitRequest("/a");

        assertThat(web).receivesNothingBefore(RequestCriteria.path("/b"));
        Client.get(web.uri("/b"));
        assertThat(web).receivesNothingBefore(RequestCriteria.path("/b"), RequestCriteria.method("POST"));
        Client.get(web.uri("/b"));
        assertThatThrownBy(() ->
                        assertThat(web).receivesNothingBefore(RequestCriteria.path("/b"), RequestCriteria.path("/c")))
                .hasMessage("""
                        Expected the web server to receive no request to /c before GET /b \u2192 200 (stub) but it received one.
                        It received:
                          GET /c \u2192 200 (stub)""");
    }
}
