package io.github.postfixture.mail.smime;

import io.github.postfixture.mime.AddressSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** Verifies by BouncyCastle, which is there only if the user has it; the ciphers are those of the JDK. */
final class CmsVerifier {

    private static final int MAIL_ADDRESS = 1;

    private final CMSSignedData data;
    private final X509Certificate authority;

    private CmsVerifier(CMSSignedData data, X509Certificate authority) {
        this.data = data;
        this.authority = authority;
    }

    static Optional<String> defect(byte[] cms, Optional<byte[]> content, String address, X509Certificate authority) {
        try {
            CMSSignedData data = content.isPresent()
                    ? new CMSSignedData(new CMSProcessableByteArray(content.get()), cms)
                    : new CMSSignedData(cms);
            return new CmsVerifier(data, authority).defect(address);
        } catch (CMSException
                | GeneralSecurityException
                | IOException
                | OperatorCreationException
                | RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> defect(String address)
            throws CMSException, GeneralSecurityException, IOException, OperatorCreationException {
        List<String> signers = new ArrayList<>();
        for (SignerInformation signer : data.getSignerInfos()) {
            X509Certificate certificate = certificate(signer);
            authorize(certificate);
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
                return Optional.of("the signature is not that of the content");
            }
            signers.addAll(addresses(certificate));
        }
        return signers.stream().anyMatch(one -> AddressSpec.isSame(address, one))
                ? Optional.empty()
                : Optional.of("it is signed by " + signers);
    }

    private X509Certificate certificate(SignerInformation signer)
            throws CMSException, GeneralSecurityException, IOException {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> found = data.getCertificates().getMatches(signer.getSID());
        if (found.isEmpty()) {
            throw new CMSException("there is no certificate of the signer");
        }
        byte[] encoded = found.iterator().next().getEncoded();
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private void authorize(X509Certificate certificate) throws GeneralSecurityException {
        if (!certificate.equals(authority)) {
            certificate.verify(authority.getPublicKey());
        }
    }

    /** Return the addresses of a certificate: its alternative names (RFC 8550 section 3). */
    private static List<String> addresses(X509Certificate certificate) throws GeneralSecurityException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names == null
                ? List.of()
                : names.stream()
                        .filter(name -> name.get(0).equals(MAIL_ADDRESS))
                        .map(name -> name.get(1).toString().toLowerCase(Locale.ROOT))
                        .toList();
    }
}
