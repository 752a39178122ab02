package io.github.postfixture.mail.smime;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** A signature (RFC 5652) and what it signs. Immutable. */
public final class SmimeSignature {

    private final byte[] cms;
    private final Optional<byte[]> content;

    private SmimeSignature(byte[] cms, Optional<byte[]> content) {
        this.cms = cms;
        this.content = content;
    }

    /** Mean the signature that stands beside what it signs: {@code multipart/signed}. */
    public static SmimeSignature detached(byte[] cms, byte[] content) {
        return new SmimeSignature(cms, Optional.of(content));
    }

    /** Mean the signature that holds what it signs: {@code application/pkcs7-mime}. */
    public static SmimeSignature opaque(byte[] cms) {
        return new SmimeSignature(cms, Optional.empty());
    }

    /**
     * Return why this is no signature of an address that the authority vouches for; nothing if it is one.
     *
     * @param authority the certificate that issued that of the signer, or is that of the signer
     * @throws IllegalStateException if BouncyCastle is not on the class path
     */
    public Optional<String> defect(String address, X509Certificate authority) {
        try {
            return CmsVerifier.defect(cms, content, address, authority);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "S/MIME needs BouncyCastle; add org.bouncycastle:bcpkix-jdk18on to the test dependencies", e);
        }
    }
}
