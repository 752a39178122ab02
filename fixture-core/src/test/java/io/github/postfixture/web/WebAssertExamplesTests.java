package io.github.postfixture.web;

import static io.github.postfixture.mail.Failure.failureOf;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.ConnectionAddresses;
import io.github.postfixture.web.engine.RequestMessage;
import io.github.postfixture.web.engine.Transport;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.websocket.WebSocketSession;
import java.net.InetSocketAddress;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every verb on exchanges, servers and WebSockets, passing and failing, as the page on assertions shows them. */
class WebAssertExamplesTests {

    private static final ConnectionAddresses ENDS =
            new ConnectionAddresses(new InetSocketAddress("127.0.0.1", 80), new InetSocketAddress("127.0.0.1", 50_000));

    private final WebServer web = WebServer.builder().timeout(ofMillis(500)).start();
    private final WebServer patient = WebServer.builder().timeout(ofSeconds(20)).start();

    private final Exchange order = exchange(
            "/orders?email=alice+tea@example.org&lang=en",
            "{\"cents\": 1290}",
            Response.json("{\"id\": 7}").withStatus(201),
            List.of(entry("Content-Type", "application/json"), entry("X-Tag", "one")));

    private final Exchange login = exchange(
            "/login",
            "user=alice",
            Response.redirect("/home"),
            List.of(entry("Content-Type", "application/x-www-form-urlencoded"), entry("Cookie", "sid=1")));

    private final Ear ear = new Ear();

    @BeforeEach
    void ask() {
        web.serve("/a", Response.text("A"));
        web.serve("/b", Response.text("B"));
        patient.serve("/chat", Response.webSocket());
        Client.get(web.uri("/a"), "X-Key", "k");
        Client.get(web.uri("/b"), "X-Key", "k");
    }

    @AfterEach
    void stop() {
        web.close();
        patient.close();
    }

    @Test
    void passExchanges() {
        assertThat(order)
                .hasMethod("POST")
                .hasPath("/orders")
                .hasTarget("/orders?email=alice+tea@example.org&lang=en")
                .hasStatus(201);
        assertThat(order)
                .hasQueryParameter("lang", "en")
                .hasHeader("X-Tag", "one")
                .containsHeader("x-tag")
                .doesNotContainHeader("Cookie");
        assertThat(order)
                .hasJson("{\"cents\": 1290}")
                .hasJsonContaining("{}")
                .body()
                .contains("1290");
        assertThat(order)
                .hasResponseHeader("Content-Type", "application/json")
                .hasResponseJson("{\"id\": 7}")
                .responseBody()
                .contains("7");
        assertThat(order).meets(RequestCriteria.path("/orders").and(RequestCriteria.query("lang", "en")));
        assertThat(login)
                .hasFormParameter("user", "alice")
                .hasForm(Map.of("user", "alice"))
                .hasCookie("sid", "1");
    }

