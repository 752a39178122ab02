package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.await.Deadline;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.tls.ClientCertificate;
import io.github.postfixture.tls.ClientIdentity;
import io.github.postfixture.tls.Handshake;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTests {

    private static final CertificateAuthority AUTHORITY = CertificateAuthority.ofThisJvm();

    @Nested
    class ServerNames {

        @Test
        void getACertificateWhicheverTheyAre() throws Exception {
            try (WebServer web = WebServer.start()) {
                for (String name : List.of("shop.example", "deep.down.in.test", "xn--bcher-kva.example")) {
                    try (SSLSocket socket = handshake(web, name)) {
                        assertThat(names(socket)).containsExactly(name);
                    }
                }
            }
        }

        @Test
        void canBeLeftOut() throws Exception {
            try (WebServer web = WebServer.start();
                    SSLSocket socket = handshake(web)) {
                assertThat(names(socket)).containsExactly("127.0.0.1", "0:0:0:0:0:0:0:1", "localhost");
            }
        }

        @Test
        void areToldByTheRequest() throws Exception {
            try (WebServer web = WebServer.start()) {
                ask(handshake(web, "shop.example"));
                ask(handshake(web));

                assertThat(web.awaitRequest().request().handshake().flatMap(Handshake::serverName))
                        .contains("shop.example");
                assertThat(web.awaitRequest().request().handshake().flatMap(Handshake::serverName))
                        .isEmpty();
            }
        }

        private static SSLSocket handshake(WebServer web, String... names) throws IOException {
            SSLSocket socket = secure(freshContext(), web);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(names).stream()
                    .map(SNIHostName::new)
                    .map(name -> (javax.net.ssl.SNIServerName) name)
                    .toList());
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        }

        /** Return a context that has no session to resume, for the JDK resumes those of other names too. */
        private static SSLContext freshContext() {
            return AUTHORITY.clientIdentity("anybody").sslContext();
        }

        private static List<String> names(SSLSocket socket) throws IOException, CertificateParsingException {
            X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return certificate.getSubjectAlternativeNames().stream()
                    .map(entry -> entry.get(1).toString())
                    .toList();
        }
    }

    @Nested
    class ClientCertificates {

        private final ClientIdentity alice = AUTHORITY.clientIdentity("Alice, Bob+Carol");

        @Test
        void areNotAskedForUnlessWanted() {
            try (WebServer web = WebServer.start()) {
                assertThat(get(web, alice.sslContext()).statusCode()).isEqualTo(404);
                assertThat(certificate(web)).isEmpty();
            }
        }

        @Test
        void areToldByTheRequest() {
            try (WebServer web = server(ClientCertificate.OPTIONAL)) {
                get(web, alice.sslContext());

                assertThat(certificate(web)).contains(alice.certificate());
                assertThat(alice.certificate().getSubjectX500Principal().getName())
                        .contains("Alice\\, Bob\\+Carol");
            }
        }

        @Test
        void canBeOptional() {
            try (WebServer web = server(ClientCertificate.OPTIONAL)) {
                assertThat(get(web, AUTHORITY.sslContext()).statusCode()).isEqualTo(404);
                assertThat(certificate(web)).isEmpty();
            }
        }

        @Test
        void canBeRequired() throws IOException {
            try (WebServer web = server(ClientCertificate.REQUIRED)) {
                assertThat(get(web, alice.sslContext()).statusCode()).isEqualTo(404);
                assertThat(certificate(web)).contains(alice.certificate());

                try (SSLSocket nobody = secure(AUTHORITY.sslContext(), web)) {
                    assertThatThrownBy(() -> ask(nobody)).isInstanceOf(IOException.class);
                }
                assertThat(awaitRefusal(web))
                        .as("what each JDK says in words of its own")
                        .startsWith("TLS handshake failed: ")
                        .endsWith("Empty client certificate chain");
                assertThat(web.exchanges()).hasSize(1);
            }
        }

        @Test
        void canBeWrittenToFiles() {
            assertThat(alice.pem())
                    .startsWith("-----BEGIN CERTIFICATE-----\n")
                    .contains("\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\n")
                    .endsWith("\n-----END PRIVATE KEY-----\n");
            assertThat(alice.privateKey().getAlgorithm()).isEqualTo("EC");
        }

        private static WebServer server(ClientCertificate demand) {
            return WebServer.builder().clientCertificate(demand).start();
        }

        private static java.net.http.HttpResponse<String> get(WebServer web, SSLContext context) {
            HttpClient client = HttpClient.newBuilder().sslContext(context).build();
            return Client.send(client, "GET", web.https().uri("/"), "");
        }

        private static Optional<X509Certificate> certificate(WebServer web) {
            return web.awaitRequest().request().handshake().orElseThrow().clientCertificate();
        }
    }

    @Nested
    class Confusions {

        @Test
        void answersPlainHttpAtTheHttpsPortLikeARealServer() throws IOException {
            try (WebServer web = WebServer.start();
                    RawClient raw = RawClient.to(web.https())) {
                String answer =
                        raw.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").readAll();

                assertThat(answer)
                        .startsWith("HTTP/1.1 400 Bad Request\r\n")
                        .endsWith("\r\n\r\n400 This is the HTTPS port; the request came without TLS\n");
                assertThat(awaitRefusal(web))
                        .isEqualTo("TLS handshake failed: the client speaks no TLS, but this is the HTTPS port");
                assertThat(web.exchanges()).isEmpty();
            }
        }

        @Test
        void answersTlsAtTheHttpPortWithStatus400() throws IOException {
            try (WebServer web = WebServer.start();
                    SSLSocket socket = (SSLSocket) AUTHORITY
                            .sslContext()
                            .getSocketFactory()
                            .createSocket("localhost", web.http().port())) {
                assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class);
                assertThat(awaitRefusal(web)).startsWith("a request that makes no sense: 400 ");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\u0016\u0003\u0001\u0000\u0005\u0001\u0000\u0000\u0001\u0000",
                    "\u0016\u0003\u0001\u00ff\u00ff\u0001",
                    "\u0016\u0003\u0003\u0000\u0000",
                    "\u0015\u0003\u0001\u0000\u0002\u0002(",
                    "\u0017\u0003\u0003\u0000\u0001x",
                    "\u0080.\u0001\u0000\u0002",
                    "\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000"
                })
        void survivesWhatIsNoHandshake(String garbage) throws IOException {
            try (WebServer web = WebServer.start();
                    RawClient raw = RawClient.to(web.https())) {
                raw.send(garbage).endOutput().awaitEnd();
                ask(secure(AUTHORITY.sslContext(), web));
                assertThat(web.awaitRequest()).hasStatus(404);
            }
        }

        @Test
        void servesOthersWhileHandshakesHang() throws IOException {
            try (WebServer web = WebServer.start()) {
                RawClient[] hanging = new RawClient[100];
                for (int i = 0; i < hanging.length; i++) {
                    hanging[i] = RawClient.to(web.https()).send("\u0016\u0003\u0001\u0002\u0000\u0001");
                }
                assertThat(Client.get(web.uri("/")).statusCode()).isEqualTo(404);
                ask(secure(AUTHORITY.sslContext(), web));
                assertThat(web.exchanges()).hasSize(2);
                for (RawClient client : hanging) {
                    client.close();
                }
            }
        }
    }

    private static SSLSocket secure(SSLContext context, WebServer web) throws IOException {
        Socket socket =
                context.getSocketFactory().createSocket("localhost", web.https().port());
        socket.setSoTimeout(60_000);
        return (SSLSocket) socket;
    }

    private static void ask(SSLSocket socket) throws IOException {
        socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 404 ");
        socket.close();
    }

    private static String awaitRefusal(WebServer web) {
        return Deadline.waitingFor("an event", Duration.ofSeconds(10))
                .await(
                        web.timeline(),
                        () -> web.timeline().events().stream()
                                .map(event -> event.detail().toString())
                                .filter(line -> !line.startsWith("GET "))
                                .findFirst())
                .orElseThrow();
    }
}
