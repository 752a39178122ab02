package io.github.postfixture.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * What a client and a server agreed upon when they set up TLS.
 *
 * @param protocol the version, such as {@code TLSv1.3}
 * @param cipherSuite the cipher suite, by its standard name
 * @param serverName the host that the client asked for (SNI, RFC 6066 section 3), if it named one
 * @param clientCertificate the certificate by which the client identified itself, if it did
 */
public record Handshake(
        String protocol, String cipherSuite, Optional<String> serverName, Optional<X509Certificate> clientCertificate) {

    /** Return what a session, once set up, was agreed upon; the side of the server. */
    public static Handshake of(SSLSession session) {
        return new Handshake(
                session.getProtocol(), session.getCipherSuite(), serverName(session), clientCertificate(session));
    }

    /** Return the host for which a session is or was set up, in lower case. */
    static Optional<String> serverName(SSLSession session) {
        return session instanceof ExtendedSSLSession extended
                ? extended.getRequestedServerNames().stream()
                        .filter(SNIHostName.class::isInstance)
                        .map(name -> ((SNIHostName) name).getAsciiName())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<X509Certificate> clientCertificate(SSLSession session) {
        try {
            return List.of(session.getPeerCertificates()).stream()
                    .map(X509Certificate.class::cast)
                    .findFirst();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
