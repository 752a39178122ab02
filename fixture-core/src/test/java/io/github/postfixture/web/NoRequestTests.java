package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.RealClient;
import io.github.postfixture.await.Deadline;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.web.request.RequestCriteria;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NoRequestTests {

    private static final String ADVICE =
            " client did not accept the certificate: make it trust CertificateAuthority.ofThisJvm(), by its sslContext()"
                    + " or its pem(), and connect to the host name of the endpoint";

    private final WebServer web = impatient(WebServer.builder());

    private static WebServer impatient(WebServerBuilder builder) {
        return builder.timeout(Duration.ofMillis(20)).start();
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void isPutDownToAnAddressThatNobodyAskedFor() {
        assertThatThrownBy(web::awaitRequest).isInstanceOf(AssertionError.class).hasMessage("""
                        Expected a request within 20 ms but none came: nobody has asked where to send it.
                        Give the application the address of WebServer.http() or uri(..).""");
    }

    @Test
    void isPutDownToAnAddressThatNobodyUsed() {
        web.serve("/confirm", Response.ok());
        String http = web.http().toString();
        String https = web.https().toString();

        assertThatThrownBy(() -> web.awaitRequest("/confirm"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected a request to /confirm within 20 ms but none came: nobody connected to " + http
                        + " or " + https
                        + ".\nDoes the application use this host and port, and does it get as far as sending?");
        assertThatThrownBy(() -> assertThat(web).hasRequestCount(1, RequestCriteria.path("/confirm")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected 1 request to /confirm but none came: nobody connected to " + http + " or " + https
                        + ".\nDoes the application use this host and port, and does it get as far as sending?");
    }

    @Test
    void namesTheAddressThatThePreviousServerLeft() {
        try (Reservation place = Reservation.open()) {
            WebServer first = WebServer.builder().on(place).start();
            String http = first.http().toString();
            first.close();
            WebServer second = impatient(WebServer.builder().on(place));

            assertThatThrownBy(second::awaitRequest)
                    .hasMessageEndingWith("nobody connected to " + http
                            + ".\nDoes the application use this host and port, and does it get as far as sending?");
            second.close();
        }
    }

    @Test
    void countsAConnectionThatCameForThePreviousServer() throws IOException {
        try (Reservation place = Reservation.open()) {
            WebServer first = WebServer.builder().on(place).start();
            try (RawClient client = RawClient.to(first.http())) {
                client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").readTo("\r\n\r\n");
                first.close();
                WebServer second = impatient(WebServer.builder().on(place));

                assertThatThrownBy(second::awaitRequest)
                        .hasMessage(
                                "Expected a request within 20 ms but none came: somebody connected, but sent no whole request.");
                second.close();
            }
        }
    }

    @Test
    void isPutDownToWhatIsNoRequest() throws IOException {
        web.serve("/confirm", Response.ok());
        try (RawClient client = RawClient.to(web.http())) {
            client.send("Hello\r\n\r\n").readAll();

            assertThatThrownBy(web::awaitRequest)
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expected a request within 20 ms but none came: somebody connected, but sent no whole request.
                            What HTTP reported:
                              a request that makes no sense: 400 the request line names no target (RFC 9112 section 3)""");
        }
    }

    @Test
    void isPutDownToAClientThatDoesNotTrustTheCertificate() throws Exception {
        try (SSLSocket client = (SSLSocket) SSLContext.getDefault()
                .getSocketFactory()
                .createSocket("localhost", web.https().port())) {
            assertThatExceptionOfType(SSLException.class).isThrownBy(client::startHandshake);
        }
        awaitHandshake();

        assertThatThrownBy(web::awaitRequest)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "Expected a request within 20 ms but none came: somebody connected, but sent no whole request.\n"
                                + "What HTTP reported:\n  TLS handshake failed: ")
                .hasMessageEndingWith(ADVICE);
    }

    @Test
    void isPutDownToAClientThatDoesNotTrustTheCertificateBesideTheRequestsOfOthers() throws Exception {
        Client.get(web.uri("/other"));
        web.awaitArrival("/other");
        try (SSLSocket client = (SSLSocket) SSLContext.getDefault()
                .getSocketFactory()
                .createSocket("localhost", web.https().port())) {
            assertThatExceptionOfType(SSLException.class).isThrownBy(client::startHandshake);
        }
        Deadline.waitingFor("a handshake", Duration.ofSeconds(20))
                .await(
                        web.timeline(),
                        () -> Optional.of(web.timeline().toString())
                                .filter(events -> events.contains("TLS handshake failed")));

        assertThatThrownBy(() -> web.awaitRequest("/confirm"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\n  GET /other \u2192 404 (no stub matched)")
                .hasMessageEndingWith(ADVICE);
    }

    @Test
    @Tag("real-client")
    void isPutDownToACurlThatDoesNotTrustTheCertificate() {
        RealClient curl = RealClient.named("curl", "-sS", "--noproxy", "*", "-m", "10");
        assertThat(curl.tryRun(web.https().toString()).exitCode()).isEqualTo(60);
        awaitHandshake();

        assertThatThrownBy(web::awaitRequest).hasMessageEndingWith(ADVICE);
    }

    private void awaitHandshake() {
        Deadline.waitingFor("a handshake", Duration.ofSeconds(20))
                .await(
                        web.timeline(),
                        () -> Optional.of(web.timeline().events()).filter(events -> !events.isEmpty()));
    }
}
