package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.explanation.Printable;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test says itself about an answer is sent once, true or not, and recorded as it was sent. */
class OwnHeadTests {

    private final WebServer web = WebServer.start();

    @AfterEach
    void close() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "3", "0", "9223372036854775807", "99999999999999999999", "-1", "abc", "8, 8", ""})
    void sendsALengthThatIsNotTrueAndEndsTheConnection(String told) throws IOException {
        web.serve("/", Response.ok().withBody("AAAAAAAA").withHeader("Content-Length", told));

        assertThat(answer("GET"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsOnlyOnce("Content-Length: " + told + "\r\n")
                .contains("Connection: close\r\n")
                .endsWith("\r\n\r\nAAAAAAAA");
        assertThat(web.awaitRequest()).hasStatus(200).hasResponseHeader("Content-Length", told);
        web.verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "3", "9223372036854775807"})
    void sendsALengthThatIsNotTrueOverHttp2(String told) throws IOException {
        web.serve("/", Response.ok().withBody("AAAAAAAA").withHeader("Content-Length", told));
        try (Frames frames = Frames.to(web.http())) {
            assertThat(frames.get(1, "/").read(Frames.DATA).text()).isEqualTo("AAAAAAAA");
        }
        assertThat(web.awaitRequest()).hasStatus(200).hasResponseHeader("Content-Length", told);
    }

    @Test
    void letsTheClientNoticeACutDownload() {
        web.serve("/", Response.text("half").withHeader("Content-Length", "8"));

        assertThatThrownBy(() -> Client.get(web.uri("/")))
                .hasMessageContaining("fixed content-length: 8, bytes received: 4");
    }

    @Test
    void sendsALengthThatIsTrueOnceAndKeepsTheConnection() throws IOException {
        web.serve("/", Response.text("AAAAAAAA").withHeader("content-length", "8"));
        try (RawClient client = RawClient.to(web.http())) {
            for (int i = 0; i < 2; i++) {
                assertThat(client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").readTo("AAAAAAAA"))
                        .containsOnlyOnce("Content-Length: 8\r\n")
                        .doesNotContain("Connection: close");
            }
        }
    }

    @Test
    void sendsALengthForWhatIsStreamedOrSentInPieces() throws IOException {
        web.serve(
                "/",
                Response.stream("text/plain", () -> new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8)))
                        .withHeader("Content-Length", "20"));
        assertThat(answer("GET")).contains("Content-Length: 20\r\n").endsWith("\r\n\r\nabc");

        web.serve("/", Response.text("abcd").inChunks(2, Duration.ofMillis(1)).withHeader("Content-Length", "3"));
        assertThat(answer("GET")).contains("Content-Length: 3\r\n").endsWith("\r\n\r\nabcd");
    }

    @Test
    void sendsALengthWhereThereIsNoContent() throws IOException {
        web.serve("/", Response.text("abc").withHeader("Content-Length", "8"));
        assertThat(answer("HEAD")).contains("Content-Length: 8\r\n").endsWith("\r\n\r\n");

        web.serve("/", Response.noContent().withHeader("Content-Length", "8"));
        assertThat(answer("GET"))
                .startsWith("HTTP/1.1 204")
                .contains("Content-Length: 8\r\n")
                .endsWith("\r\n\r\n");

        web.serve("/", Response.status(304).withHeader("Content-Length", "8"));
        assertThat(answer("GET"))
                .startsWith("HTTP/1.1 304")
                .contains("Content-Length: 8\r\n")
                .endsWith("\r\n\r\n");

        assertThat(web.exchanges())
                .allSatisfy(exchange -> assertThat(exchange).hasResponseHeader("Content-Length", "8"));
    }

    @Test
    void sendsADateInPlaceOfItsOwn() throws IOException {
        web.serve("/", Response.text("x").withHeader("date", "yesterday"));

        assertThat(answer("GET")).containsOnlyOnce("Date: ").contains("Date: yesterday\r\n");
        assertThat(web.awaitRequest().response().orElseThrow().headers().allValues("Date"))
                .containsExactly("yesterday");
    }

    @Test
    void sendsADateOfItsOwnOtherwise() throws IOException {
        assertThat(answer("GET")).containsOnlyOnce("Date: ");
        try (RawClient client = RawClient.to(web.http())) {
            assertThat(client.send("GET / HTTP/1.1\r\n\r\n").readAll()).containsOnlyOnce("Date: ");
        }
    }

    @Test
    void recordsWhatHttp2LeavesOutAsLeftOut() {
        web.serve("/", Response.text("x").withHeader("Connection", "keep-alive").withHeader("Keep-Alive", "5"));
        HttpClient client = HttpClient.newBuilder()
                .sslContext(CertificateAuthority.ofThisJvm().sslContext())
                .build();

        HttpResponse<String> response = Client.send(client, "GET", web.https().uri("/"), "");

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(web.awaitRequest().response().orElseThrow().headers().map().keySet())
                .containsExactlyInAnyOrder("Date", "Content-Type", "Content-Length");
    }

    @Test
    void keepsTheConnectionFieldOfTheTest() throws IOException {
        web.serve("/", Response.text("x").withHeader("Connection", "keep-alive"));

        assertThat(answer("GET")).contains("Connection: keep-alive\r\n");
        assertThat(web.awaitRequest()).hasResponseHeader("Connection", "keep-alive");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203 Non-Authoritative Information",
                "404 Not Found",
                "413 Content Too Large",
                "422 Unprocessable Content",
                "500 Internal Server Error",
                "599 "
            })
    void hasTheReasonPhrasesOfToday(String line) throws IOException {
        web.serve("/", Response.status(Integer.parseInt(line.substring(0, 3))));

        assertThat(answer("GET")).startsWith("HTTP/1.1 " + line + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nope", "Not so OK (yet)"})
    void hasTheReasonPhraseOfTheTest(String phrase) throws IOException {
        web.serve("/", Response.text("Hello").withReason(phrase));

        assertThat(answer("GET")).startsWith("HTTP/1.1 200 " + phrase + "\r\n").endsWith("\r\n\r\nHello");
    }

    @Test
    void hasNoReasonPhraseOfAnEarlierAnswer() throws IOException {
        web.serve("/", Response.text("Hello").withReason("Nope"));
        web.serve("/other", Response.text("Hello"));

        try (RawClient client = RawClient.to(web.http())) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\nGET /other HTTP/1.1\r\nHost: x\r\n\r\n")
                    .endOutput();

            assertThat(client.readAll()).containsSubsequence("HTTP/1.1 200 Nope\r\n", "HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    void hasNoReasonPhraseInHttp2() throws Exception {
        web.serve("/", Response.text("Hello").withReason("Nope"));
        HttpClient client = HttpClient.newBuilder()
                .sslContext(CertificateAuthority.ofThisJvm().sslContext())
                .build();
        HttpRequest request = HttpRequest.newBuilder(web.https().uri("/")).build();

        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.body()).isEqualTo("Hello");
    }

    @Test
    void saysItsReasonBesideADelayToo() throws IOException {
        web.serve("/", Response.status(503).withReason("Nope").withDelay(Duration.ofMillis(1)));

        assertThat(answer("GET")).startsWith("HTTP/1.1 503 Nope\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\nb", "\u0007", "Gr\u00fc\u00dfe"})
    void refusesAReasonPhraseThatCannotBeSent(String phrase) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Response.ok().withReason(phrase))
                .withMessage("phrase (" + Printable.line(phrase)
                        + ") must be one line of printable ASCII (RFC 9112 section 4)");
    }

    private String answer(String method) throws IOException {
        try (RawClient client = RawClient.to(web.http())) {
            client.send(method + " / HTTP/1.1\r\nHost: x\r\n\r\n").endOutput();
            return client.readAll();
        }
    }
}
