package io.github.postfixture.net.connection;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class HandshakeFailedExceptionTests {

    @Test
    void tellsAnAlertInPlainTextForWhatItIs() {
        String message =
                "Insufficient buffer remaining for AEAD cipher fragment (2). Needs to be more than tag size (16)";

        assertThat(HandshakeFailedException.inWords(new SSLException(message)))
                .isEqualTo(
                        "TLS handshake failed: the client gave up in plain text, as OpenSSL does when it does not trust"
                                + " the certificate (" + message + ")");
    }

    @Test
    void tellsAllElseAsItIs() {
        assertThat(HandshakeFailedException.inWords(new SSLException("unknown_ca", new SSLException("bad day"))))
                .isEqualTo("TLS handshake failed: unknown_ca, bad day");
    }
}
