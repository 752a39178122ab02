package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.net.BindFailedException;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.web.request.HttpContent;
import io.github.postfixture.web.response.Response;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WebServerTests {

    private final WebServer web =
            WebServer.builder().timeout(Duration.ofSeconds(10)).start();

    @AfterEach
    void close() {
        web.close();
    }

    @Nested
    class Stubbing {

        @Test
        void answersEveryMethodOfAPath() {
            web.serve("/hello", Response.text("Hello").withHeader("X-Mood", "good"));

            for (String method : List.of("GET", "POST", "DELETE", "OPTIONS")) {
                HttpResponse<String> response = Client.send(method, web.uri("/hello?x=1"), "");
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.body()).isEqualTo("Hello");
                assertThat(response.headers().allValues("X-Mood")).containsExactly("good");
            }
        }

        @Test
        void answersHeadLikeGetButWithoutContent() {
            web.serve("GET", "/hello", Response.text("Hello"));

            HttpResponse<String> response = Client.send("HEAD", web.uri("/hello"), "");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Length")).contains("5");
            assertThat(web.awaitRequest().response().orElseThrow().bytes()).isEmpty();
        }

        @Test
        void refusesOtherMethodsAndSaysWhichThereAre() {
            web.serve("GET", "/hello", Response.ok()).serve("PUT", "/hello", Response.ok());

            HttpResponse<String> response = Client.send("POST", web.uri("/hello"), "x");

            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).contains("GET, PUT");
        }

        @Test
        void prefersTheStubOfTheMethod() {
            web.serve("/hello", Response.text("any")).serve("POST", "/hello", Response.text("post"));

            assertThat(Client.send("POST", web.uri("/hello"), "").body()).isEqualTo("post");
            assertThat(Client.get(web.uri("/hello")).body()).isEqualTo("any");
        }

        @Test
        void replacesAnEarlierStub() {
            web.serve("/hello", Response.text("first")).serve("/hello", Response.text("second"));

            assertThat(Client.get(web.uri("/hello")).body()).isEqualTo("second");
        }

        @Test
        void tellsWhoeverAsksForSomethingElseWhatThereIs() {
            web.serve("/hello", Response.ok()).serve("POST", "/login", Response.ok());

            HttpResponse<String> response = Client.get(web.uri("/nowhere?x=1"));

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).isEqualTo("""
                    No stub answers GET /nowhere?x=1; the stubs are:
                      POST /login
                      any /hello
                    """);
            assertThat(web.awaitRequest().source()).isEqualTo(Exchange.Source.NOTHING);
        }

        @Test
        void findsAPathByItsDecodedFormUnlessItIsServedAsSent() {
            web.serve("/caf\u00e9 au lait", Response.text("decoded")).serve("/a%2Fb", Response.text("as sent"));

            assertThat(Client.get(web.uri("/caf%C3%A9%20au%20lait")).body()).isEqualTo("decoded");
            assertThat(Client.get(web.uri("/a%2Fb")).body()).isEqualTo("as sent");
        }

        @Test
        void sendsNoContentAndNoLengthWithStatus204() throws Exception {
            web.serve("/done", Response.noContent());
            try (RawClient client = RawClient.to(web.http())) {
                String head = client.send("GET /done HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                        .readAll();
                assertThat(head)
                        .startsWith("HTTP/1.1 204 ")
                        .doesNotContain("Content-Length")
                        .endsWith("\r\n\r\n");
            }
        }

        @Test
        void refusesAPathThatCannotBeOne() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> web.serve("hello", Response.ok()))
                    .withMessage("path (hello) must start with a slash");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> web.serve("/hello?x=1", Response.ok()))
                    .withMessage("path (/hello?x=1) must have no query;"
                            + " write on(method, path).withQuery(name, value).answer(..)");
        }
    }

    @Nested
    class Handling {

        @Test
        void passesTheRequestToTheHandler() {
            web.serve(
                    "/echo",
                    request -> Response.text(request.method() + " " + request.path() + " "
                            + request.query() + " " + request.form() + " "
                            + request.header("x-mood").orElse("none") + " " + request.isSecure()));

            String echo = Client.send(
                            "POST",
                            web.uri("/echo?q=a%20b&q=c+d&flag"),
                            "name=J%C3%BCrgen&name=x",
                            "Content-Type",
                            "application/x-www-form-urlencoded",
                            "X-Mood",
                            "good")
                    .body();

            assertThat(echo).isEqualTo("POST /echo {q=[a b, c d], flag=[]} {name=[J\u00fcrgen, x]} good false");
        }

        @Test
        void keepsALargeContentWhole() {
            String content = "0123456789".repeat(500_000);
            web.serve(
                    "/length",
                    request -> Response.text(Integer.toString(request.body().length())));

            assertThat(Client.send("POST", web.uri("/length"), content).body()).isEqualTo("5000000");
            assertThat(web.awaitRequest().request().body()).isEqualTo(content);
        }

        @Test
        void answersAFailureWithStatus500AndKeepsItOnTheTimeline() {
            IllegalStateException failure = new IllegalStateException("no stock");
            web.serve("/order", request -> {
                throw failure;
            });

            HttpResponse<String> response = Client.get(web.uri("/order"));

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).isEqualTo("The handler of GET /order failed; its failure is on the timeline\n");
            web.awaitRequest();
            assertThat(web.timeline().events())
                    .extracting(Event::detail)
                    .first()
                    .isInstanceOfSatisfying(
                            HandlerFailure.class,
                            kept -> assertThat(kept.cause()).isSameAs(failure));
        }
    }

    @Nested
    class Building {

        @Test
        void listensAtTheGivenPortFromTheStart() {
            int port = web.http().port();
            web.close();
            try (WebServer other = WebServer.builder().httpPort(port).start()) {
                assertThat(Client.get(URI.create("http://localhost:" + port + "/"))
                                .statusCode())
                        .isEqualTo(404);
                assertThat(other.http().port()).isEqualTo(port);
            }
        }

        @Test
        void saysWhichPortIsTaken() {
            int port = web.http().port();

            assertThatThrownBy(() -> WebServer.builder().httpPort(port).start())
                    .isInstanceOf(BindFailedException.class)
                    .hasMessageContaining("Cannot bind http to 127.0.0.1 port " + port);
        }

        @Test
        void listensAtTheGivenAddressOnly() {
            try (WebServer other = WebServer.builder().address("127.0.0.2").start()) {
                assertThat(other.http().host()).isEqualTo("127.0.0.2");
                assertThat(Client.get(other.uri("/")).statusCode()).isEqualTo(404);
            }
        }

        @Test
        void refusesAPortThatCannotBeOne() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WebServer.builder().httpPort(70_000))
                    .withMessage("port (70000) must be between 0 and 65535");
        }
    }

    @Test
    void readsQueryParametersInOrder() {
        assertThat(HttpContent.parameters("b=1&a=2&b=3&&c"))
                .containsExactly(
                        Map.entry("b", List.of("1", "3")), Map.entry("a", List.of("2")), Map.entry("c", List.of("")));
    }
}
