package io.github.postfixture.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * A private key and the certificate for it, with that of who signed it: an authority's own, or one that it has issued.
 *
 * @param key of one of the kinds that there are
 * @param chain its certificate, and then the authority's, unless it is the same
 */
record Identity(PrivateKey key, List<X509Certificate> chain) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final BigInteger VERSION_3 = BigInteger.TWO;
    private static final int SERIAL_BITS = 127;
    private static final Duration TEN_YEARS = Duration.ofDays(3650);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final X500Principal SERVER = named("localhost");

    /** Make an authority with a name of its own, so that several of them can be trusted side by side. */
    static Identity authority() throws GeneralSecurityException {
        KeyPair keys = KeyType.EC.keys();
        byte[] extensions = Der.sequence(
                CertificateExtension.certificateAuthority(),
                CertificateExtension.signsCertificates(),
                CertificateExtension.subjectKey(keys.getPublic()));
        X500Principal name = named("Postfixture CA " + Integer.toHexString(RANDOM.nextInt()));
        return selfSigned(keys, name, Validity.lasting(TEN_YEARS), extensions);
    }

    /** Make a server with these names that is its own authority. */
    static Identity selfSigned(KeyType type, Collection<CertificateName> names) throws GeneralSecurityException {
        KeyPair keys = type.keys();
        byte[] extensions = extensions(type, CertificateExtension.names(names), keys.getPublic(), keys.getPublic());
        return selfSigned(keys, SERVER, Validity.lasting(YEAR), extensions);
    }

    private static Identity selfSigned(KeyPair keys, X500Principal name, Validity validity, byte[] extensions)
            throws GeneralSecurityException {
        X509Certificate certificate = signed(keys.getPublic(), name, validity, extensions, keys.getPrivate(), name);
        return new Identity(keys.getPrivate(), List.of(certificate));
    }

    /** Return the certificate for the key. */
    X509Certificate certificate() {
        return chain.get(0);
    }

    /** Issue a certificate for a server with these names. */
    Identity issue(KeyType type, Collection<CertificateName> names) throws GeneralSecurityException {
        return issue(type, names, Validity.lasting(YEAR));
    }

    /** Issue a certificate for a server with these names, which holds for some time. */
    Identity issue(KeyType type, Collection<CertificateName> names, Validity validity) throws GeneralSecurityException {
        return issue(type, SERVER, CertificateExtension.names(names), validity);
    }

    /** Issue a certificate for a client with this name. */
    Identity issueClient(String name) throws GeneralSecurityException {
        return issue(KeyType.EC, named(name), new byte[0], Validity.lasting(YEAR));
    }

    private Identity issue(KeyType type, X500Principal subject, byte[] alternativeNames, Validity validity)
            throws GeneralSecurityException {
        KeyPair keys = type.keys();
        byte[] extensions = extensions(
                type, alternativeNames, keys.getPublic(), certificate().getPublicKey());
        X500Principal issuer = certificate().getSubjectX500Principal();
        X509Certificate issued = signed(keys.getPublic(), subject, validity, extensions, key, issuer);
        return new Identity(
                keys.getPrivate(),
                Stream.concat(Stream.of(issued), chain.stream()).toList());
    }

    private static byte[] extensions(KeyType type, byte[] alternativeNames, PublicKey subject, PublicKey issuer)
            throws GeneralSecurityException {
        return Der.sequence(
                CertificateExtension.notAnAuthority(),
                type.usage(),
                CertificateExtension.authenticatesServersAndClients(),
                alternativeNames,
                CertificateExtension.subjectKey(subject),
                CertificateExtension.authorityKey(issuer));
    }

    private static X509Certificate signed(
            PublicKey key,
            X500Principal subject,
            Validity validity,
            byte[] extensions,
            PrivateKey issuerKey,
            X500Principal issuer)
            throws GeneralSecurityException {
        KeyType signer = KeyType.of(issuerKey);
        byte[] content = Der.sequence(
                Der.explicit(0, Der.integer(VERSION_3)),
                Der.integer(serial()),
                signer.signatureAlgorithm(),
                issuer.getEncoded(),
                validity.encoded(),
                subject.getEncoded(),
                key.getEncoded(),
                Der.explicit(3, extensions));
        byte[] signature = signer.signature(content, issuerKey);
        return parsed(Der.sequence(content, signer.signatureAlgorithm(), Der.bitString(signature)));
    }

    private static X500Principal named(String commonName) {
        return new X500Principal("CN=" + Rdn.escapeValue(commonName) + ", O=Postfixture");
    }

    private static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1);
    }

    private static X509Certificate parsed(byte[] certificate) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate));
    }
}