    @Test
    void showExchanges() {
        failureOf(() -> assertThat(order).hasMethod("PUT")).isEqualTo("""
                Expected the method to be "PUT" but was "POST".
                  POST /orders?email=alice+tea@example.org&lang=en → 201 (stub), 9 bytes, application/json""");
        failureOf(() -> assertThat(order).hasPath("/order")).isEqualTo("""
                Expected the path to be "/order" but was "/orders".
                  POST /orders?email=alice+tea@example.org&lang=en → 201 (stub), 9 bytes, application/json""");
        failureOf(() -> assertThat(order).hasTarget("/orders")).isEqualTo("""
                Expected the target to be "/orders" but was "/orders?email=alice+tea@example.org&lang=en".
                  POST /orders?email=alice+tea@example.org&lang=en → 201 (stub), 9 bytes, application/json""");
        failureOf(() -> assertThat(order).hasStatus(200)).isEqualTo("""
                Expected status 200 but was 201 (stub).
                  POST /orders?email=alice+tea@example.org&lang=en → 201 (stub), 9 bytes, application/json""");
        failureOf(() -> assertThat(order).hasQueryParameter("email", "alice+tea@example.org"))
                .isEqualTo("""
                Expected query parameter email to be "alice+tea@example.org" but was "alice tea@example.org".
                  POST /orders?email=alice+tea@example.org&lang=en → 201 (stub), 9 bytes, application/json
                A + in a query or a form means a space; the sender must write it as %2B.""");
        failureOf(() -> assertThat(order).hasQueryParameter("page", "2")).isEqualTo("""
                Expected query parameter page=2 but the parameters are email=alice tea@example.org, lang=en.
                  POST /orders?email=alice+tea@example.org&lang=en → 201 (stub), 9 bytes, application/json""");
        failureOf(() -> assertThat(order).hasHeader("X-Tag", "two")).isEqualTo("""
                Expected header X-Tag to be "two" but was "one".
                  POST /orders?email=alice+tea@example.org&lang=en → 201 (stub), 9 bytes, application/json""");
        failureOf(() -> assertThat(order).hasHeader("X-Tab", "one")).isEqualTo("""
                Expected header X-Tab: one but there is none, only X-Tag: one.
                  POST /orders?email=alice+tea@example.org&lang=en → 201 (stub), 9 bytes, application/json
                The headers are:
                  Content-Type: application/json
                  X-Tag: one""");
        failureOf(() -> assertThat(order).containsHeader("Accept")).isEqualTo("""
                Expected a header Accept but the headers are Content-Type, X-Tag.
                  POST /orders?email=alice+tea@example.org&lang=en → 201 (stub), 9 bytes, application/json""");
        failureOf(() -> assertThat(order).doesNotContainHeader("X-Tag")).isEqualTo("""
                Expected no header X-Tag but found X-Tag: one.
                  POST /orders?email=alice+tea@example.org&lang=en → 201 (stub), 9 bytes, application/json""");
        failureOf(() -> assertThat(order).hasJson("{\"amount\": 1290}")).isEqualTo("""
                Expected a request with JSON {"amount":1290} but it has JSON in which $.amount is missing (expected 1290); not expected: $.cents = 1290.
                  POST /orders?email=alice+tea@example.org&lang=en → 201 (stub), 9 bytes, application/json
                The content is:
                  {"cents": 1290}""");
        failureOf(() -> assertThat(order).hasJsonContaining("{\"amount\": 1290}"))
                .isEqualTo("""
                Expected a request with JSON containing {"amount":1290} but it has JSON in which $.amount is missing (expected 1290); there is also: $.cents = 1290.
                  POST /orders?email=alice+tea@example.org&lang=en → 201 (stub), 9 bytes, application/json
                The content is:
                  {"cents": 1290}""");
        failureOf(() -> assertThat(login).hasJson("{}")).isEqualTo("""
                Expected a request with JSON {} but it has content that is not JSON at line 1, column 1: expected a value but found "u".
                  POST /login → 302 (stub)
                The content is:
                  user=alice""");
        failureOf(() -> assertThat(order).hasResponseHeader("Content-Type", "text/html"))
                .isEqualTo("""
                Expected header Content-Type to be "text/html" but was "application/json".
                  POST /orders?email=alice+tea@example.org&lang=en → 201 (stub), 9 bytes, application/json""");
        failureOf(() -> assertThat(order).hasResponseJson("{\"id\": 8}")).isEqualTo("""
                Expected the JSON of the response to be as given but $.id is 7, expected 8.
                  POST /orders?email=alice+tea@example.org&lang=en → 201 (stub), 9 bytes, application/json
                The content is:
                  {"id": 7}""");
        failureOf(() -> assertThat(order)
                        .meets(RequestCriteria.path("/orders")
                                .and(RequestCriteria.query("email", "alice+tea@example.org"))))
                .isEqualTo("""
                Expected a request to /orders?email=alice+tea@example.org but it has query email=alice tea@example.org (a + in a query or a form means a space; the sender must write it as %2B).
                  POST /orders?email=alice+tea@example.org&lang=en → 201 (stub), 9 bytes, application/json""");
        failureOf(() -> assertThat(login).hasFormParameter("user", "bob")).isEqualTo("""
                Expected form parameter user to be "bob" but was "alice".
                  POST /login → 302 (stub)""");
        failureOf(() -> assertThat(login).hasForm(Map.of("user", "bob"))).isEqualTo("""
                Expected the form to be user=bob but was user=alice.
                  POST /login → 302 (stub)""");
        failureOf(() -> assertThat(login).hasCookie("sid", "2")).isEqualTo("""
                Expected a request with cookie sid=*** but it has cookie sid=*** (another one, masked).
                  POST /login → 302 (stub)""");
        failureOf(() -> assertThat(order).hasCookie("sid", "1")).isEqualTo("""
                Expected a request with cookie sid=*** but it has no cookie sid.
                  POST /orders?email=alice+tea@example.org&lang=en → 201 (stub), 9 bytes, application/json""");
    }

