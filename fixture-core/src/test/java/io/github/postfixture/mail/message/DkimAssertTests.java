package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.mail.Sender;
import io.github.postfixture.mail.dkim.DkimKeys;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import org.apache.james.jdkim.DKIMSigner;
import org.junit.jupiter.api.Test;

class DkimAssertTests {

    private static final String MESSAGE = "From: shop@example.org\nSubject: Welcome\n\nHello";

    private final KeyPair pair = rsa();
    private final DkimKeys keys = DkimKeys.of("example.org", "s1", pair.getPublic());

    @Test
    void isVerifiedWithTheKeyGiven() throws Exception {
        assertThat(Sender.receive(signature() + "\n" + MESSAGE))
                .isSignedBy("Example.org", keys)
                .isNotNull();
    }

    @Test
    void isVerifiedWhateverTheLetterCaseOfDomainAndSelector() throws Exception {
        DkimKeys capitals = DkimKeys.of("EXAMPLE.org.", "S1", pair.getPublic());

        assertThat(Sender.receive(signature() + "\n" + MESSAGE))
                .isSignedBy("example.ORG", capitals)
                .isSignedBy("example.org.", capitals);
    }

    @Test
    void failsForAChangedMessage() throws Exception {
        ReceivedMail changed = Sender.receive(signature() + "\n" + MESSAGE + "!");

        failureOf(() -> assertThat(changed).isSignedBy("example.org", keys))
                .startsWith(
                        "Expected a DKIM signature of example.org that the keys s1._domainkey.example.org confirm but Computed");
    }

    @Test
    void failsForAnotherKeyAnotherDomainAndNoSignature() throws Exception {
        ReceivedMail signed = Sender.receive(signature() + "\n" + MESSAGE);

        failureOf(() -> assertThat(signed)
                        .isSignedBy("example.org", DkimKeys.of("example.org", "s1", rsa().getPublic())))
                .contains("that the keys s1._domainkey.example.org confirm but Header");
        failureOf(() -> assertThat(signed).isSignedBy("other.org", keys)).isEqualTo("""
                Expected a DKIM signature of other.org that the keys s1._domainkey.example.org confirm but it is signed by example.org.
                  mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        failureOf(() -> assertThat(Sender.receive(MESSAGE)).isSignedBy("example.org", keys))
                .isEqualTo("""
                Expected a DKIM signature of example.org that the keys s1._domainkey.example.org confirm but there is no DKIM-Signature.
                  mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
    }

    @Test
    void refusesOtherKeys() throws Exception {
        PublicKey key = KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic();

        assertThatThrownBy(() -> DkimKeys.of("example.org", "s1", key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key (EC) must be RSA: Apache jDKIM verifies no other signatures");
    }

    private String signature() throws Exception {
        String template = "v=1; a=rsa-sha256; c=simple/simple; d=example.org; s=s1; h=from:subject; bh=; b=;";
        byte[] message = (MESSAGE.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.US_ASCII);
        return new DKIMSigner(template, pair.getPrivate()).sign(new ByteArrayInputStream(message));
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
