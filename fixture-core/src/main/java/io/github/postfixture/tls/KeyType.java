package io.github.postfixture.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** The kinds of key for which there are certificates, each called as in {@link java.security.Key#getAlgorithm()}. */
enum KeyType {

    /** Keys on the curve P-256, new ones every time. */
    EC {
        @Override
        KeyPair keys() throws GeneralSecurityException {
            return generated("EC", new ECGenParameterSpec("secp256r1"));
        }

        @Override
        byte[] usage() {
            return Extension.signsHandshakes();
        }
    },

    /** Keys of 2048 bits, which take a tenth of a second or more to make: the same ones for the whole JVM. */
    RSA {
        @Override
        KeyPair keys() {
            return Rsa.KEYS;
        }

        @Override
        byte[] usage() {
            return Extension.signsHandshakesAndDecryptsSecrets();
        }
    };

    private static final SecureRandom RANDOM = new SecureRandom();

    abstract KeyPair keys() throws GeneralSecurityException;

    /** Return what a server may do with its key, as the extension of its certificate. */
    abstract byte[] usage();

    private static KeyPair generated(String algorithm, AlgorithmParameterSpec parameters)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(parameters, RANDOM);
        return generator.generateKeyPair();
    }

    private static final class Rsa {

        private static final KeyPair KEYS = create();

        private static KeyPair create() {
            try {
                return generated("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
            } catch (GeneralSecurityException e) {
                throw CertificateAuthority.unsupported(e);
            }
        }
    }
}