    @Test
    void passTheWebServer() {
        assertThat(web)
                .hasRequestCount(2)
                .hasRequestCount(1, RequestCriteria.path("/a"))
                .hasSameRequestPer("Idempotency-Key");
        assertThat(web).hasRequestsInOrder(RequestCriteria.path("/a"), RequestCriteria.path("/b"));
        assertThat(web).exchanges().hasSize(2);
        assertThat(web).receivesNothingFor(ofMillis(1), RequestCriteria.method("DELETE"));
        assertThat(web).receivesRequest(RequestCriteria.path("/a")).hasStatus(200);
        assertThat(web).within(ofSeconds(20)).receivesInOrder(RequestCriteria.path("/b"));
        ask();
        assertThat(web).receivesRequests(2).hasSize(2);
    }

    @Test
    void showTheWebServer() {
        failureOf(() -> assertThat(web).hasRequestCount(1)).isEqualTo("""
                Expected 1 request but 2 came.
                There are:
                  GET /a → 200 (stub), 1 byte, text/plain
                  GET /b → 200 (stub), 1 byte, text/plain""");
        failureOf(() -> assertThat(web).hasRequestCount(2, RequestCriteria.path("/a")))
                .isEqualTo("""
                Expected 2 requests to /a but 1 came.
                There are:
                  GET /a → 200 (stub), 1 byte, text/plain""");
        failureOf(() -> assertThat(web).hasRequestsInOrder(RequestCriteria.path("/b"), RequestCriteria.path("/a")))
                .isEqualTo("""
                Expected the web server to have received requests to /b, then to /a but none to /a came after one to /b.
                There are:
                  GET /a → 200 (stub), 1 byte, text/plain
                  GET /b → 200 (stub), 1 byte, text/plain""");
        failureOf(() -> assertThat(web).hasSameRequestPer("X-Key")).isEqualTo("""
                Expected the same request for each X-Key but there are different ones for k.
                They are:
                  GET /a → 200 (stub), 1 byte, text/plain
                  GET /b → 200 (stub), 1 byte, text/plain""");
        failureOf(() -> assertThat(web)
                        .receivesRequest(RequestCriteria.path("/c").and(RequestCriteria.query("x", "1"))))
                .isEqualTo("""
                Expected a request to /c?x=1 within 500 ms but none came; the requests were:
                  GET /a → 200 (stub), 1 byte, text/plain, but it goes to /a
                  GET /b → 200 (stub), 1 byte, text/plain, but it goes to /b""");
        failureOf(() -> assertThat(web).receivesNothingBefore(RequestCriteria.path("/b")))
                .isEqualTo("""
                Expected the web server to receive no request before GET /b → 200 (stub), 1 byte, text/plain but it received one.
                It received:
                  GET /a → 200 (stub), 1 byte, text/plain""");
        failureOf(() -> assertThat(web).receivesNothingFor(ofSeconds(100), RequestCriteria.path("/a")))
                .isEqualTo("""
                Expected the web server to receive no request to /a for 100 seconds but it received GET /a → 200 (stub), 1 byte, text/plain.""");
        ask();
        failureOf(() -> assertThat(web).receivesInOrder(RequestCriteria.path("/b"), RequestCriteria.path("/a")))
                .isEqualTo("""
                Expected the web server to receive requests to /b, then to /a but the order was another.
                They came in this order:
                  GET /a → 200 (stub), 1 byte, text/plain
                  GET /b → 200 (stub), 1 byte, text/plain""");
        ask();
        failureOf(() -> assertThat(web).receivesRequests(3)).isEqualTo("""
                Expected 3 requests within 500 ms but only 2 came; the requests were:
                  GET /a → 200 (stub), 1 byte, text/plain (already awaited)
                  GET /b → 200 (stub), 1 byte, text/plain (already awaited)
                  GET /a → 200 (stub), 1 byte, text/plain (already awaited)
                  GET /b → 200 (stub), 1 byte, text/plain (already awaited)
                  GET /a → 200 (stub), 1 byte, text/plain (already awaited)
                  GET /b → 200 (stub), 1 byte, text/plain (already awaited)""");
    }

