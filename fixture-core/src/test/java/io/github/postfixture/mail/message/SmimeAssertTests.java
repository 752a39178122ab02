package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.Sender;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

class SmimeAssertTests {

    private static final String CONTENT = "Content-Type: text/plain\n\nPay 42\n";

    private final KeyPair authorityKeys = rsa();
    private final X509Certificate authority = certificate("ca@example.org", authorityKeys, authorityKeys);
    private final KeyPair keys = rsa();
    private final X509Certificate certificate = certificate("Shop@example.org", keys, authorityKeys);

    private ReceivedMail detached(String content) throws Exception {
        return Sender.receive("""
            Subject: Invoice
            Content-Type: multipart/signed; micalg=sha-256; boundary=b;
             protocol="application/pkcs7-signature"

            --b
            %s
            --b
            Content-Type: application/pkcs7-signature; name=smime.p7s
            Content-Transfer-Encoding: base64

            %s
            --b--
            """.formatted(content, signature(false)));
    }

    private String signature(boolean opaque) throws Exception {
        byte[] content = CONTENT.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", keys.getPrivate(), certificate));
        generator.addCertificates(new JcaCertStore(List.of(certificate)));
        byte[] cms =
                generator.generate(new CMSProcessableByteArray(content), opaque).getEncoded();
        return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(cms);
    }

    private static KeyPair rsa() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(String address, KeyPair subject, KeyPair issuer) {
        Instant now = Instant.now();
        try {
            ContentSigner signer = new JcaContentSignerBuilder("SHA256withRSA").build(issuer.getPrivate());
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                            new X500Name("CN=ca"),
                            BigInteger.TEN,
                            Date.from(now.minus(1, ChronoUnit.DAYS)),
                            Date.from(now.plus(1, ChronoUnit.DAYS)),
                            new X500Name("CN=" + address),
                            subject.getPublic())
                    .addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(new GeneralName(GeneralName.rfc822Name, address)));
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isVerifiedBesideTheContent() throws Exception {
        ReceivedMail mail = detached(CONTENT);

        assertThat(mail).hasSmimeSignatureOf("shop@example.org", authority);
        assertThat(mail).hasSmimeSignatureOf("shop@example.org", certificate).isNotNull();
        assertThat(mail).hasTextContaining("Pay 42");
    }

    @Test
    void isVerifiedAroundTheContent() throws Exception {
        assertThat(Sender.receive("""
                Subject: Invoice
                Content-Type: application/pkcs7-mime; smime-type=signed-data
                Content-Transfer-Encoding: base64

                """ + signature(true))).hasSmimeSignatureOf("shop@example.org", authority);
    }

    @Test
    void showsWhatIsWrong() throws Exception {
        ReceivedMail mail = detached(CONTENT);
        X509Certificate stranger = certificate("ca@example.org", rsa(), rsa());

        failureOf(() -> assertThat(mail).hasSmimeSignatureOf("bob@example.org", authority))
                .isEqualTo("""
                Expected an S/MIME signature of bob@example.org but it is signed by [shop@example.org].
                  mail from shop@example.org to [alice@example.org] with subject "Invoice\"""");
        failureOf(() -> assertThat(detached(CONTENT.replace("42", "43")))
                        .hasSmimeSignatureOf("shop@example.org", authority))
                .isEqualTo("""
                Expected an S/MIME signature of shop@example.org but message-digest attribute value does not match calculated value.
                  mail from shop@example.org to [alice@example.org] with subject "Invoice\"""");
        failureOf(() -> assertThat(mail).hasSmimeSignatureOf("shop@example.org", stranger))
                .isEqualTo("""
                Expected an S/MIME signature of shop@example.org but Signature does not match.
                  mail from shop@example.org to [alice@example.org] with subject "Invoice\"""");
        failureOf(() -> assertThat(Sender.receive("Subject: x\n\nx"))
                        .hasSmimeSignatureOf("shop@example.org", authority))
                .isEqualTo("""
                Expected an S/MIME signature of shop@example.org but the only part is text/plain.
                  mail from shop@example.org to [alice@example.org] with subject "x\"""");
    }
}
