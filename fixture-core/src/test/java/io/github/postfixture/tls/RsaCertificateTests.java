package io.github.postfixture.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Endpoint;
import io.github.postfixture.RealClient;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.web.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RsaCertificateTests {

    private static final String WITH_EC = "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
    private static final String WITH_RSA = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

    private final CertificateAuthority authority = CertificateAuthority.ofThisJvm();

    @Test
    void isShownToAClientThatTakesNoOther() throws Exception {
        try (WebServer web = WebServer.start()) {
            X509Certificate certificate = certificateAt("localhost", web.https().port(), WITH_RSA);

            assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("RSA");
            assertThat(certificate.getKeyUsage())
                    .containsExactly(true, false, true, false, false, false, false, false, false);
            certificate.verify(authority.certificate().getPublicKey());
        }
    }

    @Test
    void isForTheHostThatTheClientAsksFor() throws Exception {
        try (MailServer mail = MailServer.start()) {
            assertThat(certificateAt("mail.example.org", mail.imaps().port(), WITH_RSA)
                            .getSubjectAlternativeNames())
                    .containsExactly(List.of(2, "mail.example.org"));
        }
    }

    @Test
    void isForTheHostsThatTheServerHasIfTheyAreFixed() throws Exception {
        assertThat(certificateOf(authority.serverContext("a.example"), WITH_RSA).getSubjectAlternativeNames())
                .contains(List.of(2, "a.example"), List.of(2, "localhost"));
    }

    @Test
    void hasTheSameKeyAtAllHosts() throws Exception {
        assertThat(certificateOf(authority.serverContext("a.example"), WITH_RSA).getPublicKey())
                .isEqualTo(certificateOf(authority.serverContext("b.example"), WITH_RSA)
                        .getPublicKey());
    }

    @Nested
    class IsMade {

        private final List<KeyType> made = new CopyOnWriteArrayList<>();

        @Test
        void notForClientsThatTakeAnEcKeyToo() throws Exception {
            SSLContext server = recordingContext();

            certificateOf(server, WITH_RSA, WITH_EC);
            certificateOf(server, "TLS_AES_128_GCM_SHA256");

            assertThat(made).containsExactly(KeyType.EC);
        }

        @Test
        void forTheFirstClientThatTakesNoOther() throws Exception {
            SSLContext server = recordingContext();

            certificateOf(server, WITH_RSA);
            certificateOf(server, WITH_RSA);

            assertThat(made).containsExactly(KeyType.RSA);
        }

        private SSLContext recordingContext() throws Exception {
            Identity signer = Identity.authority();
            HostKeyManager keys = new HostKeyManager((host, type) -> issue(signer, type), 0);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, null, null);
            return context;
        }

        private Identity issue(Identity signer, KeyType type) {
            made.add(type);
            try {
                return signer.issue(type, List.of(CertificateName.of("localhost")));
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Nested
    @Tag("real-client")
    class OpenSsl {

        @AutoClose
        private final WebServer web = WebServer.start();

        @AutoClose
        private final MailServer mail = MailServer.start();

        @ParameterizedTest
        @ValueSource(strings = {"ECDHE-RSA-AES128-GCM-SHA256", "DHE-RSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-SHA384"})
        void agreesOnCipherSuitesWithRsa(String cipherSuite) {
            assertThat(client(web.https(), "-tls1_2", "-cipher", cipherSuite))
                    .contains("Verification: OK", "Server public key is 2048 bit", "Cipher is " + cipherSuite);
        }

        @Test
        void agreesOnRsaInTls13() {
            assertThat(client(web.https(), "-tls1_3", "-sigalgs", "rsa_pss_rsae_sha256"))
                    .contains("Verification: OK", "Peer signature type: RSA-PSS");
        }

        @Test
        void getsAnEcKeyInTls13EvenIfItLikesRsaMore() {
            assertThat(client(web.https(), "-tls1_3", "-sigalgs", "rsa_pss_rsae_sha256:ecdsa_secp256r1_sha256"))
                    .contains("Verification: OK", "Peer signature type: ECDSA");
        }

        @Test
        void agreesOnRsaAtEveryMailPort() {
            assertThat(Stream.of(mail.smtps(), mail.imaps(), mail.pop3s()))
                    .allSatisfy(endpoint -> assertThat(client(endpoint, "-tls1_2", "-cipher", "aRSA"))
                            .contains("Verification: OK", "Server public key is 2048 bit"));
            assertThat(client(mail.smtp(), "-starttls", "smtp", "-tls1_2", "-cipher", "aRSA"))
                    .contains("Verification: OK", "Server public key is 2048 bit");
        }

        private String client(Endpoint endpoint, String... more) {
            List<String> arguments = new ArrayList<>(List.of(
                    "-connect",
                    endpoint.host() + ":" + endpoint.port(),
                    "-servername",
                    "shop.example",
                    "-verify_hostname",
                    "shop.example",
                    "-verify_return_error",
                    "-CAfile",
                    RealClient.caFile().toString()));
            arguments.addAll(Arrays.asList(more));
            return RealClient.named("openssl", "s_client").run(arguments.toArray(String[]::new));
        }
    }

    /** Return the certificate that a server with this context shows to a client that verifies none. */
    private static X509Certificate certificateOf(SSLContext server, String... cipherSuites) throws Exception {
        try (SSLServerSocket listening = (SSLServerSocket)
                server.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serveOne(listening));
            X509Certificate certificate = certificateAt(anyone(), "localhost", listening.getLocalPort(), cipherSuites);
            served.get(10, TimeUnit.SECONDS);
            return certificate;
        }
    }

    private X509Certificate certificateAt(String host, int port, String... cipherSuites) throws Exception {
        return certificateAt(authority.sslContext(), host, port, cipherSuites);
    }

    private static X509Certificate certificateAt(SSLContext client, String host, int port, String... cipherSuites)
            throws Exception {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket socket = (SSLSocket) client.getSocketFactory().createSocket(plain, host, port, true)) {
            socket.setEnabledCipherSuites(cipherSuites);
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static SSLContext anyone() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Credulous()}, null);
        return context;
    }

    private static void serveOne(SSLServerSocket listening) {
        try (SSLSocket socket = (SSLSocket) listening.accept()) {
            socket.startHandshake();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Trusts any certificate. */
    private static final class Credulous extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
