package io.github.postfixture.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistrustTests {

    private static final String ADVICE =
            " client did not accept the certificate: make it trust CertificateAuthority.ofThisJvm(), by its sslContext()"
                    + " or its pem(), and connect to the host name of the endpoint";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Received fatal alert: certificate_unknown",
                "(certificate_unknown) Received fatal alert: certificate_unknown",
                "Received fatal alert: unknown_ca",
                "Received fatal alert: bad_certificate"
            })
    void isSaidByTheAlertOfTheClient(String reason) {
        assertThat(Distrust.advice(List.of("other", "connection lost: TLS handshake failed: " + reason)))
                .isEqualTo("\nA" + ADVICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Remote host terminated the handshake, SSL peer shut down incorrectly",
                "readHandshakeRecord, Broken pipe",
                "readHandshakeRecord, Connection reset by peer",
                "closing inbound before receiving peer's close_notify; the socket is closed",
                "Insufficient buffer remaining for AEAD cipher fragment (2). Needs to be more than tag size (16)"
            })
    void isSupposedOfAClientThatLeaves(String reason) {
        assertThat(Distrust.advice(List.of("TLS handshake failed: " + reason))).isEqualTo("\nPerhaps a" + ADVICE);
    }

    @Test
    void isNotSupposedOfOtherFailures() {
        assertThat(Distrust.advice(List.of(
                        "connection lost: Connection reset",
                        "TLS handshake failed: no cipher suites in common",
                        "TLS handshake failed: Empty client certificate chain")))
                .isEmpty();
    }

    @Test
    void isNotSupposedWhereTheCertificateIsWrongOnPurpose() {
        String struck = "fault #1 (expired certificate) strikes at TLS handshake of smtps";
        String failed = "connection lost: TLS handshake failed: Received fatal alert: certificate_unknown";

        assertThat(Distrust.advice(List.of(struck, failed))).isEmpty();
        assertThat(Distrust.advice(List.of(struck, failed, failed))).isEqualTo("\nA" + ADVICE);
    }
}
