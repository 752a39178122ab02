package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.await.Deadline;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwaitTests {

    private final WebServer patient =
            WebServer.builder().timeout(Duration.ofSeconds(10)).start();
    private final WebServer impatient =
            WebServer.builder().timeout(Duration.ofMillis(20)).start();

    @AfterEach
    void close() {
        patient.close();
        impatient.close();
    }

    @Test
    void returnsEachRequestOnceAndInOrder() {
        Client.get(patient.uri("/1"));
        Client.get(patient.uri("/2"));

        assertThat(patient.awaitRequest()).hasPath("/1");
        assertThat(patient.awaitRequest()).hasPath("/2");
        assertThat(patient.exchanges()).hasSize(2);
    }

    @Test
    void wakesForARequestThatComesLater() {
        CompletableFuture<Exchange> awaited = CompletableFuture.supplyAsync(patient::awaitRequest);
        Client.get(patient.uri("/late"));

        assertThat(awaited.join()).hasPath("/late");
    }

    @Test
    void picksTheRequestThatIsWanted() {
        Client.get(patient.uri("/1"));
        Client.get(patient.uri("/2?x=y"));
        Client.send("POST", patient.uri("/3"), "");

        assertThat(patient.awaitRequest("/2")).hasQueryParameter("x", "y");
        assertThat(patient.awaitRequest(exchange -> exchange.request().method().equals("POST")))
                .hasPath("/3");
        assertThat(patient.awaitRequest()).hasPath("/1");
    }

    @Test
    void saysWhatCameInstead() {
        Client.get(impatient.uri("/1"));
        Client.get(impatient.uri("/2"));
        published(impatient, 2);
        impatient.awaitRequest("/1");

        assertThatThrownBy(() -> impatient.awaitRequest("/pay"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expected a request to /pay within 20 ms but none came; the requests were:
                          GET /1 \u2192 404 (no stub matched) (already awaited)
                          GET /2 \u2192 404 (no stub matched), but it goes to /2""");
    }

    @Test
    void saysHowManyCame() {
        Client.get(impatient.uri("/1"));
        published(impatient, 1);

        assertThatThrownBy(() -> impatient.awaitRequests(2))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expected 2 requests within 20 ms but only 1 came; the requests were:
                          GET /1 \u2192 404 (no stub matched) (already awaited)""");
    }

    @Test
    void saysThatAClosedServerReceivesNothing() {
        patient.close();

        assertThatIllegalStateException()
                .isThrownBy(patient::awaitRequest)
                .withMessage(
                        "The web server is closed, so a request cannot come any more; await requests before close()");
    }

    @Test
    void returnsAfterCloseWhatCameBefore() {
        Client.get(patient.uri("/1"));
        published(patient, 1);
        patient.close();

        assertThat(patient.awaitRequest()).hasPath("/1");
    }

    @Test
    void returnsARequestFromItsArrivalOn() throws IOException {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        patient.serve("/slow/{id}", request -> answer.join());
        try (RawClient client = RawClient.to(patient.http())) {
            client.send("GET /slow/1 HTTP/1.1\r\nHost: x\r\nX: y\r\n\r\n");

            assertThat(patient.awaitArrival("/slow/1").header("X")).contains("y");
            assertThat(patient.exchanges()).isEmpty();
            answer.complete(Response.ok());
            assertThat(patient.awaitRequest()).hasPath("/slow/1").hasStatus(200);
        }
    }

    @Test
    void saysWhichRequestsAreStillBeingAnswered() throws IOException {
        impatient.serve("/late", Response.ok().withDelay(Duration.ofHours(1)));
        try (RawClient client = RawClient.to(impatient.http())) {
            client.send("GET /late HTTP/1.1\r\nHost: x\r\n\r\n");
            arrived(impatient, "/late");

            assertThatThrownBy(impatient::awaitRequest)
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expected a request within 20 ms but none came; the requests were:
                              GET /late, still being answered""");
            assertThatThrownBy(() -> impatient.awaitArrival("/other"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("Expected the arrival of a request to /other within 20 ms but none came");
        }
    }

    @Test
    void returnsAnArrivalThatMeetsTheCriteria() {
        Client.get(patient.uri("/jobs/1?dry=true"));
        Client.get(patient.uri("/jobs/2?dry=false"));

        Request wet =
                patient.awaitArrival(RequestCriteria.path("/jobs/{id}").and(RequestCriteria.query("dry", "false")));

        assertThat(wet).hasToString("GET /jobs/2?dry=false");
        assertThat(patient.awaitArrival("/jobs/{id}")).hasToString("GET /jobs/1?dry=true");
    }

    @Test
    void saysHowArrivalsDifferFromTheCriteria() throws IOException {
        impatient.serve("/jobs", Response.ok().withDelay(Duration.ofHours(1)));
        impatient.serve("/other", Response.ok());
        Client.get(impatient.uri("/other"));
        published(impatient, 1);
        try (RawClient client = RawClient.to(impatient.http())) {
            client.send("GET /jobs?dry=true HTTP/1.1\r\nHost: x\r\n\r\n");
            arrived(impatient, "/jobs");

            RequestCriteria criteria = RequestCriteria.path("/jobs").and(RequestCriteria.query("dry", "false"));
            assertThatThrownBy(() -> impatient.awaitArrival(criteria))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expected the arrival of a request to /jobs?dry=false within 20 ms but none came; \
                            the requests were:
                              GET /other \u2192 200 (stub), but it goes to /other
                              GET /jobs?dry=true, still being answered (already awaited)""");
        }
    }

    @Test
    void endsAWaitWhenTheServerIsClosed() {
        CompletableFuture<Exchange> awaited = CompletableFuture.supplyAsync(patient::awaitRequest);
        patient.close();

        assertThatThrownBy(awaited::join).hasCauseInstanceOf(IllegalStateException.class);
    }

    private static void arrived(WebServer web, String path) {
        boolean come = false;
        while (!come) {
            try {
                web.awaitArrival(path);
                come = true;
            } catch (AssertionError notYet) {
                assertThat(notYet).hasMessageContaining(path);
            }
        }
    }

    private static void published(WebServer web, int count) {
        assertThat(Deadline.waitingFor("an event", Duration.ofSeconds(10))
                        .await(
                                web.timeline(),
                                () -> Optional.of(web.timeline().events().size())
                                        .filter(size -> size >= count)))
                .isPresent();
    }
}
