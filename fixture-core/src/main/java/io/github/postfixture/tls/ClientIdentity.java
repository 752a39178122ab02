package io.github.postfixture.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;

/**
 * By what a client shows who it is: a certificate of the throwaway authority, and the key to it. Immutable.
 *
 * <pre>{@code
 * ClientIdentity alice = CertificateAuthority.ofThisJvm().clientIdentity("alice");
 * HttpClient client = HttpClient.newBuilder().sslContext(alice.sslContext()).build();
 * }</pre>
 */
public final class ClientIdentity {

    private final Identity identity;
    private final SSLContext sslContext;

    ClientIdentity(Identity identity, SSLContext sslContext) {
        this.identity = identity;
        this.sslContext = sslContext;
    }

    /** Return the certificate. */
    public X509Certificate certificate() {
        return identity.certificate();
    }

    /** Return the key to the certificate. */
    public PrivateKey privateKey() {
        return identity.key();
    }

    /** Return a context for clients, which trusts the authority and shows this identity to whoever asks. */
    public SSLContext sslContext() {
        return sslContext;
    }

    /** Return the certificate and the key in the textual form of RFC 7468, such as {@code curl --cert} reads it. */
    public String pem() {
        return Pem.of(certificate()) + Pem.of(privateKey());
    }
}
