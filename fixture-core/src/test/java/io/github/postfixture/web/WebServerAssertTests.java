package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

                        Expecting:
                          web server, asked by POST,
                        to receive no request for:
                          60 seconds
                        but it received:
                          POST /pay \u2192 200 (stub)""");
        request.join();
    }

    @Test
    void countsAndListsWhatCame() {
        Client.get(web.uri("/a"));
        Client.get(web.uri("/b"));

        assertThatThrownBy(() -> assertThat(web).hasRequestCount(2, RequestCriteria.path("/a")))
                .hasMessage("""

                        Expecting:
                          web server
                        to have received:
                          2 requests to /a
                        but it received:
                          1; there are:
                          GET /a \u2192 200 (stub)""");
        assertThatThrownBy(() -> assertThat(web).hasRequestCount(1)).hasMessageStartingWith("""

                        Expecting:
                          web server
                        to have received:
                          1 request
                        but it received:
                          2; there are:
                        """);
    }

    @Test
    void namesTheFirstThatIsNotInItsPlace() {
        Client.get(web.uri("/a"));
        Client.get(web.uri("/b"));

        assertThatThrownBy(() ->
                        assertThat(web).hasRequestsInOrder(RequestCriteria.path("/b"), RequestCriteria.path("/a")))
                .hasMessage("""

                        Expecting:
                          web server
                        to have received, in this order:
                          to /b
                          to /a
                        but there is none in its place:
                          to /a; there are:
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

                        Expecting:
                          web server
                        to have received the same request for each:
                          idempotency-key
                        but for k there is:
                          POST /pay \u2192 200 (stub)
                          1
                        and:
                          POST /pay \u2192 200 (stub)
                          2""");
    }
}
