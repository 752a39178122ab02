package io.github.postfixture.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.postfixture.RealClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateAuthorityTests {

    private final CertificateAuthority authority = CertificateAuthority.ofThisJvm();

    @Nested
    class Certificate {

        private final X509Certificate certificate = authority.certificate();

        @Test
        void signsItself() throws Exception {
            certificate.verify(certificate.getPublicKey());
            certificate.checkValidity();

            assertThat(certificate.getSubjectX500Principal()).isEqualTo(certificate.getIssuerX500Principal());
        }

        @Test
        void mayIssueCertificates() {
            assertThat(certificate.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
            assertThat(certificate.getKeyUsage())
                    .containsExactly(false, false, false, false, false, true, true, false, false);
            assertThat(certificate.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
        }

        @Test
        void isTheSameForTheWholeJvm() {
            assertThat(CertificateAuthority.ofThisJvm().certificate()).isSameAs(certificate);
        }

        @Test
        void canBeReadAsPem() throws Exception {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            byte[] pem = authority.pem().getBytes(US_ASCII);

            assertThat(factory.generateCertificate(new ByteArrayInputStream(pem)))
                    .isEqualTo(certificate);
        }

        @Test
        void canBeTrustedFromAPkcs12Store() throws Exception {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(authority.pkcs12("changeit")), "changeit".toCharArray());

            assertThat(store.getCertificate("postfixture")).isEqualTo(certificate);
        }
    }

    @Nested
    class ServerContext {

        @ParameterizedTest
        @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
        void isTrustedOnLoopback(String host) throws Exception {
            assertThat(handshake(authority.serverContext(), authority.sslContext(), host, "TLSv1.3"))
                    .hasSize(2)
                    .last()
                    .isEqualTo(authority.certificate());
        }

        @Test
        void speaksTls12AsWell() throws Exception {
            assertThat(handshake(authority.serverContext(), authority.sslContext(), "localhost", "TLSv1.2"))
                    .hasSize(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"mail.example.org", "any.test.example.org", "10.1.2.3", "2001:db8::25", "localhost"})
        void isTrustedAtTheHostsItIsFor(String host) throws Exception {
            SSLContext server = authority.serverContext(
                    "Mail.Example.ORG", "*.test.example.org", "10.1.2.3", "[2001:db8::25]", "b\u00fccher.example");

            assertThat(handshake(server, authority.sslContext(), host, "TLSv1.3"))
                    .hasSize(2);
        }

        @Test
        void isNotTrustedAtOtherHosts() {
            assertThatExceptionOfType(SSLHandshakeException.class)
                    .isThrownBy(() -> handshake(
                            authority.serverContext("a.example"), authority.sslContext(), "b.example", "TLSv1.3"))
                    .withMessageContaining("b.example");
        }

        @Test
        void isNotTrustedByAStranger() throws Exception {
            SSLContext stranger = SSLContext.getInstance("TLS");
            stranger.init(null, null, null);

            assertThatExceptionOfType(SSLException.class)
                    .isThrownBy(() -> handshake(authority.serverContext(), stranger, "localhost", "TLSv1.3"))
                    .withMessageContaining("unable to find valid certification path");
        }

        @Test
        void isMadeOncePerSetOfHosts() {
            assertThat(authority.serverContext("a.example", "b.example"))
                    .isSameAs(authority.serverContext("B.example", "a.example", "localhost"))
                    .isNotSameAs(authority.serverContext("a.example"));
            assertThat(authority.serverContext()).isSameAs(authority.serverContext());
        }

        @Test
        void refusesWhatIsNoHostName() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> authority.serverContext("http://localhost/"))
                    .withMessage("host name (http://localhost/) must be a DNS name or an IP address");
        }

        @Test
        void refusesANameThatIsTooLong() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> authority.serverContext("a" + ".a".repeat(100_000)))
                    .withMessageEndingWith(" must be a DNS name or an IP address");
        }
    }

    @Nested
    @Tag("real-client")
    class OpenSsl {

        @Test
        void acceptsTheChainStrictly(@TempDir Path folder) throws Exception {
            Path leaf = folder.resolve("leaf.pem");
            Path root = folder.resolve("ca.pem");
            SSLContext server = authority.serverContext("mail.example.org", "10.1.2.3");
            Files.writeString(
                    leaf,
                    pem(handshake(server, authority.sslContext(), "localhost", "TLSv1.3")
                            .get(0)));
            Files.writeString(root, authority.pem());

            assertThat(verify(
                            "-purpose",
                            "sslserver",
                            "-verify_hostname",
                            "mail.example.org",
                            "-CAfile",
                            root.toString(),
                            leaf.toString()))
                    .isZero();
            assertThat(verify("-verify_ip", "10.9.9.9", "-CAfile", root.toString(), leaf.toString()))
                    .isNotZero();
        }

        private int verify(String... arguments) {
            return RealClient.named("openssl", "verify", "-x509_strict")
                    .tryRun(arguments)
                    .exitCode();
        }

        private String pem(X509Certificate certificate) throws Exception {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        }
    }

    private static List<X509Certificate> handshake(SSLContext server, SSLContext client, String host, String protocol)
            throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (SSLServerSocket listening =
                        (SSLServerSocket) server.getServerSocketFactory().createServerSocket(0, 1, loopback);
                Socket plain = new Socket(loopback, listening.getLocalPort());
                SSLSocket socket = (SSLSocket) client.getSocketFactory().createSocket(plain, host, 443, true)) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serveOne(listening));
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] {protocol});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            served.get(10, TimeUnit.SECONDS);
            return List.of((X509Certificate[]) socket.getSession().getPeerCertificates());
        }
    }

    private static void serveOne(SSLServerSocket listening) {
        try (SSLSocket socket = (SSLSocket) listening.accept()) {
            socket.startHandshake();
        } catch (IOException e) {
            // The client has refused, and says why.
        }
    }
}