    @Test
    void passWebsockets() {
        WebSocketSession session = opened();

        assertThat(session)
                .receivesJson("{\"a\": 1}")
                .receives("Hello")
                .receivesNothingFor(ofMillis(1))
                .isClosedWith(4000, "tired")
                .isClosedWith(4000);
    }

    @Test
    void showWebsockets() {
        failureOf(() -> assertThat(opened()).receives("Hi")).isEqualTo("""
                Expected the next message to be "Hi" but was "{"a": 1}".
                  WebSocket /chat
                It was closed: 4000 "tired"; the messages are:
                  /chat ← text "{"a": 1}"
                  /chat ← text "Hello"
                  /chat ← close 4000 "tired\"""");
        failureOf(() -> assertThat(opened()).receivesJson("{\"b\": 1}")).isEqualTo("""
                Expected the next message to be the JSON {"b":1} but $.b is missing (expected 1); not expected: $.a = 1.
                  WebSocket /chat
                It was:
                  {"a": 1}""");
        failureOf(() -> assertThat(opened()).receivesNothingFor(ofSeconds(100))).isEqualTo("""
                Expected no message for 100 seconds but one came: /chat ← text "{"a": 1}".
                  WebSocket /chat""");
        failureOf(() -> assertThat(opened()).isClosedWith(1000)).isEqualTo("""
                Expected the session to be closed with 1000 but it was with 4000 "tired".
                  WebSocket /chat
                It was closed: 4000 "tired"; the messages are:
                  /chat ← text "{"a": 1}"
                  /chat ← text "Hello"
                  /chat ← close 4000 "tired\"""");
        failureOf(() -> assertThat(opened()).isClosedWith(1000, "done")).isEqualTo("""
                Expected the session to be closed with 1000 "done" but it was with 4000 "tired".
                  WebSocket /chat
                It was closed: 4000 "tired"; the messages are:
                  /chat ← text "{"a": 1}"
                  /chat ← text "Hello"
                  /chat ← close 4000 "tired\"""");
    }

    private WebSocketSession opened() {
        WebSocket socket = ear.open(patient.uri("/chat"));
        socket.sendText("{\"a\": 1}", true).join();
        socket.sendText("Hello", true).join();
        socket.sendClose(4000, "tired").join();
        WebSocketSession session = patient.awaitWebSocket("/chat");
        assertThat(session).isClosedWith(4000);
        return session;
    }

    private static Exchange exchange(
            String target, String content, Response response, List<Entry<String, String>> header) {
        RequestMessage message = new RequestMessage(
                "POST",
                target,
                new Transport("HTTP/1.1", 1, 1, Optional.empty()),
                header,
                Octets.of(content.getBytes(StandardCharsets.UTF_8)),
                content.length(),
                ENDS);
        return new Exchange(
                new Request(message),
                Optional.of(response),
                AnsweredBy.of(Exchange.Source.STUB),
                new Timing(Instant.now()));
    }
}
