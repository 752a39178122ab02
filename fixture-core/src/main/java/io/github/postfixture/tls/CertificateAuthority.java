package io.github.postfixture.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A throwaway certificate authority: made when it is first needed, kept in memory only, and gone with the JVM.
 *
 * <p>All servers of the JVM carry certificates of this one authority. A client that is to reach them trusts it in
 * whichever form it takes:
 *
 * <pre>{@code
 * CertificateAuthority authority = CertificateAuthority.ofThisJvm();
 *
 * HttpClient client = HttpClient.newBuilder().sslContext(authority.sslContext()).build();
 * Files.writeString(folder.resolve("ca.pem"), authority.pem());
 * Files.write(folder.resolve("trust.p12"), authority.pkcs12("changeit"));
 * }</pre>
 *
 * <p>Keys are EC on P-256. To a client that takes none of these, as its cipher suites or signature algorithms say, servers
 * show a certificate for an RSA key of 2048 bits; the first such client waits until the key is made. The authority signs
 * both with its own EC key. Certificates hold from one day ago, for a year, the authority's own for ten. Nothing
 * outside is changed: no system property, no default context, no file. Safe for use by several threads.
 */
public final class CertificateAuthority {

    private static final String[] LOOPBACK = {"localhost", "127.0.0.1", "::1"};
    private static final int MOST_HOSTS = 1_000;

    private final Identity identity;
    private final X509TrustManager trustManager;
    private final SSLContext clientContext;
    private final SSLContext anyHostContext;
    private final Map<String, SSLContext> anyHostContexts = new ConcurrentHashMap<>();
    private final Map<Set<String>, SSLContext> serverContexts = new ConcurrentHashMap<>();

    private CertificateAuthority() throws GeneralSecurityException, IOException {
        identity = Identity.authority();
        trustManager = trusting(identity.certificate());
        clientContext = context(null);
        anyHostContext = anyHostContext(Set.of(LOOPBACK));
    }

    /** Return the authority of this JVM, made now if nobody has asked for it yet. */
    public static CertificateAuthority ofThisJvm() {
        return OfThisJvm.INSTANCE;
    }

    /** Return the authority's own certificate. */
    public X509Certificate certificate() {
        return identity.certificate();
    }

    /** Return the authority's own certificate in the textual form of RFC 7468. */
    public String pem() {
        return Pem.of(certificate());
    }

    /**
     * Return a PKCS#12 trust store that holds the authority's own certificate.
     *
     * @param password opens the store; there is no secret in it
     */
    public byte[] pkcs12(String password) {
        ByteArrayOutputStream store = new ByteArrayOutputStream();
        try {
            trustStore(certificate()).store(store, password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return store.toByteArray();
    }

    /** Return a context for clients, which trusts this authority and no other. */
    public SSLContext sslContext() {
        return clientContext;
    }

    /** Return a trust manager for clients, which trusts this authority and no other. */
    public X509TrustManager trustManager() {
        return trustManager;
    }

    /**
     * Return a context for servers that answer to any name: who asks for a host (SNI, RFC 6066 section 3) gets a
     * certificate for it, issued on the spot; who asks for none gets one for {@code localhost}, {@code 127.0.0.1} and
     * {@code ::1}. Of more than a thousand hosts, the rest gets that one too.
     */
    public SSLContext serverContext() {
        return anyHostContext;
    }

    /**
     * Return a context for servers that answer to any name, as {@link #serverContext()} does; who asks for none gets a
     * certificate for this host too.
     *
     * @param host a DNS name or an IP address
     * @throws IllegalArgumentException if it is neither
     */
    public SSLContext serverContextAt(String host) {
        String name = CertificateName.of(host).text();
        return Set.of(LOOPBACK).contains(name)
                ? anyHostContext
                : anyHostContexts.computeIfAbsent(name, this::newAnyHostContext);
    }

    private SSLContext newAnyHostContext(String name) {
        try {
            return anyHostContext(withLoopback(name));
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    /**
     * Issue a certificate to a client, by which it can identify itself to a server that asks.
     *
     * @param name who the client is: the common name of the certificate
     */
    public ClientIdentity clientIdentity(String name) {
        try {
            Identity client = identity.issueClient(name);
            return new ClientIdentity(client, context(new SingleKeyManager(client)));
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    /**
     * Return a context for servers at {@code localhost}, {@code 127.0.0.1}, {@code ::1} and at these hosts. The same
     * hosts, in whatever order, get the same context.
     *
     * @param hostNames DNS names, which may start with {@code *.}, or IP addresses
     * @throws IllegalArgumentException if one is neither
     */
    public SSLContext serverContext(String... hostNames) {
        return serverContexts.computeIfAbsent(withLoopback(hostNames), this::newServerContext);
    }

    private static Set<String> withLoopback(String... hostNames) {
        return Stream.concat(Stream.of(LOOPBACK), Stream.of(hostNames))
                .map(name -> CertificateName.of(name).text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private SSLContext newServerContext(Set<String> names) {
        try {
            return hostContext(names, 0);
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    private SSLContext anyHostContext(Set<String> unnamed) throws GeneralSecurityException {
        return hostContext(unnamed, MOST_HOSTS);
    }

    /** Return a context with a certificate for some names, and one each for so many other hosts that are asked for. */
    private SSLContext hostContext(Set<String> names, int mostHosts) throws GeneralSecurityException {
        return hostContext(Identity::issue, names, mostHosts);
    }

    private SSLContext hostContext(CertificateIssuer issuer, Set<String> names, int mostHosts)
            throws GeneralSecurityException {
        return context(new HostKeyManager(
                (host, type) -> issue(issuer, type, host.equals(LOOPBACK[0]) ? names : Set.of(host)), mostHosts));
    }

    private Identity issue(CertificateIssuer issuer, KeyType type, Set<String> names) {
        try {
            return issuer.issue(
                    identity,
                    type,
                    names.stream().sorted().map(CertificateName::of).toList());
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    /** Return a new context as {@link #serverContextAt(String)} does, but with certificates of this issuer. */
    SSLContext contextOf(CertificateIssuer issuer, String host) {
        try {
            return hostContext(issuer, withLoopback(host), MOST_HOSTS);
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    /** Return a context for servers that have no certificate, and so agree with no client. */
    SSLContext emptyContext() {
        try {
            return context(null);
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    private SSLContext context(@Nullable KeyManager keyManager) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManager[] keyManagers = keyManager == null ? new KeyManager[0] : new KeyManager[] {keyManager};
        context.init(keyManagers, new TrustManager[] {trustManager}, null);
        return context;
    }

    private static X509TrustManager trusting(X509Certificate certificate) throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(trustStore(certificate));
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static KeyStore trustStore(X509Certificate certificate) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("postfixture", certificate);
        return store;
    }

    static IllegalStateException unsupported(GeneralSecurityException cause) {
        return new IllegalStateException("This Java runtime cannot make the throwaway certificates", cause);
    }

    private static final class OfThisJvm {

        private static final CertificateAuthority INSTANCE = create();

        private static CertificateAuthority create() {
            try {
                return new CertificateAuthority();
            } catch (GeneralSecurityException e) {
                throw unsupported(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
