package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.fault.HttpFault;
import io.github.postfixture.web.recording.Har;
import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.sse.EventStream;
import io.github.postfixture.web.sse.ServerEvent;
import io.github.postfixture.web.stub.Scenario;
import io.github.postfixture.web.websocket.WebSocketHandler;
import io.github.postfixture.web.websocket.WebSocketSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/web.md shows of stubs and exchanges; and that it shows nothing else. */
class StubGuideTests {

    private static final Pattern NAME_OF_TESTS = Pattern.compile("\\b[A-Z]\\w+Tests\\b");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final WebServer web = WebServer.start();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void matching() {
        web.on("GET", "/users/{id}").answer(request -> Response.json("{\"id\": " + request.pathVariable("id") + "}"));
        web.on("GET", "/users/{id}").withQuery("full", "true").answer(Response.file("application/json", USER));
        web.on("POST", "/orders").withJsonContaining("{\"item\": \"tea\"}").answer(Response.status(201));
        web.on("PUT", "/files/{path*}")
                .with("that is small", request -> request.bytes().length < 1000)
                .answer(Response.noContent());

        assertThat(Client.get(web.uri("/users/7")).body()).isEqualTo("{\"id\": 7}");
        assertThat(Client.get(web.uri("/users/7?full=true")).body()).contains("<project");
        assertThat(Client.send("POST", web.uri("/orders"), "{\"item\": \"tea\", \"count\": 2}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(Client.send("PUT", web.uri("/files/a/b"), "x").statusCode()).isEqualTo(204);
    }

    private static final Path USER = Path.of("pom.xml");

    @Test
    void answering() {
        web.on("GET", "/job").answer(Response.text("queued"), Response.text("running"), Response.text("done"));
        web.on("GET", "/report")
                .answer(Response.text("0123456789")
                        .inChunks(5, Duration.ofMillis(20))
                        .withTrailer("X-Sum", "45"));

        Scenario order = Scenario.startingIn("open");
        web.on("GET", "/order").with(order.in("open")).answer(Response.text("to be paid"));
        web.on("GET", "/order").with(order.in("paid")).answer(Response.text("on its way"));
        web.on("POST", "/pay").with(order.in("open")).answer(order.to("paid", Response.noContent()));

        assertThat(Client.get(web.uri("/job")).body()).isEqualTo("queued");
        assertThat(Client.get(web.uri("/report")).body()).isEqualTo("0123456789");
        Client.send("POST", web.uri("/pay"), "");
        assertThat(Client.get(web.uri("/order")).body()).isEqualTo("on its way");
    }

    @Test
    void failing() {
        web.serve("/pay", Response.text("paid"));
        web.failNext("/pay", ConnectionFault.reset());
        web.at("/pay").times(2, HttpFault.status(503));
        web.at("POST", "/pay").matching(RequestCriteria.header("X-Slow", "1")).always(ConnectionFault.throttle(100));

        assertThatThrownBy(() -> Client.send("POST", web.uri("/pay"), "x")).hasRootCauseMessage("Connection reset");
        assertThat(Client.get(web.uri("/pay")).statusCode()).isEqualTo(503);
        assertThat(Client.get(web.uri("/pay")).statusCode()).isEqualTo(503);
        assertThat(Client.get(web.uri("/pay"), "X-Slow", "1").body()).isEqualTo("paid");
    }

    @Test
    void asserting() {
        web.serve("/{all*}", Response.json("{\"ok\": true}"));
        Client.send(
                "POST", web.uri("/orders/7"), "{\"count\": 2, \"item\": \"tea\"}", "Content-Type", "application/json");

        Exchange exchange =
                web.awaitRequest(RequestCriteria.path("/orders/{id}").and(RequestCriteria.method("POST")));
        assertThat(exchange).hasJson("{\"item\": \"tea\", \"count\": 2}").hasResponseJson("{\"ok\": true}");
        assertThat(web).hasRequestCount(1, RequestCriteria.path("/orders/{id}"));
        assertThat(web).receivesNothingFor(Duration.ofMillis(300));
    }

    @Test
    void recording(@TempDir Path folder) throws Exception {
        web.serve("/orders", Response.json("[]"));
        URI origin = web.uri("/");
        Path file = folder.resolve("shop.har");
        try (WebServer recorder = WebServer.builder().recording(origin).start()) {
            Client.get(recorder.uri("/orders"));
            recorder.har().save(file);
        }
        try (WebServer replayer = WebServer.start().replay(Har.read(file))) {
            assertThat(Client.get(replayer.uri("/orders")).body()).isEqualTo("[]");
        }
    }

    @Test
    void intercepting() throws Exception {
        web.on("GET", "/v1/users").withHost("api.example.com").answer(Response.json("[]"));

        HttpClient client = HttpClient.newBuilder()
                .proxy(web.proxySelector())
                .sslContext(CertificateAuthority.ofThisJvm().sslContext())
                .build();
        assertThat(Client.send(client, "GET", URI.create("https://api.example.com/v1/users"), "")
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void conversing() throws IOException {
        web.serve("/chat", Response.webSocket());
        web.serve("/echo", Response.webSocket(WebSocketHandler.echo()));
        web.serve("/news", Response.eventStream(ServerEvent.of("Welcome").withId("1")));
        URI chat = URI.create(web.uri("/chat").toString().replaceFirst("^http", "ws"));
        java.net.http.WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(chat, new java.net.http.WebSocket.Listener() {})
                .join();
        socket.sendText("Thank you", true).join();
        socket.sendClose(1000, "").join();
        try (RawClient reader = RawClient.to(web.http())) {
            reader.send("GET /news HTTP/1.1\r\nHost: x\r\n\r\n").readTo("Welcome");
        }

        WebSocketSession session = web.awaitWebSocket("/chat");
        session.send("Welcome");
        assertThat(session).receives("Thank you").isClosedWith(1000);

        EventStream news = web.awaitEventStream("/news");
        news.send("It rains");
        news.awaitEnd();
    }

    @Test
    void namesTestsThatExist() throws IOException {
        for (String guide : new String[] {"../docs/web.md", "../docs/pages.md"}) {
            List<String> named = NAME_OF_TESTS
                    .matcher(Files.readString(Path.of(guide)))
                    .results()
                    .map(match -> match.group() + ".java")
                    .distinct()
                    .toList();

            assertThat(namesOfFiles()).containsAll(named);
            assertThat(named).isNotEmpty();
        }
    }

    private static List<String> namesOfFiles() throws IOException {
        List<String> names = new ArrayList<>();
        for (String root : new String[] {"src/test/java", "../junit5-extension/src/test/java"}) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.map(file -> String.valueOf(file.getFileName())).forEach(names::add);
            }
        }
        return names;
    }

    @Test
    void isWhatTheGuideShows() throws IOException {
        String guide = Files.readString(Path.of("../docs/web.md"));
        String here =
                withoutSpace(Files.readString(Path.of("src/test/java/io/github/postfixture/web/StubGuideTests.java")));
        String ours = guide.substring(guide.indexOf("## Stubs"), guide.indexOf("## Protocols"));

        assertThat(JAVA.matcher(ours).results().map(match -> withoutSpace(match.group(1))))
                .hasSizeGreaterThan(4)
                .allSatisfy(sample -> assertThat(here).contains(sample));
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s", "");
    }
}
