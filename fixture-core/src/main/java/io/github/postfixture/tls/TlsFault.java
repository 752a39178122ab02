package io.github.postfixture.tls;

import io.github.postfixture.fault.Fault;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apiguardian.api.API;

/**
 * A TLS handshake that goes wrong on purpose: the server shows a certificate that a careful client refuses, or ends the
 * handshake itself. But for its one mistake such a certificate is as the server's ordinary one. Immutable.
 *
 * <pre>{@code
 * mail.atHandshake(SMTPS).next(TlsFault.expired());
 * web.atHandshake().next(TlsFault.handshakeFails());
 * }</pre>
 */
public final class TlsFault implements Fault<TlsFault> {

    private final String description;
    private final Optional<CertificateIssuer> issuer;

    private TlsFault(String description, Optional<CertificateIssuer> issuer) {
        this.description = description;
        this.issuer = issuer;
    }

    private TlsFault(String description, CertificateIssuer issuer) {
        this(description, Optional.of(issuer));
    }

    /** Return a fault that shows a certificate that held until yesterday. */
    public static TlsFault expired() {
        return new TlsFault(
                "expired certificate", (authority, type, names) -> authority.issue(type, names, Validity.over()));
    }

    /** Return a fault that shows a certificate that holds from tomorrow on. */
    public static TlsFault notYetValid() {
        return new TlsFault(
                "certificate that is not yet valid",
                (authority, type, names) -> authority.issue(type, names, Validity.toCome()));
    }

    /**
     * Return a fault that shows a certificate for this host alone, whatever host the client asks for.
     *
     * @param host a DNS name, which may start with {@code *.}, or an IP address
     * @throws IllegalArgumentException if it is neither
     */
    public static TlsFault otherHost(String host) {
        List<CertificateName> other = List.of(CertificateName.of(host));
        return new TlsFault("certificate for " + host, (authority, type, names) -> authority.issue(type, other));
    }

    /** Return a fault that shows a certificate of an authority that nobody knows, with the certificate of that authority. */
    public static TlsFault unknownAuthority() {
        return new TlsFault(
                "certificate of an unknown authority",
                (authority, type, names) -> Identity.authority().issue(type, names));
    }

    /** Return a fault that shows a certificate that no authority has signed. */
    public static TlsFault selfSigned() {
        return new TlsFault("self-signed certificate", (authority, type, names) -> Identity.selfSigned(type, names));
    }

    /** Return a fault that ends the handshake with the alert {@code handshake_failure} (RFC 8446 section 6.2). */
    public static TlsFault handshakeFails() {
        return new TlsFault("failing handshake", Optional.empty());
    }

    /**
     * Return the context for a handshake that this fault strikes.
     *
     * @param host the server to which clients come that name no host
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public SSLContext serverContextAt(String host) {
        CertificateAuthority authority = CertificateAuthority.ofThisJvm();
        return issuer.map(wrong -> authority.contextOf(wrong, host)).orElseGet(authority::emptyContext);
    }

    /** Return what goes wrong, such as {@code expired certificate}. */
    @Override
    public String toString() {
        return description;
    }
}
