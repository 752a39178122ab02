package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.ConnectionAddresses;
import io.github.postfixture.web.engine.RequestMessage;
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
            new Request(new RequestMessage(
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
        fails(it -> it.hasMethod("GET"), "Expected the method to be \"GET\" but was \"POST\".");
        fails(it -> it.hasPath("/"), "Expected the path to be \"/\" but was \"/login\".");
        fails(it -> it.hasQueryParameter("x", "2"), "Expected query parameter x to be \"2\" but was \"1\".");
        fails(
                it -> it.hasFormParameter("user", "carol"),
                "Expected form parameter user=carol but the parameters are user=alice, user=bob.");
        fails(it -> it.hasHeader("Accept", "*/*"), "Expected header Accept to be \"*/*\" but was \"text/html\".");
        fails(it -> it.hasStatus(200), "Expected status 200 but was 302 (stub).");
    }

    @Test
    void saysWhatASignatureMayHaveBeenComputedOver() {
        String found = "0a".repeat(32);
        Exchange signed = new Exchange(
                new Request(new RequestMessage(
                        "POST",
                        "/orders",
                        new Transport("HTTP/1.1", 1, 1, Optional.empty()),
                        List.of(Map.entry("X-Signature", found)),
                        Octets.of("{\"order\":\"4711\",\"amount\":1290}".getBytes(StandardCharsets.UTF_8)),
                        19,
                        ENDS)),
                Optional.of(Response.ok()),
                AnsweredBy.of(Exchange.Source.STUB),
                new Timing(Instant.now()));

        assertThatThrownBy(() -> assertThat(signed).hasHeader("X-Signature", "0b".repeat(32)))
                .hasMessageContaining(
                        "\nBoth are digests or signatures, of 32 bytes. The one found was computed over other bytes,"
                                + " with another key, or by another algorithm.\nThe content that came has 30 bytes and ends in"
                                + " \"4711\",\"amount\":1290}\", without a line break. Compare what the application signs with what it"
                                + " sends: white space, a line break at the end, the order of JSON members, the charset.");
        assertThatThrownBy(() -> assertThat(signed).hasHeader("X-Signature", "v1"))
                .hasMessageNotContaining("digests");
    }

    @Test
    void showsTheTargetAsItWasSent() {
        fails(
                it -> it.hasTarget("/login?next=/home&x=1"),
                "Expected the target to be \"/login?next=/home&x=1\" but was \"/login?next=%2Fhome&x=1\".");
    }

    @Test
    void tellsFromWhatAPathWasDecoded() {
        try (WebServer web = WebServer.start()) {
            Client.get(web.uri("/queues/%2F"));

            assertThatThrownBy(() -> assertThat(web.awaitRequest()).hasPath("/queues/%2F"))
                    .hasMessage("Expected the path to be \"/queues/%2F\" but was \"/queues//\".\n"
                            + "  GET /queues/%2F \u2192 404 (no stub matched)\n"
                            + "It is decoded from /queues/%2F; see hasTarget(..)");
        }
    }

    @Test
    void showsWhichHeadersThereAre() {
        fails(it -> it.containsHeader("Cookie"), "Expected a header Cookie but the headers are Accept, Content-Type.");
        fails(it -> it.doesNotContainHeader("Accept"), "Expected no header Accept but found Accept: text/html.");
    }

    private void fails(Consumer<ExchangeAssert> check, String message) {
        assertThatThrownBy(() -> check.accept(assertThat(exchange)))
                .isInstanceOf(AssertionError.class)
                .hasMessage(message + "\n  POST /login?next=%2Fhome&x=1 \u2192 302 (stub)");
    }

    @Test
    void comparesFormsAndCookies() {
        assertThatThrownBy(() -> assertThat(exchange).hasForm(Map.of("user", "alice")))
                .hasMessageStartingWith("Expected the form to be user=alice but were user=alice, user=bob.\n");
        assertThatThrownBy(() -> assertThat(exchange).hasCookie("sid", "1"))
                .hasMessage("Expected a request with cookie sid=*** but it has no cookie sid.\n  " + exchange);
    }

    @Test
    void masksWhatLogsIn() {
        Exchange login = new Exchange(
                new Request(new RequestMessage(
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
                .hasMessageStartingWith(
                        "Expected header Authorization: Bearer *** (masked) but found another value, which is masked,"
                                + " too.\n");
        assertThatThrownBy(() -> assertThat(login).hasHeader("X-Token", "SECRET4"))
                .hasMessageStartingWith("Expected header X-Token to be \"*** (masked)\" but was \"null\".\n");
        assertThatThrownBy(() -> assertThat(login).doesNotContainHeader("Cookie"))
                .hasMessageStartingWith("Expected no header Cookie but found Cookie: a=***; b=*** (masked).\n");
        assertThatThrownBy(() -> assertThat(login).hasCookie("b", "SECRET4"))
                .hasMessageStartingWith(
                        "Expected a request with cookie b=*** but it has cookie b=*** (another one, masked).\n");
        assertThatThrownBy(() -> assertThat(login).meets(RequestCriteria.header("authorization", "Basic SECRET4")))
                .hasMessageStartingWith("Expected a request with header authorization=Basic *** but it has header"
                        + " authorization=Bearer *** (another one, masked).\n");
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
                .hasMessage(
                        "Expected a request with JSON {\"a\":[1,3]} but it has JSON in which $.a[1] is 2, expected 3.\n"
                                + "  POST / \u2192 200 (stub), 11 bytes, application/json\nThe content is:\n  {\"a\": [1, 2]}");
        assertThatThrownBy(() -> assertThat(json).hasResponseJson("{\"b\":1}"))
                .hasMessage("Expected the JSON of the response to be as given but $.b is true, expected 1.\n"
                        + "  POST / \u2192 200 (stub), 11 bytes, application/json\nThe content is:\n  {\"b\": true}");
        assertThatThrownBy(() -> assertThat(json).hasResponseHeader("ETag", "x"))
                .hasMessageStartingWith("Expected header ETag: x but there is none.\n");
    }

    @Test
    void tellsOfTextThatIsUtf8InAnotherCharset() {
        byte[] utf8 = "G\u00fc".getBytes(StandardCharsets.UTF_8);
        Exchange wrong = json("{}", Response.bytes("text/plain; charset=iso-8859-1", utf8));

        assertThatThrownBy(() -> assertThat(wrong).responseBody().isEqualTo("G\u00fc"))
                .hasMessageStartingWith(
                        "[response body of POST /; it is read as ISO-8859-1, but all of it is valid UTF-8]");
    }

    @Test
    void tellsOfBytesThatContradictTheCharset() {
        Exchange wrong = json("{}", Response.bytes("text/plain; charset=utf-8", new byte[] {'G', (byte) 0xfc}));

        assertThatThrownBy(() -> assertThat(wrong).responseBody().isEqualTo("G\u00fc"))
                .hasMessageStartingWith(
                        "[response body of POST /; it is not valid UTF-8: bytes FC (perhaps ISO-8859-1)]");
        assertThatThrownBy(() -> assertThat(wrong).body().isEqualTo("x")).hasMessageStartingWith("[body of POST /]");
    }

    private static Exchange json(String content, Response response) {
        RequestMessage message = new RequestMessage(
                "POST",
                "/",
                new Transport("HTTP/1.1", 1, 1, Optional.empty()),
                List.of(Map.entry("Content-Type", "application/json")),
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
