package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void saysThatNothingCameAndWhichStubsThereAre() {
        impatient.serve("/confirm", Response.ok());

        assertThatThrownBy(impatient::awaitRequest)
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected a request within 20 ms but none came; the stubs are:\n  any /confirm");
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
                          GET /1 \u2192 404 (nothing), taken by an await
                          GET /2 \u2192 404 (nothing), but it goes to /2""");
    }

    @Test
    void saysHowManyCame() {
        Client.get(impatient.uri("/1"));
        published(impatient, 1);

        assertThatThrownBy(() -> impatient.awaitRequests(2))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expected 2 requests within 20 ms but only 1 came; the requests were:
                          GET /1 \u2192 404 (nothing), taken by an await""");
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
    void endsAWaitWhenTheServerIsClosed() {
        CompletableFuture<Exchange> awaited = CompletableFuture.supplyAsync(patient::awaitRequest);
        patient.close();

        assertThatThrownBy(awaited::join).hasCauseInstanceOf(IllegalStateException.class);
    }

    private static void published(WebServer web, int count) {
        assertThat(web.timeline()
                        .await(
                                Duration.ofSeconds(10),
                                () -> Optional.of(web.timeline().events().size())
                                        .filter(size -> size >= count)))
                .isPresent();
    }
}
