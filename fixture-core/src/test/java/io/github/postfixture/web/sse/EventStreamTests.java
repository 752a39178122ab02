package io.github.postfixture.web.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.RealClient;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.Client;
import io.github.postfixture.web.RawClient;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventStreamTests {

    private final WebServer web =
            WebServer.builder().timeout(Duration.ofSeconds(20)).start();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void isFedByTheTest() throws IOException {
        web.serve("/news", Response.eventStream(ServerEvent.of("Welcome")));
        try (RawClient client = RawClient.to(web.http())) {
            String head = client.send("GET /news HTTP/1.1\r\nHost: x\r\nLast-Event-ID: 6\r\n\r\n")
                    .readTo("data: Welcome\n\n");
            assertThat(head).contains("HTTP/1.1 200 OK\r\n", "Content-Type: text/event-stream\r\n");

            EventStream news = web.awaitEventStream("/news");
            assertThat(news.lastEventId()).contains("6");
            news.send(ServerEvent.of("It rains\nand pours")
                    .withId("7")
                    .withName("weather")
                    .withRetry(Duration.ofSeconds(3)));
            assertThat(client.readTo("\n\n"))
                    .endsWith("id: 7\nevent: weather\nretry: 3000\ndata: It rains\ndata: and pours\n\n");
            news.comment("still here");
            assertThat(client.readTo("\n\n")).endsWith(": still here\n\n");
            assertThat(news.isOpen()).isTrue();
            news.end();
            assertThat(client.readAll()).endsWith("0\r\n\r\n");
            news.awaitEnd();
            assertThat(news.isOpen()).isFalse();
        }
        assertThat(web.awaitRequest())
                .hasPath("/news")
                .hasStatus(200)
                .responseBody()
                .startsWith("data: Welcome\n\nid: 7");
        assertThat(web.timeline().events())
                .extracting(event -> event.detail().toString())
                .contains("/news opened", "/news \u2192 : still here", "/news ended");
    }

    @Test
    void isFedByAHandler() {
        web.serve("/count", Response.eventStream(stream -> {
            for (int i = 1; i <= 3; i++) {
                stream.send(Integer.toString(i));
            }
            stream.end();
        }));

        assertThat(Client.get(web.uri("/count")).body()).isEqualTo("data: 1\n\ndata: 2\n\ndata: 3\n\n");
    }

    @Test
    void noticesThatTheClientHasGone() throws IOException {
        web.serve("/news", Response.eventStream());
        for (URI uri : new URI[] {web.uri("/news"), web.https().uri("/news")}) {
            try (InputStream open = open(uri, HttpClient.Version.HTTP_1_1)) {
                assertThat(open).isNotNull();
            }
            web.awaitEventStream("/news").awaitEnd();
        }
    }

    @Test
    void noticesThatTheClientOfHttp2HasGone() throws IOException {
        web.serve("/news", Response.eventStream(ServerEvent.of("Welcome")));
        InputStream open = open(web.https().uri("/news"), HttpClient.Version.HTTP_2);
        BufferedReader lines = new BufferedReader(new InputStreamReader(open, StandardCharsets.UTF_8));
        assertThat(lines.readLine()).isEqualTo("data: Welcome");
        open.close();

        EventStream news = web.awaitEventStream("/news");
        assertThat(news.request().protocol()).isEqualTo("HTTP/2.0");
        news.awaitEnd();
    }

    private static InputStream open(URI uri, HttpClient.Version version) {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(CertificateAuthority.ofThisJvm().sslContext())
                .version(version)
                .build();
        HttpResponse<InputStream> response = client.sendAsync(
                        HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream())
                .join();
        return response.body();
    }

    @Test
    void canBreakOff() throws IOException {
        web.serve("/news", Response.eventStream());
        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET /news HTTP/1.1\r\nHost: x\r\n\r\n").readTo("\r\n\r\n");
            web.awaitEventStream("/news").reset();

            assertThatThrownBy(client::readAll).isInstanceOf(IOException.class);
        }
    }

    @Test
    void endsProperlyWhenTheServerIsClosed() throws IOException {
        web.serve("/news", Response.eventStream());
        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET /news HTTP/1.1\r\nHost: x\r\n\r\n").readTo("\r\n\r\n");
            web.awaitEventStream("/news");
            web.close();

            assertThat(client.readAll()).isEqualTo("0\r\n\r\n");
        }
    }

    @Test
    void breaksOffAndFailsTheTestIfItsHandlerFails() throws IOException {
        web.serve("/news", Response.eventStream(stream -> {
            throw new IllegalStateException("no news");
        }));
        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET /news HTTP/1.1\r\nHost: x\r\n\r\n");
            web.awaitEventStream("/news").awaitEnd();
        }
        assertThatThrownBy(web::verify).isInstanceOf(AssertionError.class).hasMessageContaining("no news");
    }

    @Test
    void saysThatNobodyCame() {
        try (WebServer impatient =
                WebServer.builder().timeout(Duration.ofMillis(30)).start()) {
            impatient.serve("/news", Response.eventStream());

            assertThatThrownBy(() -> impatient.awaitEventStream("/news"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("Expected an event stream to /news within 30 ms but none came: nobody has"
                            + " asked where to send it.");
        }
    }

    @Test
    void isAwaitedByCriteria() throws IOException {
        web.serve("/news", Response.eventStream());
        try (RawClient first = RawClient.to(web.http());
                RawClient second = RawClient.to(web.http())) {
            first.send("GET /news HTTP/1.1\r\nHost: x\r\nAccept-Language: de\r\n\r\n");
            second.send("GET /news HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\n\r\n");

            EventStream english = web.awaitEventStream(RequestCriteria.header("Accept-Language", "en"));
            assertThat(english.request().header("Accept-Language")).contains("en");
            assertThat(web.awaitEventStream("/news").request().header("Accept-Language"))
                    .contains("de");
        }
    }

    @Test
    void saysThatItIsStillOpen() throws IOException {
        try (WebServer impatient = WebServer.builder().start();
                RawClient client = RawClient.to(impatient.http())) {
            impatient.serve("/news", Response.eventStream());
            client.send("GET /news HTTP/1.1\r\nHost: x\r\n\r\n").readTo("\r\n\r\n");
            EventStream news = impatient.awaitEventStream("/news");

            assertThatThrownBy(() -> news.awaitEnd(Duration.ofMillis(30)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("Expected event stream /news to end within 30 ms but it is open");
        }
    }

    @Test
    void takesNamesAndIdentifiersOfOneLineOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerEvent.of("x").withId("1\n2"))
                .withMessage("id (1\n2) must be one line");
    }

    @Test
    @Tag("real-client")
    void curlReadsThemAsTheyCome() {
        web.serve("/news", Response.eventStream(stream -> {
            stream.send(ServerEvent.of("It rains").withId("1"));
            stream.comment("on");
            stream.end();
        }));

        assertThat(RealClient.curl().run("-N", web.https().uri("/news").toString()))
                .isEqualTo("id: 1\ndata: It rains\n\n: on\n\n");
        assertThat(web.awaitRequest().request().protocol()).isEqualTo("HTTP/2.0");
    }

    @Test
    @Tag("real-client")
    void curlThatHasEnoughIsNoticed() {
        web.serve("/news", Response.eventStream());

        RealClient.Result result =
                RealClient.curl().tryRun("-N", "-m", "1", web.uri("/news").toString());

        assertThat(result.exitCode()).isEqualTo(28);
        web.awaitEventStream("/news").awaitEnd();
    }
}
