package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.net.Octets;
import io.github.postfixture.web.engine.Call;
import io.github.postfixture.web.engine.ConnectionAddresses;
import io.github.postfixture.web.engine.Transport;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Response;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ExchangeAssertTests {

    private static final ConnectionAddresses ENDS =
            new ConnectionAddresses(new InetSocketAddress("127.0.0.1", 80), new InetSocketAddress("127.0.0.1", 50_000));

    private final Exchange exchange = new Exchange(
            new Request(new Call(
                    "POST",
                    "/login?next=%2Fhome&x=1",
                    new Transport("HTTP/1.1", 1, 1, Optional.empty()),
                    List.of(
                            Map.entry("Content-Type", "application/x-www-form-urlencoded"),
                            Map.entry("Accept", "text/html")),
                    Octets.of("user=alice&user=bob".getBytes(StandardCharsets.UTF_8)),
                    19,
                    ENDS)),
            Optional.of(Response.redirect("/home")),
            AnsweredBy.of(Exchange.Source.STUB),
            new Timing(Instant.now()));

    @Test
    void passesWhatIsTrue() {
        assertThat(exchange)
                .hasMethod("POST")
                .hasPath("/login")
                .hasTarget("/login?next=%2Fhome&x=1")
                .hasQueryParameter("next", "/home")
                .hasHeader("accept", "text/html")
                .containsHeader("Accept")
                .doesNotContainHeader("Cookie")
                .hasFormParameter("user", "bob")
                .hasStatus(302)
                .body()
                .startsWith("user=alice");
    }

    @Test
    void showsThePartThatDiffers() {
        fails(it -> it.hasMethod("GET"), "to have method:\n  GET\nbut had:\n  POST");
        fails(it -> it.hasPath("/"), "to have path:\n  /\nbut had:\n  /login");
        fails(it -> it.hasQueryParameter("x", "2"), "to have query parameter:\n  x=2\nbut had:\n  next=/home\n  x=1");
        fails(
                it -> it.hasFormParameter("user", "carol"),
                "to have form parameter:\n  user=carol\nbut had:\n  user=alice\n  user=bob");
        fails(it -> it.hasHeader("Accept", "*/*"), "to have header:\n  Accept: */*\nbut had:\n  Accept: text/html");
        fails(it -> it.hasStatus(200), "to have status:\n  200\nbut had:\n  302");
    }

    @Test
    void showsTheTargetAsItWasSent() {
        fails(
                it -> it.hasTarget("/login?next=/home&x=1"),
                "to have target:\n  /login?next=/home&x=1\nbut had:\n  /login?next=%2Fhome&x=1");
    }

    @Test
    void tellsFromWhatAPathWasDecoded() {
        try (WebServer web = WebServer.start()) {
            Client.get(web.uri("/queues/%2F"));

            assertThatThrownBy(() -> assertThat(web.awaitRequest()).hasPath("/queues/%2F"))
                    .hasMessage("\nExpecting:\n  GET /queues/%2F \u2192 404 (nothing)\nto have path:\n  /queues/%2F\n"
                            + "but had, decoded from /queues/%2F (see hasTarget(..)):\n  /queues//");
        }
    }

    @Test
    void showsWhichHeadersThereAre() {
        fails(it -> it.containsHeader("Cookie"), "to have header:\n  Cookie\nbut had:\n  only Accept, Content-Type");
        fails(it -> it.doesNotContainHeader("Accept"), "not to have header:\n  Accept\nbut had:\n  Accept: text/html");
    }

    private void fails(Consumer<ExchangeAssert> check, String message) {
        assertThatThrownBy(() -> check.accept(assertThat(exchange)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("\nExpecting:\n  POST /login?next=%2Fhome&x=1 \u2192 302 (stub)\n" + message);
    }

    @Test
    void comparesFormsAndCookies() {
        assertThatThrownBy(() -> assertThat(exchange).hasForm(Map.of("user", "alice")))
                .hasMessageContaining("{user=[alice]}")
                .hasMessageContaining("{user=[alice, bob]}");
        assertThatThrownBy(() -> assertThat(exchange).hasCookie("sid", "1"))
                .hasMessage("\nExpecting:\n  " + exchange
                        + "\nto be a request:\n  with cookie sid=***\nbut it has no cookie sid");
    }

    @Test
    void masksWhatLogsIn() {
        Exchange login = new Exchange(
                new Request(new Call(
                        "GET",
                        "/",
                        new Transport("HTTP/1.1", 1, 1, Optional.empty()),
                        List.of(
                                Map.entry("Authorization", "Bearer SECRET1"),
                                Map.entry("Cookie", "a=SECRET2; b=SECRET3"),
                                Map.entry("X-Token", "null")),
                        Octets.of(new byte[0]),
                        0,
                        ENDS)),
                Optional.of(Response.ok()),
                AnsweredBy.of(Exchange.Source.STUB),
                new Timing(Instant.now()));
        assertThat(login).hasHeader("Authorization", "Bearer SECRET1").hasCookie("b", "SECRET3");
        assertThatThrownBy(() -> assertThat(login).hasHeader("Authorization", "Bearer SECRET4"))
                .hasMessageEndingWith("to have header:\n  Authorization: Bearer *** (masked)"
                        + "\nbut had:\n  Authorization: Bearer *** (masked)");
        assertThatThrownBy(() -> assertThat(login).hasHeader("X-Token", "SECRET4"))
                .hasMessageEndingWith("to have header:\n  X-Token: *** (masked)\nbut had:\n  X-Token: null");
        assertThatThrownBy(() -> assertThat(login).doesNotContainHeader("Cookie"))
                .hasMessageEndingWith("but had:\n  Cookie: a=***; b=*** (masked)");
        assertThatThrownBy(() -> assertThat(login).hasCookie("b", "SECRET4"))
                .hasMessageEndingWith("with cookie b=***\nbut it has cookie b=*** (another one, masked)");
        assertThatThrownBy(() -> assertThat(login).meets(RequestCriteria.header("authorization", "Basic SECRET4")))
                .hasMessageEndingWith("with header authorization=Basic ***"
                        + "\nbut it has header authorization=Bearer *** (another one, masked)");
    }

    @Test
    void comparesJsonAsJson() {
        Exchange json = json("{\"a\": [1, 2]}", Response.json("{\"b\": true}"));

        assertThat(json)
                .hasJson("{\"a\":[1.0,2]}")
                .hasJsonContaining("{}")
                .hasResponseJson("{\"b\":true}")
                .hasResponseHeader("content-type", "application/json")
                .responseBody()
                .contains("true");
        assertThatThrownBy(() -> assertThat(json).hasJson("{\"a\":[1,3]}"))
                .hasMessage("\nExpecting:\n  POST / \u2192 200 (stub)\nto be a request:\n  with JSON {\"a\":[1,3]}\n"
                        + "but it has JSON in which $.a[1] is 2, expected 3");
        assertThatThrownBy(() -> assertThat(json).hasResponseJson("{\"b\":1}"))
                .hasMessage("\nExpecting:\n  POST / \u2192 200 (stub)\nto have a response with JSON:\n  {\"b\":1}\n"
                        + "but $.b is true, expected 1");
        assertThatThrownBy(() -> assertThat(json).hasResponseHeader("ETag", "x"))
                .hasMessageContaining("to have response header:\n  ETag: x\nbut had:\n  only Content-Type");
    }

    private static Exchange json(String content, Response response) {
        Call call = new Call(
                "POST",
                "/",
                new Transport("HTTP/1.1", 1, 1, Optional.empty()),
                List.of(Map.entry("Content-Type", "application/json")),
                Octets.of(content.getBytes(StandardCharsets.UTF_8)),
                content.length(),
                ENDS);
        return new Exchange(
                new Request(call),
                Optional.of(response),
                AnsweredBy.of(Exchange.Source.STUB),
                new Timing(Instant.now()));
    }
}
