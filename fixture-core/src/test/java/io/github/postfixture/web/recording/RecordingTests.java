package io.github.postfixture.web.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.postfixture.web.Client;
import io.github.postfixture.web.Exchange;
import io.github.postfixture.web.RawClient;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.site.Site;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTests {

    private final WebServer origin = WebServer.start();
    private final WebServer recorder =
            WebServer.builder().recording(origin.uri("/")).start();
    private final WebServer replayer = WebServer.start();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        origin.close();
        recorder.close();
        replayer.close();
    }

    @Test
    void forwardsWhatNoStubAnswers() {
        origin.on("POST", "/orders")
                .withQuery("draft", "a b")
                .withHeader("X-Token", "7")
                .withBody("tea")
                .answer(Response.text("created").withStatus(201).withHeader("Set-Cookie", "a=b"));
        recorder.serve("/own", Response.text("own"));

        HttpResponse<String> answer = Client.send("POST", recorder.uri("/orders?draft=a%20b"), "tea", "X-Token", "7");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("created");
        assertThat(answer.headers().firstValue("Set-Cookie")).contains("a=b");
        assertThat(Client.get(recorder.uri("/own")).body()).isEqualTo("own");
        assertThat(recorder.exchanges())
                .extracting(Exchange::source)
                .containsExactly(Exchange.Source.ORIGIN, Exchange.Source.STUB);
    }

    @Test
    void keepsRedirectsToTheOriginAtItself() {
        origin.serve("/a", Response.redirect(origin.uri("/b").toString()));

        assertThat(Client.get(recorder.uri("/a")).headers().firstValue("Location"))
                .contains("/b");
    }

    @Test
    void asksNobodyElseWhateverThePath() throws Exception {
        WebServer other = replayer;
        origin.serve("//{path*}", request -> Response.text("origin: " + request.target()));
        other.serve("/{path*}", Response.text("somebody else"));

        String answer = ask("//127.0.0.1:" + other.http().port() + "/orders", "Authorization: Bearer 7\r\n");

        assertThat(answer).endsWith("origin: //127.0.0.1:" + other.http().port() + "/orders");
        assertThat(other.exchanges()).isEmpty();
    }

    @Test
    void saysWhatCannotBePassedOn() throws Exception {
        assertThat(ask("OPTIONS", "*", ""))
                .startsWith("HTTP/1.1 502")
                .endsWith(
                        "The server to be recorded at " + origin.uri("/") + " cannot be asked for *: it is no path\n");
    }

    @Test
    void refusesAFieldThatTheClientCannotSend() throws Exception {
        String complaint = "The server to be recorded at " + origin.uri("/") + " cannot be asked for /a: the JDK's HTTP"
                + " client, which would pass it on, cannot send the field X-Name, as its value has characters beyond ASCII";

        assertThat(ask("/a", "X-Name: Müller\r\n")).startsWith("HTTP/1.1 502").endsWith(complaint + "\n");
        assertThat(recorder.timeline().toString()).contains(complaint);
        assertThat(origin.exchanges()).isEmpty();
    }

    @Test
    void passesOnNoFieldThatConcernsTheConnectionOnly() throws Exception {
        origin.serve(
                "/a",
                Response.text("a")
                        .withHeader("Connection", "X-Hop, keep-alive")
                        .withHeader("X-Hop", "1")
                        .withHeader("X-Own", "1"));

        String answer = ask("/a", "Connection: x-secret\r\nX-Secret: 1\r\nX-Own: 1\r\n");

        Request asked = origin.awaitRequest().request();
        assertThat(asked.header("X-Secret")).isEmpty();
        assertThat(asked.header("X-Own")).contains("1");
        assertThat(answer).containsIgnoringCase("X-Own: 1").doesNotContainIgnoringCase("X-Hop");
        assertThat(recorder.exchanges())
                .singleElement()
                .satisfies(exchange -> assertThat(
                                exchange.response().orElseThrow().headers().map())
                        .containsKey("X-Own")
                        .doesNotContainKey("X-Hop"));
    }

    @Test
    void passesOnWhatBrowsersSendUnescaped() throws Exception {
        origin.serve(
                "/fonts",
                request -> Response.text(request.queryParameter("family").orElse("none")));

        assertThat(ask("/fonts?family=Inter|Lato 100%".replace(' ', '+'), "")).endsWith("Inter|Lato 100%");
    }

    @Test
    void sendsOneDate() throws Exception {
        origin.serve("/a", Response.text("a"));

        assertThat(ask("/a", "").lines().filter(line -> line.startsWith("Date:")))
                .hasSize(1);
    }

    @Test
    void givesUpAnAnswerThatIsTooLong() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve("long").toFile(), "rw")) {
            file.setLength((64L << 20) + 1);
        }
        try (WebServer files = WebServer.builder().site(Site.directory(folder)).start();
                WebServer recorder =
                        WebServer.builder().recording(files.uri("/")).start()) {
            assertThat(Client.get(recorder.uri("/long")).body())
                    .isEqualTo("The server to be recorded at " + files.uri("/")
                            + " cannot be reached: java.io.IOException: the answer is longer than 64 MB\n");
        }
    }

    private String ask(String target, String fields) throws IOException {
        return ask("GET", target, fields);
    }

    private String ask(String method, String target, String fields) throws IOException {
        try (RawClient client = RawClient.to(recorder.http())) {
            return client.send(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + fields
                            + "\r\n")
                    .readAll();
        }
    }

    @Test
    void answersForAnOriginThatIsNotThere() {
        URI gone = origin.uri("/");
        origin.close();

        HttpResponse<String> answer = Client.get(recorder.uri("/a"));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).startsWith("The server to be recorded at " + gone + " cannot be reached: ");
    }

    @Test
    void refusesAnOriginThatIsNoRoot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebServer.builder().recording(URI.create("http://localhost/a")))
                .withMessage("origin (http://localhost/a) must be the root of a server, such as http://localhost:8080");
    }
}
