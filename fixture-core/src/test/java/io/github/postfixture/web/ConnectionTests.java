package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.Endpoint;
import io.github.postfixture.Ports;
import io.github.postfixture.await.Deadline;
import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConnectionTests {

    @Nested
    class Secure {

        private final HttpClient client = HttpClient.newBuilder()
                .sslContext(CertificateAuthority.ofThisJvm().sslContext())
                .version(HttpClient.Version.HTTP_1_1)
                .build();

        @Test
        void answersWhoeverTrustsTheAuthorityByNameAndByAddress() {
            try (WebServer web = WebServer.start()) {
                web.serve("/", request -> Response.text(Boolean.toString(request.isSecure())));
                for (String host : List.of("localhost", "127.0.0.1")) {
                    URI uri = URI.create("https://" + host + ":" + web.https().port() + "/");
                    assertThat(Client.send(client, "GET", uri, "").body()).isEqualTo("true");
                }
                assertThat(web.http().port()).isNotEqualTo(web.https().port());
            }
        }

        @Test
        void keepsLargeContentsWhole() {
            String content = "0123456789".repeat(200_000);
            try (WebServer web = WebServer.start()) {
                web.serve("/", request -> Response.text(request.body()));

                assertThat(Client.send(client, "POST", web.https().uri("/"), content)
                                .body())
                        .isEqualTo(content);
            }
        }

        @Test
        void notesAFailedHandshakeOnTheTimeline() throws IOException {
            try (WebServer web = WebServer.start();
                    RawClient raw = RawClient.to(web.https())) {
                raw.send("GET / HTTP/1.1\r\n\r\n");
                assertThat(awaitEvent(web)).startsWith("TLS handshake failed: ");
                assertThat(web.exchanges()).isEmpty();
            }
        }
    }

    @Nested
    class HalfRequests {

        @Test
        void answersAContentThatStallsWithStatus408() throws IOException {
            try (WebServer web = WebServer.builder()
                            .idleTimeout(Duration.ofMillis(800))
                            .start();
                    RawClient client = RawClient.to(web.http())) {
                String answer = client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc")
                        .readAll();

                assertThat(answer).startsWith("HTTP/1.1 408 ").contains("Connection: close");
                assertThat(awaitEvent(web)).isEqualTo("POST /: 408 the content did not come in time");
            }
        }

        @Test
        void notesAContentThatEndsTooSoon() throws IOException {
            try (WebServer web = WebServer.start();
                    RawClient client = RawClient.to(web.http())) {
                client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc")
                        .endOutput();

                assertThat(awaitEvent(web)).startsWith("POST /: ");
                assertThat(web.exchanges()).isEmpty();
            }
        }

        @Test
        void refusesAContentThatIsTooLong() throws IOException {
            try (WebServer web = WebServer.start();
                    RawClient client = RawClient.to(web.http())) {
                String head = client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n")
                        .readTo("\r\n");

                assertThat(head).startsWith("HTTP/1.1 413 ");
            }
        }

        @Test
        void refusesABrokenChunkWithoutAStackTrace() throws IOException {
            try (WebServer web = WebServer.start();
                    RawClient client = RawClient.to(web.http())) {
                String answer = client.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
                        .readAll();

                assertThat(answer)
                        .startsWith("HTTP/1.1 400 ")
                        .endsWith(
                                "\r\n\r\n400 a chunk is not as long as it says, or says so wrongly (RFC 9112 section 7.1)\n");
            }
        }
    }

    @Nested
    class Lifetime {

        @Test
        void answersAtLocalhostForBothFamilies() throws IOException {
            try (WebServer web = WebServer.start()) {
                assertThat(web.http())
                        .hasToString("http://localhost:" + web.http().port());
                assertThat(Client.get(web.uri("/")).statusCode()).isEqualTo(404);
                for (String host : List.of("127.0.0.1", "::1")) {
                    try (RawClient client = RawClient.to(host, web.http().port())) {
                        assertThat(client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                                        .readTo("\r\n"))
                                .startsWith("HTTP/1.1 404 ");
                    }
                }
            }
        }

        @Test
        void freesItsPorts() {
            assertThat(Ports.areFreed(() -> openAndClose(WebServer::http))).isTrue();
            assertThat(Ports.areFreed(() -> openAndClose(WebServer::https))).isTrue();
        }

        private static int openAndClose(Function<WebServer, Endpoint> endpoint) {
            WebServer web = WebServer.start();
            int port = endpoint.apply(web).port();
            Client.get(web.uri("/"));
            web.close();
            return port;
        }

        @Test
        void seesNothingOfItsNeighbours() {
            try (WebServer one = WebServer.start();
                    WebServer other = WebServer.start()) {
                one.serve("/", Response.text("one"));
                other.serve("/", Response.text("other"));

                assertThat(Client.get(one.uri("/")).body()).isEqualTo("one");
                assertThat(Client.get(other.uri("/")).body()).isEqualTo("other");
                assertThat(one.exchanges()).hasSize(1);
                assertThat(other.exchanges()).hasSize(1);
            }
        }

        @Test
        void breaksItsConnectionsOnClose() throws IOException {
            WebServer web = WebServer.start();
            try (RawClient client = RawClient.to(web.http())) {
                client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").readTo("\r\n\r\n");
                web.awaitRequest();
                web.close();

                assertThatThrownBy(client::readAll)
                        .isInstanceOf(SocketException.class)
                        .hasMessage("Connection reset");
            }
        }

        @Test
        void finishesOnCloseTheAnswerThatIsBeingWorkedOn() throws IOException {
            WebServer web = WebServer.start();
            CompletableFuture<Void> closing = new CompletableFuture<>();
            String content = "0123456789".repeat(100_000);
            web.serve("/", request -> {
                closing.join();
                return Response.text(content);
            });
            try (RawClient client = RawClient.to(web.http());
                    RawClient idle = RawClient.to(web.http())) {
                client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
                web.awaitArrival("/");
                CompletableFuture<Void> closed = CompletableFuture.runAsync(web::close);
                idle.awaitEnd();
                closing.complete(null);

                assertThat(client.readAll())
                        .startsWith("HTTP/1.1 200 ")
                        .contains("Connection: close\r\n")
                        .endsWith(content);
                closed.join();
                assertThat(web.exchanges())
                        .hasSize(1)
                        .allMatch(exchange -> exchange.response().isPresent());
            }
        }

        @Test
        void waitsOnCloseForNothingThatIsSlowOnPurpose() throws IOException {
            WebServer web = WebServer.start();
            web.serve("/late", Response.ok().withDelay(Duration.ofHours(1)));
            web.at("/stalled").always(ConnectionFault.stall());
            for (String path : List.of("/late", "/stalled")) {
                try (RawClient client = RawClient.to(web.http())) {
                    client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
                    web.awaitArrival(path);
                }
            }
            web.close();
            assertThat(web.exchanges()).allMatch(exchange -> exchange.response().isEmpty());
        }

        @Test
        void breaksOffAnAnswerThatTakesForeverOnClose() throws IOException {
            CompletableFuture<Response> never = new CompletableFuture<>();
            WebServer web = WebServer.start();
            web.serve("/", request -> never.join());
            try (RawClient client = RawClient.to(web.http())) {
                client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
                web.awaitArrival("/");
                web.close();

                assertThatThrownBy(client::readAll).isInstanceOf(SocketException.class);
            } finally {
                never.complete(Response.ok());
            }
        }

        @Test
        void handsOutNoEndpointOnceClosed() {
            WebServer web = WebServer.start();
            web.close();
            web.close();

            assertThatIllegalStateException()
                    .isThrownBy(web::http)
                    .withMessage("The web server is closed; ask for its endpoints before close()");
        }

        @Test
        @Timeout(60)
        void canBeForgottenOnceClosed() throws Exception {
            List<WeakReference<WebServer>> closed = List.of(useAndClose(), useAndClose());
            try (WebServer web = WebServer.start()) {
                for (int i = 0; i < 1_000 && closed.stream().anyMatch(reference -> reference.get() != null); i++) {
                    Client.get(web.uri("/"));
                    System.gc();
                }
            }
            assertThat(closed).allMatch(reference -> reference.get() == null);
        }

        private static WeakReference<WebServer> useAndClose() throws IOException {
            try (WebServer web = WebServer.start();
                    RawClient client = RawClient.to(web.http())) {
                client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").readTo("\r\n\r\n");
                return new WeakReference<>(web);
            }
        }
    }

    private static String awaitEvent(WebServer web) {
        Optional<String> first = Deadline.waitingFor("an event", Duration.ofSeconds(10))
                .await(
                        web.timeline(),
                        () -> web.timeline().events().stream()
                                .map(event -> event.detail().toString())
                                .findFirst());
        return first.orElseThrow();
    }
}
