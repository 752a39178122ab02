package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.fault.Occurrence;
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
    class Criteria {

        @Test
        void compareQueryHeaderCookieAndHost() {
            web.on("/a").withHost("LocalHost").answer(Response.text("host"));
            web.on("/a").withQuery("q", "a b").answer(Response.text("query"));
            web.on("/a").withHeader("x-mood", "good").answer(Response.text("header"));
            web.on("/a").withCookie("sid", "42").answer(Response.text("cookie"));

            assertThat(get("/a?q=c&q=a+b")).isEqualTo("query");
            assertThat(Client.get(web.uri("/a"), "X-Mood", "good").body()).isEqualTo("header");
            assertThat(Client.get(web.uri("/a"), "Cookie", "x=y; sid=42").body())
                    .isEqualTo("cookie");
            assertThat(get("/a")).isEqualTo("host");
        }

        @Test
        void compareJsonAndXmlByWhatTheySay() {
            web.on("POST", "/a").withJson("{\"a\": 1, \"b\": [true]}").answer(Response.text("json"));
            web.on("POST", "/a").withJsonContaining("{\"c\": {\"d\": null}}").answer(Response.text("part"));
            web.on("POST", "/a")
                    .withXml("<o xmlns='urn:o' x='1' y='2'><i>tea</i></o>")
                    .answer(Response.text("xml"));

            assertThat(post("/a", "{\"b\":[true],\"a\":1.0}")).isEqualTo("json");
            assertThat(post("/a", "{\"c\": {\"d\": null, \"e\": 1}, \"f\": 2}")).isEqualTo("part");
            assertThat(post("/a", "<p:o xmlns:p='urn:o' y='2' x='1'>\n <!-- tea --><p:i>tea</p:i></p:o>"))
                    .isEqualTo("xml");
            assertThat(post("/a", "{")).startsWith("No stub answers POST /a; the nearest is POST /a with ");
        }

        @Test
        void compareFormFieldsAndParts() {
            web.on("POST", "/a").withForm("user", "J\u00fcrgen").answer(Response.text("form"));
            web.on("POST", "/a").withPart("title", "Tea & cake").answer(Response.text("part"));

            assertThat(Client.send(
                                    "POST",
                                    web.uri("/a"),
                                    "user=J%C3%BCrgen",
                                    "Content-Type",
                                    "application/x-www-form-urlencoded")
                            .body())
                    .isEqualTo("form");
            String multipart = "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nTea & cake\r\n"
                    + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n12345\r\n--x--\r\n";
            assertThat(Client.send("POST", web.uri("/a"), multipart, "Content-Type", "multipart/form-data; boundary=x")
                            .body())
                    .isEqualTo("part");
            assertThat(web.exchanges().get(1).request().parts())
                    .hasToString("[title, 10 bytes, file (a.txt), 5 bytes]");
        }

        @Test
        void preferTheStubThatAsksForMoreAndThenTheLatest() {
            web.on("GET", "/a").withQuery("x", "1").withQuery("y", "2").answer(Response.text("two"));
            web.on("GET", "/a").withQuery("x", "1").answer(Response.text("older"));
            web.on("GET", "/a").with("that is a question", request -> true).answer(Response.text("later"));
            web.on("GET", "/a").answer(Response.text("none"));

            assertThat(get("/a?x=1&y=2")).isEqualTo("two");
            assertThat(get("/a?x=1")).isEqualTo("later");
            assertThat(get("/a")).isEqualTo("later");
        }

        @Test
        void replaceAnEqualStubOnly() {
            Stub first = web.on("/a").withQuery("x", "1").answer(Response.text("first"));
            web.on("/a").withQuery("x", "2").answer(Response.text("other"));
            get("/a?x=1");
            Stub second = web.on("/a").withQuery("x", "1").answer(Response.text("second"));

            assertThat(get("/a?x=1")).isEqualTo("second");
            assertThat(get("/a?x=2")).isEqualTo("other");
            assertThat(first.calls()).isEqualTo(1);
            assertThat(second.calls()).isEqualTo(1);
            assertThat(web.exchanges().get(1).stub()).containsSame(second);
        }

        @Test
        void findOneStubAmongThousandsThatDifferInOneValue() {
            IntStream.range(0, 5_000)
                    .forEach(i -> web.on("GET", "/a")
                            .withQuery("format", "json")
                            .withQuery("id", Integer.toString(i))
                            .answer(Response.text("" + i)));

            assertThat(get("/a?format=json&id=4321")).isEqualTo("4321");
            assertThat(status("/a?format=json&id=5000")).isEqualTo(404);
        }

        @Test
        void sayWhatTheyAskFor() {
            assertThat(RequestCriteria.allOf(
                            RequestCriteria.method("POST"),
                            RequestCriteria.path("/a/{b}"),
                            RequestCriteria.not(RequestCriteria.query("c", "d")),
                            RequestCriteria.anyOf(RequestCriteria.cookie("e", "f"), RequestCriteria.host("G"))))
                    .hasToString("by POST to /a/{b} not with query c=d with cookie e=f or with host=g");
        }
    }

    @Nested
    class Misses {

        @Test
        void nameTheNearestStubAndTheFirstDifference() {
            web.on("GET", "/users/{id}").withQuery("full", "true").answer(Response.ok());
            web.on("POST", "/orders").withJson("{\"count\": 2}").answer(Response.ok());

            assertThat(get("/user/7?full=true"))
                    .startsWith("No stub answers GET /user/7?full=true; the nearest is GET /users/{id} with query"
                            + " full=true, but the request goes to /user/7; the stubs are:\n");
            assertThat(get("/users/7?full=no"))
                    .contains(
                            "; the nearest is GET /users/{id} with query full=true, but the request has query full=no;");
            assertThat(post("/orders", "{\"count\": 3}"))
                    .contains("; the nearest is POST /orders with JSON {\"count\":2}, but the request has JSON in which"
                            + " $.count is 3, expected 2;");
            assertThat(post("/orders", "count=2"))
                    .contains(
                            "but the request has content that is not JSON at line 1, column 1: expected a value but found \"c\";");
            assertThat(Client.send("DELETE", web.uri("/users/7"), "").body())
                    .contains(
                            "; the nearest is GET /users/{id} with query full=true, but the request has method DELETE;");
        }

        @Test
        void listTwentyStubsAndCountTheRest() {
            IntStream.range(10, 40).forEach(i -> web.on("GET", "/things/" + i).answer(Response.ok()));

            assertThat(get("/other").lines()).hasSize(22).contains("  GET /things/29", "  (and 10 more)");
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
                              POST /order \u2192 404 (nothing); the nearest is POST /orders, but the request goes to /order
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
            web.fail(Occurrence.every(3), "/pay", HttpFault.status(503));
            web.fail(Occurrence.times(2), "/pay", HttpFault.status(502));
            web.failNext("/pay", HttpFault.status(500));

            assertThat(IntStream.range(0, 9).map(i -> status("/pay")))
                    .containsExactly(502, 502, 500, 200, 200, 503, 200, 200, 503);
        }

        @Test
        void canBeMeantForSomeRequestsOnly() {
            web.on("/{all*}").answer(Response.ok());
            web.on("POST", "/pay/{id}").withHeader("X-Try", "1").fail(Occurrence.always(), HttpFault.status(503));

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
