package io.github.postfixture.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.BareClassLoader;
import io.github.postfixture.mail.dkim.DkimKeys;
import io.github.postfixture.mail.smime.SmimeSignature;
import io.github.postfixture.mime.Message;
import io.github.postfixture.mime.MimePart;
import io.github.postfixture.net.outgoing.ConnectionPolicy;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.tls.CertificateAuthority;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What needs a library that the user may not have says so, and names it. */
class MissingLibraryTests {

    @ParameterizedTest
    @CsvSource({
        "ReadPdf, pdfText() needs Apache PDFBox 3; add org.apache.pdfbox:pdfbox to the test dependencies",
        "VerifyDkim, DKIM needs Apache jDKIM; add org.apache.james.jdkim:apache-jdkim-library to the test dependencies",
        "VerifySmime, S/MIME needs BouncyCastle; add org.bouncycastle:bcpkix-jdk18on to the test dependencies"
    })
    void isNamed(String call, String message) throws Exception {
        Callable<?> alone = (Callable<?>) new BareClassLoader()
                .loadClass(getClass().getName() + "$" + call)
                .getDeclaredConstructor()
                .newInstance();

        assertThat(alone.call()).isEqualTo("java.lang.IllegalStateException: " + message);
    }

    private static String thrown(Runnable call) {
        try {
            call.run();
            return "nothing";
        } catch (IllegalStateException e) {
            return e.toString();
        }
    }

    /** Asks for the text of a PDF file. */
    public static final class ReadPdf implements Callable<String> {

        @Override
        public String call() {
            MimePart part = Message.of(Octets.of("Content-Type: application/pdf; name=a.pdf\n\n"))
                    .root();
            Attachment file = new Attachment(part, () -> true, ConnectionPolicy.LOCAL);
            return thrown(() -> file.assertThat().pdfText());
        }
    }

    /** Asks for a signature of a domain. */
    public static final class VerifyDkim implements Callable<String> {

        @Override
        public String call() {
            return thrown(() -> DkimKeys.none().verify(new byte[0]));
        }
    }

    /** Asks for a signature of a person. */
    public static final class VerifySmime implements Callable<String> {

        @Override
        public String call() {
            return thrown(() -> SmimeSignature.opaque(new byte[0])
                    .defect("a@example.org", CertificateAuthority.ofThisJvm().certificate()));
        }
    }
}
