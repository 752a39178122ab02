package io.github.postfixture.web.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.web.Client;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.fault.HttpFault;
import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Response;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StubTests {

    private final WebServer web =
            WebServer.builder().timeout(Duration.ofMillis(500)).start();

    @AfterEach
    void close() {
        web.close();
    }

    @Nested
    class Paths {

        @Test
        void giveTheirVariablesToTheHandlerDecoded() {
            web.on("GET", "/users/{id}/files/{name}.pdf")
                    .answer(request -> Response.text(request.pathVariable("id") + ":" + request.pathVariable("name")));
            web.on("GET", "/tree/{path*}").answer(request -> Response.text(request.pathVariable("path")));

            assertThat(get("/users/7/files/a%20b%2Fc.pdf")).isEqualTo("7:a b/c");
            assertThat(get("/tree/a/b%20c/d")).isEqualTo("a/b c/d");
            assertThat(get("/tree/")).isEmpty();
            assertThat(status("/tree")).isEqualTo(404);
            assertThat(status("/users/7/files/.pdf")).isEqualTo(404);
        }

        @Test
        void areTakenByHowMuchOfThemIsWrittenOut() {
            web.on("/{all*}").answer(Response.text("all"));
            web.on("/users/{id}").answer(Response.text("variable"));
            web.on("/users/{id}.json").answer(Response.text("part"));
            web.on("/users/me").answer(Response.text("literal"));
            web.on("/{area}/me/{what}").answer(Response.text("later literal"));
            web.on("/users/{id}/{what}").answer(Response.text("earlier literal"));

            assertThat(get("/users/me")).isEqualTo("literal");
            assertThat(get("/users/you")).isEqualTo("variable");
            assertThat(get("/users/you.json")).isEqualTo("part");
            assertThat(get("/users/me/x")).isEqualTo("earlier literal");
            assertThat(get("/groups/me/x")).isEqualTo("later literal");
            assertThat(get("/groups/you/x")).isEqualTo("all");
        }

        @Test
        void goOnWithTheNextWhenTheBestAsksForMore() {
            web.on("/users/me").withQuery("full", "true").answer(Response.text("full"));
            web.on("/users/{id}").answer(Response.text("any"));

            assertThat(get("/users/me?full=true")).isEqualTo("full");
            assertThat(get("/users/me")).isEqualTo("any");
        }

        @Test
        void tellTheHandlerWhichVariablesThereAre() {
            web.on("/users/{id}").answer(request -> {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> request.pathVariable("name"))
                        .withMessage("name (name) must be a variable in the path of the stub; there is [id]");
                return Response.ok();
            });

            assertThat(status("/users/7")).isEqualTo(200);
        }

        @Test
        void areCheckedWhenTheyAreWritten() {
            refused("/a/{b*}/c", "path (/a/{b*}/c) must have a variable with an asterisk only at its end");
            refused("/{a}/{a}", "path (/{a}/{a}) must have different names for its variables");
            refused(
                    "/{a}{b}",
                    "segment ({a}{b}) must have at most one variable, such as {id}, {name}.pdf or, for all that is"
                            + " left, {path*}; write a brace itself as %7B or %7D");
            refused(
                    "/a?b=c",
                    "path (/a?b=c) must have no query; write on(method, path).withQuery(name, value).answer(..)");
        }

        private void refused(String path, String message) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> web.on("GET", path))
                    .withMessage(message);
        }
    }

    @Nested
    class Misses {

        @Test
        void nameTheNearestStubAndTheFirstDifference() {
            web.on("GET", "/users/{id}").withQuery("full", "true").answer(Response.ok());
            web.on("POST", "/orders").withJson("{\"count\": 2}").answer(Response.ok());

            assertThat(get("/user/7?full=true"))
                    .startsWith("No stub answers GET /user/7?full=true; the nearest is GET /users/{id}?full=true,"
                            + " but the request goes to /user/7; the stubs are:\n");
            assertThat(get("/users/7?full=no"))
                    .contains("; the nearest is GET /users/{id}?full=true, but the request has query full=no;");
            assertThat(post("/orders", "{\"count\": 3}"))
                    .contains("; the nearest is POST /orders with JSON {\"count\":2}, but the request has JSON in which"
                            + " $.count is 3, expected 2;");
            assertThat(post("/orders", "count=2"))
                    .contains(
                            "but the request has content that is not JSON at line 1, column 1: expected a value but found \"c\";");
            assertThat(Client.send("DELETE", web.uri("/users/7"), "").body())
                    .contains("; the nearest is GET /users/{id}?full=true, but the request has method DELETE;");
        }

        @Test
        void listTwentyStubsAndCountTheRest() {
            IntStream.range(10, 40).forEach(i -> web.on("GET", "/things/" + i).answer(Response.ok()));

            assertThat(get("/other").lines()).hasSize(22).contains("  GET /things/29", "  (and 10 more)");
        }

        @Test
        void nameTheStubThatIsLikeTheWholeRequest() {
            web.on("GET", "/orders").answer(Response.ok());
            web.on("POST", "/orders")
                    .withQuery("draft", "a b")
                    .withJson("{\"n\": 1}")
                    .answer(Response.ok());
            web.on("POST", "/parts")
                    .withJson("{\"a\": 1, \"b\": {\"c\": [1, 2]}}")
                    .answer(Response.ok());
            web.on("POST", "/parts")
                    .withJson("{\"a\": 2, \"b\": {\"c\": [3, 4]}}")
                    .answer(Response.ok());
            web.on("POST", "/heads").withHeader("X", "1").withHeader("Y", "2").answer(Response.ok());
            web.on("POST", "/heads").withHeader("X", "2").withHeader("Y", "3").answer(Response.ok());

            assertThat(post("/orders?draft=a%20b", "{\"n\": 2}"))
                    .contains("; the nearest is POST /orders?draft=a b with JSON {\"n\":1}, but the request"
                            + " has JSON in which $.n is 2, expected 1;");
            assertThat(post("/parts", "{\"a\": 2, \"b\": {\"c\": [3, 5]}}"))
                    .contains("; the nearest is POST /parts with JSON {\"a\":2,\"b\":{\"c\":[3,4]}},");
            assertThat(Client.send("POST", web.uri("/heads"), "", "X", "2", "Y", "2")
                            .body())
                    .contains("; the nearest is POST /heads with header X=1 with header Y=2, but the request has header"
                            + " X=2;");
        }

        @Test
        void areExplainedWhenAnAwaitFails() {
            web.on("POST", "/orders").answer(Response.ok());
            Client.send("POST", web.uri("/order"), "{\"count\": 3}");
            Client.send("POST", web.uri("/orders"), "{\"count\": 3}");

            assertThatThrownBy(() -> web.awaitRequest(
                            RequestCriteria.path("/orders").and(RequestCriteria.json("{\"count\": 2}"))))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expected a request to /orders with JSON {"count":2} within 500 ms but none came; the requests were:
                              POST /order \u2192 404 (no stub matched); the nearest is POST /orders, but the request goes to /order
                              POST /orders \u2192 200 (stub), but it has JSON in which $.count is 3, expected 2""");
            assertThatThrownBy(() ->
                            web.awaitRequest(RequestCriteria.method("POST").and(RequestCriteria.body("x"))))
                    .hasMessageContaining("POST /orders \u2192 200 (stub), but it has content={\"count\": 3}");
        }
    }

    @Nested
    class Answers {

        @Test
        void followOneAnotherAndTheLastOneStays() {
            Stub job = web.on("GET", "/job")
                    .answer(Response.text("queued"), Response.text("running"))
                    .then(request -> Response.text("done " + request.path()));

            assertThat(get("/job") + get("/job") + get("/job") + get("/job"))
                    .isEqualTo("queuedrunningdone /jobdone /job");
            assertThat(job.calls()).isEqualTo(4);
        }
    }

    @Nested
    class Failing {

        @Test
        void strikesAsOftenAsSaid() {
            web.serve("/pay", Response.ok());
            web.at("/pay").every(3, HttpFault.status(503));
            web.at("/pay").times(2, HttpFault.status(502));
            web.failNext("/pay", HttpFault.status(500));

            assertThat(IntStream.range(0, 9).map(i -> status("/pay")))
                    .containsExactly(502, 502, 500, 200, 200, 503, 200, 200, 503);
        }

        @Test
        void canBeMeantForSomeRequestsOnly() {
            web.on("/{all*}").answer(Response.ok());
            web.at("POST", "/pay/{id}")
                    .matching(RequestCriteria.header("X-Try", "1"))
                    .always(HttpFault.status(503));

            assertThat(Client.send("POST", web.uri("/pay/7"), "", "X-Try", "1").statusCode())
                    .isEqualTo(503);
            assertThat(Client.send("POST", web.uri("/pay/7"), "", "X-Try", "2").statusCode())
                    .isEqualTo(200);
            assertThat(Client.get(web.uri("/pay/7"), "X-Try", "1").statusCode()).isEqualTo(200);
        }
    }

    private String get(String path) {
        return Client.get(web.uri(path)).body();
    }

    private String post(String path, String content) {
        return Client.send("POST", web.uri(path), content).body();
    }

    private int status(String path) {
        return Client.get(web.uri(path)).statusCode();
    }

    @Test
    void looksThroughLongContentsWhileOthersAreServed() {
        CompletableFuture<Boolean> goOn = new CompletableFuture<>();
        CompletableFuture<Boolean> asked = new CompletableFuture<>();
        web.on("POST", "/")
                .with("after the other", request -> {
                    asked.complete(true);
                    return goOn.join();
                })
                .answer(Response.text("long"));
        web.serve("/quick", Response.text("quick"));
        CompletableFuture<String> longOne = CompletableFuture.supplyAsync(
                () -> Client.send("POST", web.uri("/"), "x".repeat(100_000)).body());
        asked.join();

        assertThat(Client.get(web.uri("/quick")).body()).isEqualTo("quick");
        goOn.complete(true);
        assertThat(longOne.join()).isEqualTo("long");
    }
}
