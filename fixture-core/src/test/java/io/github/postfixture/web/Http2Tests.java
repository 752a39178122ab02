package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.postfixture.await.Deadline;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.tls.Handshake;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Http2Tests {

    private static final int ENABLE_CONNECT_PROTOCOL = 8;

    private final WebServer web = WebServer.start();
    private final HttpClient client = client();

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .sslContext(CertificateAuthority.ofThisJvm().sslContext())
                .version(HttpClient.Version.HTTP_2)
                .build();
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void isSpokenWithWhoeverChoosesItByAlpn() {
        web.serve("/", request -> Response.text(request.method() + " " + request.body()));

        HttpResponse<String> response = Client.send(client, "POST", web.https().uri("/"), "some content");

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.body()).isEqualTo("POST some content");
        Request request = web.awaitRequest().request();
        assertThat(request.protocol()).isEqualTo("HTTP/2.0");
        assertThat(request.handshake()).map(Handshake::protocol).contains("TLSv1.3");
    }

    @Test
    void isSpokenWithWhoeverKnowsThatItIsThere() throws IOException {
        web.serve("/", Response.text("Hello"));
        try (Frames frames = Frames.to(web.http())) {
            assertThat(frames.get(1, "/").read(Frames.DATA).text()).isEqualTo("Hello");
        }
        Request request = web.awaitRequest().request();
        assertThat(request.protocol()).isEqualTo("HTTP/2.0");
        assertThat(request.handshake()).isEmpty();
        assertThat(request.header("Host")).contains("localhost");
    }

    @Test
    void isNotSpokenWhereItIsNotWanted() {
        try (WebServer old = WebServer.builder().withoutHttp2().start()) {
            assertThat(Client.send(client, "GET", old.https().uri("/"), "").version())
                    .isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThatThrownBy(() -> {
                        try (Frames frames = Frames.to(old.http())) {
                            frames.get(1, "/").read(Frames.DATA);
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertThat(old.exchanges()).hasSize(1);
        }
    }

    @Test
    void breaksOffTheHandshakeIfThereIsNothingThatBothCanSpeak() throws IOException {
        try (SSLSocket socket = secure("acme-tls/1")) {
            assertThatThrownBy(socket::startHandshake)
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining("no_application_protocol");
        }
    }

    @Test
    void leavesItToTheServerWhatIsSpokenIfTheClientDoesNotSay() throws IOException {
        try (SSLSocket socket = secure()) {
            socket.startHandshake();
            assertThat(socket.getApplicationProtocol()).isEmpty();
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 404 ");
        }
    }

    private SSLSocket secure(String... protocols) throws IOException {
        Socket socket = CertificateAuthority.ofThisJvm()
                .sslContext()
                .getSocketFactory()
                .createSocket("localhost", web.https().port());
        SSLParameters parameters = new SSLParameters();
        parameters.setApplicationProtocols(protocols);
        ((SSLSocket) socket).setSSLParameters(parameters);
        return (SSLSocket) socket;
    }

    @Test
    void leavesWebSocketsToHttp1() throws IOException {
        try (Frames frames = Frames.to(web.http())) {
            byte[] settings = frames.read(Frames.SETTINGS).payload().toByteArray();

            assertThat(IntStream.iterate(0, i -> i < settings.length, i -> i + 6)
                            .filter(i -> settings[i + 1] == ENABLE_CONNECT_PROTOCOL && settings[i + 5] == 1))
                    .isEmpty();
        }
    }

    @Test
    void isToldByTheAccessLog() {
        try (WebServer logging = WebServer.builder().accessLog().start()) {
            Client.send(client, "GET", logging.https().uri("/x"), "");
            logging.awaitRequest();
            assertThat(Deadline.waitingFor("an event", Duration.ofSeconds(10))
                            .await(
                                    logging.timeline(),
                                    () -> logging.timeline().events().stream()
                                            .filter(event ->
                                                    event.detail().toString().contains("\"GET /x HTTP/2.0\" 404 "))
                                            .findFirst()))
                    .isPresent();
        }
    }

    @Test
    void sendsAndTakesTrailers() throws IOException {
        web.serve("/", request -> Response.text(request.body()).withTrailer("x-sum", "45"));
        try (Frames frames = Frames.to(web.http())) {
            frames.send(Frames.HEADERS, Frames.END_HEADERS, 1, Frames.fields(Frames.request("POST", "/")));
            frames.send(Frames.DATA, 0, 1, "some".getBytes(StandardCharsets.US_ASCII));
            frames.send(Frames.HEADERS, Frames.END_HEADERS | Frames.END_STREAM, 1, Frames.fields("x-other", "1"));

            assertThat(frames.read(Frames.DATA).text()).isEqualTo("some");
            Frames.Frame trailers = frames.read(Frames.HEADERS);
            assertThat(trailers.flags() & Frames.END_STREAM).isEqualTo(Frames.END_STREAM);
        }
    }

    @Test
    void numbersItsStreams() {
        Client.send(client, "GET", web.https().uri("/first"), "");
        CompletableFuture.allOf(IntStream.range(0, 20)
                        .mapToObj(i ->
                                HttpRequest.newBuilder(web.https().uri("/" + i)).build())
                        .map(request -> client.sendAsync(request, BodyHandlers.ofString()))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(web.awaitRequests(21))
                .extracting(Exchange::request)
                .allMatch(request -> request.connectionNumber() == 1)
                .extracting(Request::streamNumber)
                .allMatch(stream -> stream % 2 == 1)
                .doesNotHaveDuplicates();
    }

    @Test
    void numbersTheRequestsOfEarlierProtocolsToo() throws IOException {
        for (int connection = 1; connection <= 2; connection++) {
            try (RawClient raw = RawClient.to(web.http())) {
                raw.send("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.0\r\n\r\n")
                        .readAll();
            }
        }
        assertThat(web.awaitRequests(4))
                .extracting(Exchange::request)
                .extracting(Request::protocol, Request::connectionNumber, Request::streamNumber)
                .containsExactly(
                        tuple("HTTP/1.1", 1L, 1L),
                        tuple("HTTP/1.0", 1L, 2L),
                        tuple("HTTP/1.1", 2L, 1L),
                        tuple("HTTP/1.0", 2L, 2L));
    }

    @Test
    void losesNoContentIfItIsAskedForByAnUpgrade() {
        web.serve("/", request -> Response.text(request.body()));
        HttpRequest streamed = HttpRequest.newBuilder(web.uri("/"))
                .POST(BodyPublishers.ofByteArrays(
                        List.of("one ".getBytes(StandardCharsets.US_ASCII), "two".getBytes(StandardCharsets.US_ASCII))))
                .build();

        HttpResponse<String> response =
                client.sendAsync(streamed, BodyHandlers.ofString()).join();

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(response.body()).isEqualTo("one two");
        assertThat(web.awaitRequest().request().header("Upgrade")).contains("h2c");
    }

    @Test
    void keepsLargeContentsWhole() {
        String content = "0123456789".repeat(500_000);
        web.serve("/", request -> Response.text(request.body()));

        assertThat(Client.send(client, "POST", web.https().uri("/"), content).body())
                .isEqualTo(content);
        assertThat(web.awaitRequest().request().body()).isEqualTo(content);
    }
}
