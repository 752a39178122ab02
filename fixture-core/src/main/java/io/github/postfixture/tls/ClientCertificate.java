package io.github.postfixture.tls;

/**
 * Whether a server asks its clients for a certificate of the throwaway authority (RFC 8446 section 4.3.2).
 *
 * <pre>{@code
 * WebServer web = WebServer.builder().clientCertificate(ClientCertificate.REQUIRED).start();
 * SSLContext identified = CertificateAuthority.ofThisJvm().clientIdentity("billing").sslContext();
 * }</pre>
 */
public enum ClientCertificate {

    /** Clients are not asked. */
    NOT_ASKED,

    /** Clients are asked, and served if they have none; one that the authority has not issued ends the handshake. */
    OPTIONAL,

    /** Only clients that have one are served. */
    REQUIRED
}
