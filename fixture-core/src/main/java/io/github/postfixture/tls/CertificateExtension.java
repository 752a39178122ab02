package io.github.postfixture.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collection;

/** The certificate extensions that are in use here, in DER (RFC 5280 section 4.2.1). */
final class CertificateExtension {

    private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";

    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_CERT_SIGN = 5;
    private static final int CRL_SIGN = 6;
    private static final int KEY_IDENTIFIER_LENGTH = 20;

    private CertificateExtension() {}

    static byte[] certificateAuthority() {
        return critical(BASIC_CONSTRAINTS, Der.sequence(Der.booleanTrue()));
    }

    static byte[] signsCertificates() {
        return critical(KEY_USAGE, Der.namedBits(KEY_CERT_SIGN, CRL_SIGN));
    }

    static byte[] notAnAuthority() {
        return critical(BASIC_CONSTRAINTS, Der.sequence());
    }

    static byte[] signsHandshakes() {
        return critical(KEY_USAGE, Der.namedBits(DIGITAL_SIGNATURE));
    }

    static byte[] signsHandshakesAndDecryptsSecrets() {
        return critical(KEY_USAGE, Der.namedBits(DIGITAL_SIGNATURE, KEY_ENCIPHERMENT));
    }

    static byte[] authenticatesServersAndClients() {
        byte[] server = Der.objectIdentifier(SERVER_AUTHENTICATION);
        byte[] client = Der.objectIdentifier(CLIENT_AUTHENTICATION);
        return uncritical(EXTENDED_KEY_USAGE, Der.sequence(server, client));
    }

    static byte[] subjectKey(PublicKey key) throws GeneralSecurityException {
        return uncritical(SUBJECT_KEY_IDENTIFIER, Der.octetString(identifier(key)));
    }

    static byte[] authorityKey(PublicKey key) throws GeneralSecurityException {
        return uncritical(AUTHORITY_KEY_IDENTIFIER, Der.sequence(Der.implicit(0, identifier(key))));
    }

    static byte[] names(Collection<CertificateName> names) {
        byte[][] entries = names.stream().map(CertificateName::generalName).toArray(byte[][]::new);
        return uncritical(SUBJECT_ALTERNATIVE_NAME, Der.sequence(entries));
    }

    private static byte[] identifier(PublicKey key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return Arrays.copyOf(digest, KEY_IDENTIFIER_LENGTH);
    }

    private static byte[] critical(String identifier, byte[] value) {
        return Der.sequence(Der.objectIdentifier(identifier), Der.booleanTrue(), Der.octetString(value));
    }

    private static byte[] uncritical(String identifier, byte[] value) {
        return Der.sequence(Der.objectIdentifier(identifier), Der.octetString(value));
    }
}
