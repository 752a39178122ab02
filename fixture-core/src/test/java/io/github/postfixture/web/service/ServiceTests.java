package io.github.postfixture.web.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.Exchange;
import io.github.postfixture.web.RawClient;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.fault.HttpFault;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.sse.EventStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that are mounted on a server. */
@Timeout(60)
class ServiceTests {

    private static final int MEGABYTE = 1 << 20;

    private final Outbox outbox = new Outbox();
    private final WebServer web = WebServer.builder().strict().start().mount("/outbox", outbox);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        outbox.mayAnswer.countDown();
        web.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_1_1", "HTTP_2"})
    void readsFiftyMegabytesWithoutHoldingThem(HttpClient.Version version) throws Exception {
        HttpResponse<String> answer = put(version, zeros(50));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(outbox.read).hasValue(50L * MEGABYTE);
        Exchange exchange = web.awaitRequest("/outbox/files");
        assertThat(exchange.source()).isEqualTo(Exchange.Source.SERVICE);
        assertThat(exchange.request().length()).isEqualTo(50L * MEGABYTE);
        assertThat(exchange.request().bytes()).hasSize(MEGABYTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_1_1", "HTTP_2"})
    void refusesMoreByItsOwnLimit(HttpClient.Version version) throws Exception {
        assertThat(put(version, zeros(51)).statusCode()).isEqualTo(413);
        assertThat(outbox.read.get()).isBetween(50L * MEGABYTE, 51L * MEGABYTE - 1);
    }

    @Test
    void refusesWhatSaysThatItIsMoreWithoutReadingIt() throws Exception {
        try (RawClient raw = RawClient.to(web.http())) {
            raw.send("PUT /outbox/files HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: " + 51 * MEGABYTE
                    + "\r\n\r\n");

            assertThat(raw.readAll()).startsWith("HTTP/1.1 413").contains("Connection: close");
        }
        assertThat(outbox.read).hasValue(0);
        assertThat(put(HttpClient.Version.HTTP_1_1, BodyPublishers.ofByteArray(new byte[51 * MEGABYTE]))
                        .statusCode())
                .isEqualTo(413);
        assertThat(outbox.read).hasValue(0);
    }

    @Test
    void asksForContentThatAClientHoldsBack() throws Exception {
        try (RawClient raw = RawClient.to(web.http())) {
            raw.send("POST /outbox/mails HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
            assertThat(raw.readTo("\r\n\r\n")).startsWith("HTTP/1.1 100");
            raw.send("Hello");

            assertThat(raw.readTo("\r\n\r\n")).startsWith("HTTP/1.1 202");
        }
    }

    @Test
    void answersFurtherRequestsOfTheConnection() throws Exception {
        try (RawClient raw = RawClient.to(web.http())) {
            for (String mail : List.of("one", "two", "six")) {
                raw.send("POST /outbox/mails HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n" + mail);
                assertThat(raw.readTo("\r\n\r\n")).startsWith("HTTP/1.1 202").doesNotContain("close");
            }
        }
        web.awaitRequests(3);
        assertThat(outbox.sent).containsExactly("one", "two", "six");
    }

    @Test
    void decidesMethodsAndErrorsItself() throws Exception {
        assertThat(send("PROPFIND", "/outbox/calendar", "<propfind/>").statusCode())
                .isEqualTo(401);
        assertThat(send("PROPFIND", "/outbox/calendar", "<propfind/>", "Authorization", "Basic YTpi")
                        .body())
                .isEqualTo("PROPFIND <propfind/>");
        assertThat(send("REPORT", "/outbox/calendar", "<report/>", "Authorization", "Basic YTpi")
                        .statusCode())
                .isEqualTo(207);
        assertThat(send("GET", "/outbox/none", "").body()).isEqualTo("no such thing");
        assertThat(send("POST", "/outbox/mails", "x".repeat(101)).body())
                .isEqualTo("a mail has no more than 100 bytes");
        assertThat(web.exchanges()).extracting(Exchange::source).containsOnly(Exchange.Source.SERVICE);
    }

    @Test
    void publishesNothingBeforeTheWholeResponseHasLeft() throws Exception {
        try (RawClient raw = RawClient.to(web.http())) {
            raw.send(
                    "POST /outbox/mails/large HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\nHello");
            assertThat(raw.readTo("\r\n\r\n")).startsWith("HTTP/1.1 200");
            assertThat(outbox.sent).isEmpty();

            assertThat(raw.skipAll()).isEqualTo(16L * MEGABYTE);
        }
        web.awaitRequest("/outbox/mails/large");
        assertThat(outbox.sent).containsExactly("Hello");
        assertThat(outbox.attempts).isEmpty();
    }

    @Test
    void leavesAnAttemptAndNoMailAfterALostConnection() throws Exception {
        try (Socket socket = new Socket(web.http().host(), web.http().port())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write("POST /outbox/mails/slow HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nHello"
                            .getBytes(StandardCharsets.US_ASCII));
            outbox.hasRead.await();
        }
        outbox.mayAnswer.countDown();

        outbox.settled.await();
        assertThat(outbox.attempts).containsExactly("Hello");
        assertThat(outbox.sent).isEmpty();
    }

    @Test
    void leavesNothingOfAContentThatIsGivenUp() {
        BodyPublisher givenUp = BodyPublishers.ofInputStream(() ->
                new SequenceInputStream(new ByteArrayInputStream(new byte[5]), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        web.awaitArrival("/outbox/files");
                        throw new IOException("given up");
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int count) throws IOException {
                        return read();
                    }
                }));

        assertThatThrownBy(() -> put(HttpClient.Version.HTTP_2, givenUp)).isInstanceOf(IOException.class);

        Exchange exchange = web.awaitRequest("/outbox/files");
        assertThat(exchange).hasToString("PUT /outbox/files \u2192 disconnected (service)");
        assertThat(web.timeline().toString())
                .contains("PUT /outbox/files: the client went away before its content was complete");
    }

    @Test
    void tellsAClientWhoseContentEndsTooEarly() throws Exception {
        try (RawClient raw = RawClient.to(web.http())) {
            raw.send("POST /outbox/mails HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nHe")
                    .endOutput();

            assertThat(raw.readAll()).startsWith("HTTP/1.1 400");
        }
        assertThat(web.awaitRequest("/outbox/mails").request().bytes())
                .asString()
                .isEqualTo("He");
        assertThat(outbox.sent).isEmpty();
        assertThat(outbox.attempts).isEmpty();
    }

    @Test
    void tellsAClientWhoseContentDoesNotCome() throws Exception {
        try (WebServer hasty =
                        WebServer.builder().idleTimeout(Duration.ofSeconds(1)).start();
                RawClient raw = RawClient.to(hasty.mount("/outbox", outbox).http())) {
            raw.send("POST /outbox/mails HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nHe");

            assertThat(raw.readAll()).startsWith("HTTP/1.1 408").endsWith("408 the content did not come in time\n");
        }
    }

    @Test
    void tellsAClientWhoseContentIsMalformed() throws Exception {
        try (RawClient raw = RawClient.to(web.http())) {
            raw.send("POST /outbox/mails HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nnone\r\n");

            assertThat(raw.readAll()).startsWith("HTTP/1.1 400");
        }
        assertThat(outbox.sent).isEmpty();
    }

    @Test
    void sendsEvents() throws Exception {
        try (RawClient raw = RawClient.to(web.http())) {
            raw.send("GET /outbox/news HTTP/1.1\r\nHost: x\r\n\r\n").readTo("It rains");

            EventStream news = web.awaitEventStream("/outbox/news");
            news.send("It pours");
            raw.readTo("It pours");
        }
    }

    @Test
    void speaksWebSocket() {
        java.net.http.WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(
                        URI.create(web.uri("/outbox/chat").toString().replaceFirst("http", "ws")),
                        new java.net.http.WebSocket.Listener() {})
                .join();
        socket.sendText("Hello", true).join();
        socket.sendClose(1000, "").join();

        assertThat(web.awaitWebSocket("/outbox/chat")).receives("Hello").isClosedWith(1000);
    }

    @Test
    void sendsWhatItReadsAsItComes() throws Exception {
        try (RawClient raw = RawClient.to(web.http())) {
            raw.send("POST /outbox/copy HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 10\r\n\r\nHello");
            raw.send("World");

            assertThat(raw.readAll()).contains("Hello").contains("World");
        }
    }

    @Test
    void isTheHostThatAClientOfTheProxyAsksFor() throws Exception {
        Outbox other = new Outbox();
        web.virtualHost("api.example.org", other);
        HttpClient proxied = HttpClient.newBuilder()
                .proxy(web.proxySelector())
                .sslContext(CertificateAuthority.ofThisJvm().sslContext())
                .build();

        HttpResponse<String> answer = proxied.send(
                HttpRequest.newBuilder(URI.create("https://api.example.org/mails"))
                        .POST(BodyPublishers.ofString("Hello"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(web.awaitRequest("/mails")).hasToString("POST https://api.example.org/mails \u2192 202 (service)");
        assertThat(other.sent).containsExactly("Hello");
        assertThat(outbox.sent).isEmpty();
    }

    @Test
    void answersBelowItsPathOnly() throws Exception {
        Outbox deeper = new Outbox();
        web.mount("/outbox/deeper/", deeper);
        web.serve("/outbox2", Response.text("stub"));

        assertThat(send("POST", "/outbox/deeper/x", "").body()).isEqualTo("no such thing");
        assertThat(send("GET", "/outbox", "").body()).isEqualTo("no such thing");
        assertThat(send("GET", "/outbox2", "").body()).isEqualTo("stub");
        assertThat(send("GET", "/", "").body())
                .isEqualTo("No stub answers GET /; the stubs are:\n"
                        + "  any /outbox2\n"
                        + "  any /outbox/** by the service outbox\n"
                        + "  any /outbox/deeper/** by the service outbox\n");
    }

    @Test
    void isStruckByFaults() throws Exception {
        web.failNext("/outbox/mails", HttpFault.status(503));

        assertThat(send("POST", "/outbox/mails", "Hello").statusCode()).isEqualTo(503);
        assertThat(send("POST", "/outbox/mails", "Hello").statusCode()).isEqualTo(202);
        web.awaitRequests(2);
        assertThat(outbox.sent).hasSize(1);
    }

    @Test
    void isAskedForProblemsAndLeftAloneOtherwise() throws Exception {
        send("GET", "/outbox/none", "");

        assertThat(web.problems()).containsExactly("outbox: a mail has no recipients");
        assertThatThrownBy(web::verify).hasMessageContaining("outbox: a mail has no recipients");
    }

    @Test
    void failsTheTestIfItFails() throws Exception {
        assertThat(send("GET", "/outbox/broken", "").body())
                .isEqualTo("The service outbox failed; its failure is on the timeline\n");
        assertThatThrownBy(web::verify).hasMessageContaining("out of paper");
    }

    @Test
    void failsTheTestIfItFailsAfterItsResponse() throws Exception {
        assertThat(send("GET", "/outbox/late", "").statusCode()).isEqualTo(200);
        web.awaitRequest("/outbox/late");

        assertThatThrownBy(web::verify).hasMessageContaining("too late");
    }

    @Test
    void learnsWhereToReadTheContent() throws Exception {
        assertThat(send("POST", "/outbox/misread", "Hello").statusCode()).isEqualTo(500);
        assertThatThrownBy(web::verify)
                .hasMessageContaining("The service reads the content of the request from its body");
    }

    @Test
    void isClosedWithTheServer() {
        web.close();

        assertThat(outbox.closed).isTrue();
    }

    @Test
    void isMountedSomewhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> web.mount("outbox", outbox))
                .withMessage("prefix (outbox) must start with a slash");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> web.virtualHost("http://a", outbox))
                .withMessage("host (http://a) must be a name, without a port");
    }

    private HttpResponse<String> put(HttpClient.Version version, BodyPublisher content) throws Exception {
        HttpClient secure = HttpClient.newBuilder()
                .version(version)
                .sslContext(CertificateAuthority.ofThisJvm().sslContext())
                .build();
        URI uri = version == HttpClient.Version.HTTP_2 ? web.https().uri("/outbox/files") : web.uri("/outbox/files");
        return secure.send(HttpRequest.newBuilder(uri).PUT(content).build(), BodyHandlers.ofString());
    }

    private static BodyPublisher zeros(int megabytes) {
        return BodyPublishers.ofInputStream(() -> new InputStream() {

            private long left = (long) megabytes * MEGABYTE;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int count) {
                int read = (int) Math.min(count, left);
                left -= read;
                return read == 0 ? -1 : read;
            }
        });
    }

    private HttpResponse<String> send(String method, String path, String content, String... fields)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(web.uri(path))
                .method(method, content.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(content));
        for (int i = 0; i < fields.length; i += 2) {
            request.header(fields[i], fields[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
