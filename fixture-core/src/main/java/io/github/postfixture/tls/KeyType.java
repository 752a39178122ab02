package io.github.postfixture.tls;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** The kinds of key for which there are certificates, each called as in {@link Key#getAlgorithm()}. */
enum KeyType {

    /** Keys on the curve P-256, new ones every time. */
    EC("SHA256withECDSA"),

    /** Keys of 2048 bits, which take a tenth of a second or more to make: the same ones for the whole JVM. */
    RSA("SHA256withRSA");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String signature;

    KeyType(String signature) {
        this.signature = signature;
    }

    static KeyType of(Key key) {
        return valueOf(key.getAlgorithm());
    }

    KeyPair keys() throws GeneralSecurityException {
        return switch (this) {
            case EC -> generated(new ECGenParameterSpec("secp256r1"));
            case RSA -> Rsa.KEYS;
        };
    }

    /** Return what a server may do with its key, as the extension of its certificate. */
    byte[] usage() {
        return switch (this) {
            case EC -> CertificateExtension.signsHandshakes();
            case RSA -> CertificateExtension.signsHandshakesAndDecryptsSecrets();
        };
    }

    /** Return the name of the algorithm with which such keys sign, in DER (RFC 5280 section 4.1.1.2). */
    byte[] signatureAlgorithm() {
        return switch (this) {
            case EC -> Der.sequence(Der.objectIdentifier("1.2.840.10045.4.3.2"));
            case RSA -> Der.sequence(Der.objectIdentifier("1.2.840.113549.1.1.11"), Der.nothing());
        };
    }

    byte[] signature(byte[] content, PrivateKey key) throws GeneralSecurityException {
        Signature signer = Signature.getInstance(signature);
        signer.initSign(key, RANDOM);
        signer.update(content);
        return signer.sign();
    }

    private KeyPair generated(AlgorithmParameterSpec parameters) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(name());
        generator.initialize(parameters, RANDOM);
        return generator.generateKeyPair();
    }

    private static final class Rsa {

        private static final KeyPair KEYS = create();

        private static KeyPair create() {
            try {
                return RSA.generated(new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
            } catch (GeneralSecurityException e) {
                throw CertificateAuthority.unsupported(e);
            }
        }
    }
}
