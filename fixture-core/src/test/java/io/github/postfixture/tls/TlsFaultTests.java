package io.github.postfixture.tls;

import static io.github.postfixture.mail.protocol.MailProtocol.IMAP;
import static io.github.postfixture.mail.protocol.MailProtocol.IMAPS;
import static io.github.postfixture.mail.protocol.MailProtocol.POP3;
import static io.github.postfixture.mail.protocol.MailProtocol.POP3S;
import static io.github.postfixture.mail.protocol.MailProtocol.SMTP;
import static io.github.postfixture.mail.protocol.MailProtocol.SMTPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.Endpoint;
import io.github.postfixture.RealClient;
import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TlsFaultTests {

    private static final CertificateAuthority AUTHORITY = CertificateAuthority.ofThisJvm();
    private static final Duration SHORT = Duration.ofMillis(100);

    @AutoClose
    private final WebServer web = WebServer.builder().timeout(SHORT).start();

    @AutoClose
    private final MailServer mail = MailServer.builder().timeout(SHORT).start();

    @Test
    void refusesWhatIsNoHost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TlsFault.otherHost("https://other.example/"))
                .withMessage("host name (https://other.example/) must be a DNS name or an IP address");
    }

    @Nested
    class OnTheWeb {

        @ParameterizedTest
        @MethodSource("io.github.postfixture.tls.TlsFaultTests#faults")
        void isSeenByTheClientOnce(TlsFault fault, String seenByJava) throws Exception {
            web.serve("/", Response.text("Hello"));
            web.atHandshake().next(fault);

            assertThatThrownBy(() -> get(web))
                    .satisfies(failure -> assertThat(rootMessage(failure)).containsPattern(seenByJava));
            assertThat(get(web)).isEqualTo("Hello");
        }

        @Test
        void isOnTheTimeline() {
            web.atHandshake().next(TlsFault.expired());
            assertThatThrownBy(() -> get(web)).isInstanceOf(IOException.class);

            assertThat(web.timeline().toString())
                    .contains("fault #1 (expired certificate) strikes at TLS handshake of https");
        }

        @Test
        void strikesAsOftenAsSaid() throws Exception {
            web.serve("/", Response.text("Hello"));
            web.atHandshake().times(2, TlsFault.handshakeFails());

            assertThatThrownBy(() -> get(web)).isInstanceOf(SSLHandshakeException.class);
            assertThatThrownBy(() -> get(web)).isInstanceOf(SSLHandshakeException.class);
            assertThat(get(web)).isEqualTo("Hello");
        }

        @Test
        void strikesAClientThatHasASessionToResume() throws Exception {
            web.serve("/", Response.text("Hello"));
            get(web);
            web.atHandshake().next(TlsFault.expired());

            assertThatThrownBy(() -> get(web)).isInstanceOf(SSLHandshakeException.class);
        }

        @Test
        void strikesUntilItIsForgotten() throws Exception {
            web.serve("/", Response.text("Hello"));
            web.atHandshake().always(TlsFault.selfSigned());
            assertThatThrownBy(() -> get(web)).isInstanceOf(SSLHandshakeException.class);

            web.clearFaults();

            assertThat(get(web)).isEqualTo("Hello");
        }

        @Test
        void strikesWithinTheProxyToo() {
            web.atHandshake().next(TlsFault.otherHost("other.example"));
            HttpClient client = HttpClient.newBuilder()
                    .proxy(web.proxySelector())
                    .sslContext(AUTHORITY.sslContext())
                    .build();

            assertThatThrownBy(() -> client.send(
                            HttpRequest.newBuilder(URI.create("https://shop.example/"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString()))
                    .rootCause()
                    .hasMessage("No subject alternative DNS name matching shop.example found.");
        }

        @Test
        void isAProblemIfItNeverStrikes() {
            web.atHandshake().next(TlsFault.expired());

            assertThat(web.problems())
                    .containsExactly("fault #1 (expired certificate) at TLS handshake of https, next, never struck");
        }

        @Test
        void isNoReasonToAdviseTrust() {
            web.atHandshake().next(TlsFault.unknownAuthority());
            assertThatThrownBy(() -> get(web)).isInstanceOf(IOException.class);

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(web::awaitRequest)
                    .withMessageContaining("strikes at TLS handshake")
                    .withMessageNotContaining("let it trust");
        }
    }

    @Nested
    class AtTheMailPorts {

        @ParameterizedTest
        @MethodSource("io.github.postfixture.tls.TlsFaultTests#faults")
        void isSeenByTheClientOnce(TlsFault fault, String seenByJava) throws Exception {
            mail.atHandshake().next(fault);

            assertThatThrownBy(() -> shakeHands(IMAPS))
                    .satisfies(failure -> assertThat(rootMessage(failure)).containsPattern(seenByJava));
            shakeHands(IMAPS);
        }

        @ParameterizedTest
        @EnumSource
        void strikesTheProtocolThatIsNamed(MailProtocol protocol) throws Exception {
            mail.atHandshake(protocol).always(TlsFault.expired());

            assertThatThrownBy(() -> shakeHands(protocol)).hasStackTraceContaining("NotAfter");
            for (MailProtocol other : List.of(SMTP, SMTPS, IMAP, IMAPS, POP3, POP3S)) {
                if (other != protocol) {
                    shakeHands(other);
                }
            }
        }

        @ParameterizedTest
        @EnumSource
        void isOnTheTimelineWithItsNumber(MailProtocol protocol) {
            mail.atHandshake().next(TlsFault.notYetValid());
            assertThatThrownBy(() -> shakeHands(protocol)).isInstanceOf(SSLHandshakeException.class);

            assertThat(mail.timeline().toString())
                    .contains("fault #1 (certificate that is not yet valid) strikes at TLS handshake of "
                            + protocol.scheme());
        }

        @Test
        void isAProblemIfItNeverStrikes() {
            mail.atHandshake(POP3S).next(TlsFault.expired());

            assertThat(mail.problems())
                    .containsExactly("fault #1 (expired certificate) at TLS handshake of pop3s, next, never struck");
        }

        @Test
        void canBeForgotten() throws Exception {
            mail.atHandshake().always(TlsFault.expired());
            mail.clearFaults();

            shakeHands(SMTPS);
        }
    }

    @Nested
    @Tag("real-client")
    class RealClients {

        @ParameterizedTest
        @MethodSource("io.github.postfixture.tls.TlsFaultTests#seenByOthers")
        void seeWhatIsWrong(TlsFault fault, String seenByCurl, String seenByOpenSsl) {
            web.atHandshake().always(fault);
            mail.atHandshake().always(fault);

            assertThat(RealClient.curl().tryRun(web.https().uri("/").toString()).output())
                    .containsPattern(seenByCurl);
            assertThat(openssl(web.https())).contains(seenByOpenSsl);
            assertThat(openssl(mail.smtp(), "-starttls", "smtp")).contains(seenByOpenSsl);
            assertThat(openssl(mail.imap(), "-starttls", "imap")).contains(seenByOpenSsl);
            assertThat(openssl(mail.pop3s())).contains(seenByOpenSsl);
        }

        @Test
        void seeItWithAnRsaKeyToo() {
            web.atHandshake().always(TlsFault.selfSigned());

            assertThat(openssl(web.https(), "-tls1_2", "-cipher", "aRSA"))
                    .contains("verify error:num=18:self-signed certificate");
        }

        private String openssl(Endpoint endpoint, String... more) {
            return RealClient.named(
                            "openssl",
                            "s_client",
                            "-connect",
                            endpoint.host() + ":" + endpoint.port(),
                            "-servername",
                            "localhost",
                            "-verify_hostname",
                            "localhost",
                            "-CAfile",
                            RealClient.caFile().toString())
                    .tryRun(more)
                    .output();
        }
    }

    /** Faults of the connection, which strike before the first byte of the server's. */
    @Nested
    class OfTheConnection {

        @ParameterizedTest
        @MethodSource("io.github.postfixture.tls.TlsFaultTests#endsOfConnections")
        void endTheHandshake(ConnectionFault fault, String seenByJava) throws Exception {
            web.serve("/", Response.text("Hello"));
            web.atHandshake().next(fault);
            mail.atHandshake().next(fault);

            assertThatThrownBy(() -> shakeHands(web.https()))
                    .satisfies(failure -> assertThat(rootMessage(failure)).containsPattern(seenByJava));
            assertThatThrownBy(() -> shakeHands(IMAPS))
                    .satisfies(failure -> assertThat(rootMessage(failure)).containsPattern(seenByJava));
            assertThat(get(web)).isEqualTo("Hello");
            shakeHands(IMAPS);
            assertThat(web.timeline().toString())
                    .contains("fault #1 (" + fault + ") strikes at TLS handshake of https");
            assertThat(mail.timeline().toString())
                    .contains("fault #1 (" + fault + ") strikes at TLS handshake of imaps");
        }

        @ParameterizedTest
        @EnumSource(names = {"SMTP", "IMAP", "POP3"})
        void strikeAfterStartTlsToo(MailProtocol protocol) throws Exception {
            mail.atHandshake(protocol).next(ConnectionFault.reset());

            assertThatThrownBy(() -> shakeHands(protocol))
                    .satisfies(failure -> assertThat(rootMessage(failure)).contains("reset"));
            shakeHands(protocol);
        }

        @Test
        void comeBeforeAHandshakeThatSucceeds() throws Exception {
            AtomicInteger runs = new AtomicInteger();
            web.serve("/", Response.text("Hello"));
            for (ConnectionFault fault : List.of(
                    ConnectionFault.delay(Duration.ofMillis(1)), ConnectionFault.run("count", runs::incrementAndGet))) {
                web.atHandshake().next(fault);
                mail.atHandshake().next(fault);
                assertThat(get(web)).isEqualTo("Hello");
                shakeHands(SMTPS);
            }

            assertThat(runs).hasValue(2);
            assertThat(web.problems()).isEmpty();
        }

        @Test
        void strikeWithinTheProxyToo() throws Exception {
            web.atHandshake().next(ConnectionFault.reset());
            web.atHandshake().next(ConnectionFault.delay(Duration.ofMillis(1)));
            Endpoint proxy = web.proxy();

            assertThatThrownBy(() -> shakeHandsWithin(proxy))
                    .satisfies(failure -> assertThat(rootMessage(failure)).contains("reset"));
            shakeHandsWithin(proxy);
        }

        private void shakeHandsWithin(Endpoint proxy) throws IOException {
            try (Socket plain = new Socket(proxy.host(), proxy.port())) {
                say(plain, "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost:443\r\n\r\n");
                InputStream input = plain.getInputStream();
                for (String head = ""; !head.endsWith("\r\n\r\n"); ) {
                    head += (char) input.read();
                }
                shakeHands(plain);
            }
        }

        @Test
        void keepAClientWaiting() throws Exception {
            web.atHandshake().next(ConnectionFault.stall());
            try (Socket socket = new Socket(web.https().host(), web.https().port())) {
                say(socket, "anything");
                web.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> web.timeline()
                                .toString()
                                .contains("fault #1 (stall) strikes at TLS handshake of https"));

                assertThat(socket.getInputStream().available()).isZero();
            }
        }

        @Test
        void failTheTestIfWhatTheyRunFails() {
            web.atHandshake().next(ConnectionFault.run("failure", () -> {
                throw new IllegalStateException("no");
            }));

            assertThatThrownBy(() -> shakeHands(web.https())).isInstanceOf(IOException.class);
            assertThatThrownBy(web::verify)
                    .hasMessageContaining(
                            "what a fault ran before a TLS handshake failed: java.lang.IllegalStateException: no");
        }
    }

    static Stream<Arguments> endsOfConnections() {
        return Stream.of(
                Arguments.of(ConnectionFault.reset(), "reset"),
                Arguments.of(ConnectionFault.disconnect(), "shut down incorrectly|terminated the handshake|reset"),
                Arguments.of(ConnectionFault.garbage("no TLS at all\r\n"), "(?i)unrecognized SSL message"));
    }

    static Stream<Arguments> faults() {
        String path = "unable to find valid certification path to requested target";
        return Stream.of(
                Arguments.of(TlsFault.expired(), "^NotAfter: "),
                Arguments.of(TlsFault.notYetValid(), "^NotBefore: "),
                Arguments.of(TlsFault.otherHost("other.example"), "^No (subject alternative|name matching)"),
                Arguments.of(TlsFault.unknownAuthority(), path),
                Arguments.of(TlsFault.selfSigned(), path),
                Arguments.of(TlsFault.handshakeFails(), "handshake_failure"));
    }

    static Stream<Arguments> seenByOthers() {
        return Stream.of(
                Arguments.of(
                        TlsFault.expired(),
                        "^curl: \\(60\\) .*certificate has expired",
                        "verify error:num=10:certificate has expired"),
                Arguments.of(
                        TlsFault.notYetValid(),
                        "^curl: \\(60\\) .*certificate is not yet valid",
                        "verify error:num=9:certificate is not yet valid"),
                Arguments.of(
                        TlsFault.otherHost("other.example"),
                        "^curl: \\(60\\) .*no alternative certificate subject name matches",
                        "verify error:num=62:hostname mismatch"),
                Arguments.of(
                        TlsFault.unknownAuthority(),
                        "^curl: \\(60\\) .*self-signed certificate in certificate chain",
                        "verify error:num=19:self-signed certificate in certificate chain"),
                Arguments.of(
                        TlsFault.selfSigned(),
                        "^curl: \\(60\\) .*self-signed certificate",
                        "verify error:num=18:self-signed certificate"),
                Arguments.of(
                        TlsFault.handshakeFails(), "^curl: \\(35\\) .*handshake failure", "alert handshake failure"));
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : rootMessage(cause);
    }

    private static String get(WebServer web) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().sslContext(AUTHORITY.sslContext()).build();
        return client.send(HttpRequest.newBuilder(web.https().uri("/")).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void shakeHands(MailProtocol protocol) throws IOException {
        Endpoint endpoint = mail.endpoint(protocol);
        try (Socket plain = new Socket(endpoint.host(), endpoint.port())) {
            beginTls(plain, protocol);
            shakeHands(plain);
        }
    }

    private static void shakeHands(Endpoint endpoint) throws IOException {
        try (Socket plain = new Socket(endpoint.host(), endpoint.port())) {
            shakeHands(plain);
        }
    }

    private static void shakeHands(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket)
                AUTHORITY.sslContext().getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
    }

    private static void beginTls(Socket socket, MailProtocol protocol) throws IOException {
        BufferedReader answers =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        switch (protocol) {
            case SMTP -> {
                say(socket, "EHLO client\r\n");
                assertThat(answers.lines().anyMatch(line -> line.startsWith("250 ")))
                        .isTrue();
                say(socket, "STARTTLS\r\n");
                assertThat(answers.readLine()).startsWith("220");
            }
            case IMAP -> {
                say(socket, "a STARTTLS\r\n");
                assertThat(answers.lines().anyMatch(line -> line.startsWith("a OK")))
                        .isTrue();
            }
            case POP3 -> {
                answers.readLine();
                say(socket, "STLS\r\n");
                assertThat(answers.readLine()).startsWith("+OK");
            }
            default -> {}
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
    }
}
