package io.github.postfixture.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Answers to any host name that a client asks for (SNI, RFC 6066 section 3) with a certificate that is issued on the
 * spot, and to who asks for none with that of the loopback interface.
 */
final class HostKeyManager extends X509ExtendedKeyManager {

    private static final String KEY_TYPE = "EC";
    private static final String LOOPBACK = "localhost";
    private static final int MOST_HOSTS = 1_000;

    private final Function<String, Identity> issuer;
    private final X509Certificate authority;
    private final Map<String, Identity> issued = new ConcurrentHashMap<>();

    /**
     * Make a manager.
     *
     * @param issuer makes the identity of a host
     * @param authority the certificate of who signs it
     */
    HostKeyManager(Function<String, Identity> issuer, X509Certificate authority) {
        this.issuer = issuer;
        this.authority = authority;
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

    private @Nullable String choose(String keyType, @Nullable SSLSession session) {
        return keyType.equals(KEY_TYPE)
                ? Optional.ofNullable(session)
                        .flatMap(Handshake::serverName)
                        .filter(this::isServed)
                        .orElse(LOOPBACK)
                : null;
    }

    private boolean isServed(String host) {
        return HostName.isOne(host) && (issued.containsKey(host) || issued.size() < MOST_HOSTS);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return keyType.equals(KEY_TYPE) ? new String[] {LOOPBACK} : null;
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
    public X509Certificate[] getCertificateChain(String host) {
        return new X509Certificate[] {identity(host).certificate(), authority};
    }

    @Override
    public PrivateKey getPrivateKey(String host) {
        return identity(host).key();
    }

    private Identity identity(String host) {
        return issued.computeIfAbsent(host, issuer);
    }
}
