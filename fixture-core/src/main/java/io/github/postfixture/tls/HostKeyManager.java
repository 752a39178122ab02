package io.github.postfixture.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Answers to any host name that a client asks for (SNI, RFC 6066 section 3) with a certificate that is issued on the
 * spot, and to who asks for none with that of the loopback interface.
 *
 * <p>Clients that take an EC key get one. An RSA certificate is issued when the first client comes that takes no other.
 */
final class HostKeyManager extends X509ExtendedKeyManager {

    private static final String LOOPBACK = "localhost";
    private static final String TLS_1_3 = "TLSv1.3";
    private static final String EC_SIGNATURE = "withECDSA";

    private final BiFunction<String, KeyType, Identity> issuer;
    private final int mostHosts;
    private final Map<Alias, Identity> issued = new ConcurrentHashMap<>();

    /**
     * Make a manager.
     *
     * @param issuer makes the identity of a host
     * @param mostHosts of how many certificates those are that are issued on the spot
     */
    HostKeyManager(BiFunction<String, KeyType, Identity> issuer, int mostHosts) {
        this.issuer = issuer;
        this.mostHosts = mostHosts;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return choose(keyType, engine == null ? null : engine.getHandshakeSession());
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return choose(keyType, socket instanceof SSLSocket secure ? secure.getHandshakeSession() : null);
    }

    private @Nullable String choose(String keyType, @Nullable SSLSession handshake) {
        Optional<SSLSession> session = Optional.ofNullable(handshake);
        return keyType(keyType)
                .filter(type -> type == KeyType.EC
                        || session.filter(HostKeyManager::takesEc).isEmpty())
                .map(type -> session.flatMap(Handshake::serverName)
                        .map(host -> new Alias(type, host))
                        .filter(this::isServed)
                        .orElse(new Alias(type, LOOPBACK)))
                .map(Alias::toString)
                .orElse(null);
    }

    /**
     * Return whether a client is known to take an EC key. In TLS 1.3 its signature algorithms say so; in TLS 1.2 its cipher
     * suites do, of which the runtime asks for those with EC first.
     */
    private static boolean takesEc(SSLSession handshake) {
        return handshake.getProtocol().equals(TLS_1_3)
                && handshake instanceof ExtendedSSLSession session
                && Arrays.stream(session.getPeerSupportedSignatureAlgorithms())
                        .anyMatch(algorithm -> algorithm.endsWith(EC_SIGNATURE));
    }

    private boolean isServed(Alias alias) {
        return CertificateName.isOne(alias.host) && (issued.containsKey(alias) || issued.size() < mostHosts);
    }

    private static Optional<KeyType> keyType(String name) {
        return Arrays.stream(KeyType.values())
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return keyType(keyType)
                .map(type -> new String[] {new Alias(type, LOOPBACK).toString()})
                .orElse(null);
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return identity(alias).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return identity(alias).key();
    }

    private Identity identity(String alias) {
        return issued.computeIfAbsent(Alias.of(alias), wanted -> issuer.apply(wanted.host, wanted.type));
    }

    /** Which certificate is meant, as a key manager must write it: in one string. */
    private record Alias(KeyType type, String host) {

        static Alias of(String text) {
            String[] parts = text.split(" ", 2);
            return new Alias(KeyType.valueOf(parts[0]), parts[1]);
        }

        @Override
        public String toString() {
            return type + " " + host;
        }
    }
}
