package io.github.postfixture.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * A private key and the certificate for it: an authority's own, or one that an authority has issued.
 *
 * @param key of one of the kinds that there are
 * @param certificate signed with SHA256withECDSA, whatever its own key is
 */
record Identity(PrivateKey key, X509Certificate certificate) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
    private static final BigInteger VERSION_3 = BigInteger.TWO;
    private static final int SERIAL_BITS = 127;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TEN_YEARS = Duration.ofDays(3650);
    private static final Duration YEAR = Duration.ofDays(365);

    /** Make an authority with a name of its own, so that several of them can be trusted side by side. */
    static Identity authority() throws GeneralSecurityException {
        KeyPair keys = KeyType.EC.keys();
        X500Principal name =
                new X500Principal("CN=Postfixture CA " + Integer.toHexString(RANDOM.nextInt()) + ", O=Postfixture");
        byte[] extensions = Der.sequence(
                Extension.certificateAuthority(),
                Extension.signsCertificates(),
                Extension.subjectKey(keys.getPublic()));
        return signed(keys, name, TEN_YEARS, extensions, keys.getPrivate(), name);
    }

    /** Issue a certificate for a server with these names. */
    Identity issue(KeyType type, Collection<HostName> names) throws GeneralSecurityException {
        return issue(type, "localhost", Extension.names(names));
    }

    /** Issue a certificate for a client with this name. */
    Identity issueClient(String name) throws GeneralSecurityException {
        return issue(KeyType.EC, name, new byte[0]);
    }

    private Identity issue(KeyType type, String commonName, byte[] alternativeNames) throws GeneralSecurityException {
        KeyPair keys = type.keys();
        byte[] extensions = Der.sequence(
                Extension.notAnAuthority(),
                type.usage(),
                Extension.authenticatesServersAndClients(),
                alternativeNames,
                Extension.subjectKey(keys.getPublic()),
                Extension.authorityKey(certificate.getPublicKey()));
        X500Principal subject = new X500Principal("CN=" + Rdn.escapeValue(commonName) + ", O=Postfixture");
        return signed(keys, subject, YEAR, extensions, key, certificate.getSubjectX500Principal());
    }

    private static Identity signed(
            KeyPair keys,
            X500Principal subject,
            Duration lifetime,
            byte[] extensions,
            PrivateKey issuerKey,
            X500Principal issuer)
            throws GeneralSecurityException {
        Instant now = Instant.now();
        byte[] content = Der.sequence(
                Der.explicit(0, Der.integer(VERSION_3)),
                Der.integer(serial()),
                algorithm(),
                issuer.getEncoded(),
                Der.sequence(Der.time(now.minus(DAY)), Der.time(now.plus(lifetime))),
                subject.getEncoded(),
                keys.getPublic().getEncoded(),
                Der.explicit(3, extensions));
        byte[] whole = Der.sequence(content, algorithm(), Der.bitString(signature(content, issuerKey)));
        return new Identity(keys.getPrivate(), parsed(whole));
    }

    private static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1);
    }

    private static byte[] algorithm() {
        return Der.sequence(Der.objectIdentifier(ECDSA_WITH_SHA256));
    }

    private static byte[] signature(byte[] content, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key, RANDOM);
        signature.update(content);
        return signature.sign();
    }

    private static X509Certificate parsed(byte[] certificate) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate));
    }
}
